import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { PracticeTemplate } from '../../../shared/domain/template';
import { AppError } from '../../../shared/errors';
import { readTemplate } from '../../../shared/templates/check';

const folderOf = (resourcesFolder: string) => path.join(resourcesFolder, 'seeds', 'templates');

/** The names of the templates that ship with the application, in alphabetical order. */
export async function templateSlugs(resourcesFolder: string): Promise<string[]> {
  const names = await readdir(folderOf(resourcesFolder)).catch(() => []);
  return names
    .filter((name) => /^[a-z0-9-]+\.json$/.test(name))
    .map((name) => name.replace(/\.json$/, ''))
    .sort();
}

/** A template that ships with the application. Throws `template-missing` and `template-invalid` (where and why). */
export async function loadTemplate(resourcesFolder: string, slug: string): Promise<PracticeTemplate> {
  if (!/^[a-z0-9-]+$/.test(slug)) throw new AppError('template-missing', { slug });
  const file = path.join(folderOf(resourcesFolder), `${slug}.json`);
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw new AppError('template-missing', { slug }, { cause: error });
  });
  const { template, problems } = readTemplate(text);
  const [first] = problems;
  if (!template || first) {
    throw new AppError('template-invalid', {
      slug,
      problem: `${first?.place ?? ''}: ${first?.problem ?? ''}`,
      problems: problems.length,
    });
  }
  return template;
}
