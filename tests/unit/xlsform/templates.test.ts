import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { composeXlsForm } from '../../../electron/engine/codebooks/compose-xlsform';
import { checkXlsForm } from '../../../electron/engine/codebooks/xlsform-rules';
import { readTemplate } from '../../../shared/templates/check';

const folder = path.resolve(import.meta.dirname, '../../../seeds/templates');
const files = readdirSync(folder).filter((name) => name.endsWith('.json'));

describe.each(files)('%s', (name) => {
  const { template, problems } = readTemplate(readFileSync(path.join(folder, name), 'utf8'));

  it('refers only to what it has, and every definition reads by its own schema', () => {
    expect(problems).toEqual([]);
    expect(template?.slug).toBe(name.replace('.json', ''));
  });

  it('gives survey forms in order, in both languages', () => {
    for (const instrument of template?.instruments ?? []) {
      for (const locale of ['es', 'en'] as const) {
        const { form } = composeXlsForm(
          {
            title: instrument.name,
            titleEnglish: instrument.nameEnglish,
            formId: 'prueba',
            version: '2024030101',
            questions: instrument.variables,
          },
          locale,
        );
        expect(checkXlsForm(form)).toEqual([]);
      }
    }
  });
});
