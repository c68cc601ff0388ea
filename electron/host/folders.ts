import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import envPaths from 'env-paths';

export type HostFolders = { dataFolder: string; projectsFolder: string; resourcesFolder: string };

/** The folder of the application itself: the nearest one above this module that holds `package.json`. */
export function applicationFolder(): string {
  let folder = import.meta.dirname;
  while (!existsSync(join(folder, 'package.json'))) {
    const parent = dirname(folder);
    if (parent === folder) return process.cwd();
    folder = parent;
  }
  return folder;
}

/**
 * Where a host keeps its data, its projects and what ships with it, when nothing else is asked for.
 * A data folder given explicitly holds the projects too, so a trial leaves nothing anywhere else.
 */
export function hostFolders(dataFolder: string | null): HostFolders {
  const resourcesFolder = applicationFolder();
  if (dataFolder !== null) {
    return { dataFolder, projectsFolder: join(dataFolder, 'proyectos'), resourcesFolder };
  }
  return {
    dataFolder: envPaths('linea-base', { suffix: '' }).data,
    projectsFolder: join(documentsFolder(), 'Línea Base'),
    resourcesFolder,
  };
}

function documentsFolder(): string {
  const home = homedir();
  const known = ['Documentos', 'Documents'].map((name) => join(home, name));
  return known.find((folder) => existsSync(folder)) ?? home;
}
