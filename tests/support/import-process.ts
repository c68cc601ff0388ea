import { createEngine } from '../../electron/engine/engine';
import { createClient } from '../../shared/client';
import { FileId } from '../../shared/domain/ids';
import { acceptProposals } from './import';

/** Run as its own process by tests: imports a file into a project and says how far it is, to be killed on the way. */
const [dataFolder = '', projectPath = '', filePath = ''] = process.argv.slice(2);

const engine = await createEngine({
  host: 'cli',
  dataFolder,
  projectsFolder: dataFolder,
  resourcesFolder: process.cwd(),
});
const client = createClient((method, input, signal) => engine.call(method, input, signal));
const project = FileId.parse((await engine.files.grantPath(projectPath, 'read')).fileId);
await client.call('project.openFile', { fileId: project });
const { fileId } = await engine.files.grantPath(filePath, 'read');
const inspection = await client.call('import.inspect', { fileId: FileId.parse(fileId), corrections: {} });
process.stdout.write('inspected\n');
await client.call('wave.import', acceptProposals(inspection, { wave: { name: 'Segunda' } }), {
  onProgress: ({ stage, share }) => process.stdout.write(`${stage} ${share ?? ''}\n`),
});
process.stdout.write('imported\n');
await engine.close();
