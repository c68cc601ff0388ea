import { type DetailsReader, type ErrorWording, sentences } from '../error-details';
import { askSupport, named, place, wordedWith } from './error-phrases';

export const systemErrors = {
  internal: (details) => ({
    title: 'Something failed inside the program',
    where: sentences(
      place(details),
      wordedWith(
        details.text('reference') ?? details.text('logReference'),
        (reference) => `Reference: ${reference}.`,
      ),
    ),
    advice: `Your project is as it was. Try again. ${askSupport}`,
  }),
  cancelled: () => ({ title: 'Cancelled', where: '', advice: 'The project is as it was before.' }),
  'unknown-method': (details) => ({
    title: 'This version cannot do what was asked',
    where: wordedWith(details.text('method'), (method) => `Operation “${method}”.`) ?? '',
    advice:
      'Reload the page or restart the program, so that the window and the engine are of the same version.',
  }),
  'invalid-input': (details) => ({
    title: 'The data sent do not have the expected shape',
    where: sentences(
      wordedWith(details.text('method'), (method) => `Operation “${method}”.`),
      wordedWith(
        named([...details.list('fields'), ...details.list('field')]),
        (fields) => `Check ${fields}.`,
      ),
      wordedWith(details.text('value'), (value) => `“${value}” was received.`),
      wordedWith(details.text('expected'), (expected) => `${expected} was expected.`),
      wordedWith(details.text('problem'), (problem) => `Technical detail: ${problem}.`),
    ),
    advice: 'Correct it and try again. Nothing in the project has changed.',
  }),
  'invalid-output': (details) => ({
    title: 'The program got a result that does not pass its own check',
    where: wordedWith(details.text('method'), (method) => `Operation “${method}”.`) ?? '',
    advice: `The result is not shown, because it could be wrong. ${askSupport}`,
  }),
  unauthorised: () => ({
    title: 'This tab is not allowed to use Línea Base',
    where: 'Its key is missing or belongs to an earlier session.',
    advice: 'Close the tab and open the address shown in the terminal where the program was started.',
  }),
  'forbidden-host': (details) => ({
    title: 'A connection addressed to another computer name was refused',
    where: wordedWith(details.text('host'), (host) => `Name received: “${host}”.`) ?? '',
    advice: 'Use the address that begins with http://127.0.0.1, as the terminal shows it.',
  }),
  'forbidden-origin': (details) => ({
    title: 'A call made from another page was refused',
    where: wordedWith(details.text('origin'), (origin) => `Page: “${origin}”.`) ?? '',
    advice: 'Use Línea Base only from the address shown in the terminal, and close the unknown page.',
  }),
  'payload-too-large': (details) => ({
    title: 'What was sent is larger than allowed',
    where: wordedWith(details.size('limitBytes'), (limit) => `The limit is ${limit}.`) ?? '',
    advice: 'Split the file into smaller parts, or leave out the columns you will not use.',
  }),
  'no-project-open': () => ({
    title: 'No project is open',
    where: '',
    advice: 'Create a project, open an earlier one or enter the demonstration from Home.',
  }),
  'project-locked': (details) => ({
    title: 'The project is already open in another window or on another computer',
    where: place(details),
    advice: 'Close it there and open it here again. Two people cannot write to one project at the same time.',
  }),
  'project-damaged': (details) => ({
    title: 'The project file is damaged and cannot be read',
    where: place(details),
    advice: 'Do not change it. Open a backup, or ask your IT unit to recover an earlier version.',
  }),
  'project-newer': (details) => ({
    title: 'The project was made with a newer version of Línea Base',
    where: place(details),
    advice: 'Update the program on this computer and open it again. The file has not been changed.',
  }),
  'project-foreign': (details) => ({
    title: 'This file is not a Línea Base project',
    where: place(details),
    advice:
      'Choose a file that ends in .lineabase. If it is a data table, create a project and import it in Waves.',
  }),
  'project-exists': (details) => ({
    title: 'A project with that name already exists',
    where: place(details),
    advice: 'Write another name, or open the project that exists.',
  }),
  'project-missing': (details) => ({
    title: 'The project file was not found',
    where: place(details),
    advice:
      'It may have been moved or renamed, or its disk may be unplugged. Look for it with “Open project”.',
  }),
  'folder-not-writable': (details) => ({
    title: 'The folder cannot be written to',
    where: wordedWith(details.text('folder'), (folder) => `Folder “${folder}”.`) ?? place(details),
    advice: 'Choose another folder, such as Documents, or ask your IT unit for permission to write to it.',
  }),
  'disk-full': (details) => ({
    title: 'The disk is full',
    where: place(details),
    advice: 'Free some space and try again. The project is as it was.',
  }),
} satisfies Record<string, (details: DetailsReader) => ErrorWording>;
