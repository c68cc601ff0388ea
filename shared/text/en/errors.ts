import { type DetailsReader, type ErrorCatalogue, sentences } from '../error-details';

/** Where it happened, from whatever places the error names. */
function place(details: DetailsReader): string {
  const parts = [
    wordedWith(details.text('fileName'), (name) => `file “${name}”`),
    wordedWith(details.count('line') ?? details.count('row'), (line) => `line ${line}`),
    wordedWith(details.text('column') ?? details.text('header'), (column) => `column “${column}”`),
    wordedWith(details.text('value'), (value) => `value “${value}”`),
  ].filter((part) => part !== null);
  const [first = '', ...rest] = parts;
  return parts.length === 0 ? '' : `${[first.charAt(0).toUpperCase() + first.slice(1), ...rest].join(', ')}.`;
}

function wordedWith(value: string | null, sentence: (value: string) => string): string | null {
  return value === null ? null : sentence(value);
}

function named(values: readonly string[]): string | null {
  return values.length === 0 ? null : values.map((value) => `“${value}”`).join(', ');
}

const askSupport = 'If it happens again, tell support the code of the error and what you were doing.';
const saveFromExcel = 'Open it in Excel, save it as “CSV UTF-8 (Comma delimited)”, and import it again.';

export const errorCatalogue: ErrorCatalogue = {
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
  'file-not-granted': () => ({
    title: 'The program no longer has access to that file',
    where: '',
    advice: 'Choose the file again, or make it again if the program had written it.',
  }),
  'file-missing': (details) => ({
    title: 'The file was not found',
    where: place(details),
    advice: 'Check that it is still in its folder under the same name, and choose it again.',
  }),
  'file-empty': (details) => ({
    title: 'The file is empty',
    where: place(details),
    advice: 'Download or export it again from its source and import it again.',
  }),
  'file-binary': (details) => ({
    title: 'The file is not a text table, although its name says so',
    where: sentences(
      place(details),
      wordedWith(
        details.text('looksLike') ?? details.text('detected'),
        (kind) => `Inside it looks like: ${kind}.`,
      ),
    ),
    advice: saveFromExcel,
  }),
  'file-changed': (details) => ({
    title: 'The file has changed since you checked it',
    where: place(details),
    advice: 'Close it in other programs and choose it again, to check what will really be imported.',
  }),
  'file-too-large': (details) => ({
    title: 'The file is too large',
    where: sentences(
      place(details),
      wordedWith(details.size('bytes'), (bytes) => `Its size is ${bytes}.`),
      wordedWith(details.size('limitBytes') ?? details.size('limit'), (limit) => `The limit is ${limit}.`),
    ),
    advice: 'Split it into several waves, or remove the columns you will not use.',
  }),
  'file-unsupported': (details) => ({
    title: 'This kind of file cannot be imported yet',
    where: place(details),
    advice: saveFromExcel,
  }),
  'line-too-long': (details) => ({
    title: 'A line of the file is too long to be part of a table',
    where: sentences(
      place(details),
      wordedWith(
        details.size('limitBytes') ?? details.size('limit'),
        (limit) => `The limit for a line is ${limit}.`,
      ),
    ),
    advice: 'Most often a closing quote is missing. Check that line of the file and correct it.',
  }),
  'header-only': (details) => ({
    title: 'The file has headers but no answers',
    where: place(details),
    advice: 'Check that the download includes the answers, or that the header row is the right one.',
  }),
  'encoding-mismatch': (details) => ({
    title: 'The file is not written in the chosen encoding',
    where: sentences(
      place(details),
      wordedWith(details.text('encoding'), (encoding) => `Chosen encoding: ${encoding}.`),
    ),
    advice: 'Choose another encoding and see that the accented letters look right.',
  }),
  'csv-malformed': (details) => ({
    title: 'The file does not have the shape of a table',
    where: sentences(
      place(details),
      wordedWith(details.count('fields'), (fields) => `${fields} columns were found.`),
      wordedWith(details.count('expected'), (expected) => `${expected} were expected.`),
    ),
    advice: 'Check that the delimiter is right and that no closing quote is missing in that line.',
  }),
  'row-count-disagreement': (details) => ({
    title: 'Two readings of the file gave different numbers of rows',
    where: sentences(
      place(details),
      wordedWith(details.count('first') ?? details.count('expected'), (rows) => `First reading: ${rows}.`),
      wordedWith(details.count('second') ?? details.count('found'), (rows) => `Second reading: ${rows}.`),
    ),
    advice:
      'Nothing was imported, so that no row is lost. Check delimiter and quotes, or save the file anew.',
  }),
  'too-many-columns': (details) => ({
    title: 'The table has too many columns',
    where: sentences(
      place(details),
      wordedWith(details.count('columns') ?? details.count('fields'), (count) => `It has ${count}.`),
      wordedWith(details.count('limit'), (limit) => `The limit is ${limit}.`),
    ),
    advice: 'Check that the delimiter is right. If it is, keep only the columns you will use.',
  }),
  'column-unknown': (details) => ({
    title: 'The import plan names a column that is not in the file',
    where: place(details),
    advice: 'Choose the file again to check its columns once more.',
  }),
  'identifier-repeated': (details) => ({
    title: 'The identifier repeats: two rows seem to be of the same person',
    where: sentences(
      place(details),
      wordedWith(details.text('identifier'), (identifier) => `Identifier “${identifier}”.`),
      wordedWith(named(details.list('lines')), (lines) => `Lines ${lines}.`),
      wordedWith(details.count('repeated') ?? details.count('count'), (count) => `Repeated rows: ${count}.`),
    ),
    advice:
      'Correct the file, or choose to set repeated rows aside: the receipt keeps them and you can export them.',
  }),
  'identifier-missing': (details) => ({
    title: 'The identifier is missing',
    where: sentences(
      place(details),
      wordedWith(
        details.count('missing') ?? details.count('count'),
        (count) => `Rows without identifier: ${count}.`,
      ),
    ),
    advice: 'Mark which column identifies each person, or complete the identifiers in the file.',
  }),
  'no-rows-kept': (details) => ({
    title: 'No row of the file could be kept',
    where: sentences(
      place(details),
      wordedWith(details.count('read') ?? details.count('rows'), (rows) => `Rows read: ${rows}.`),
    ),
    advice: 'Check the delimiter, the header row and the identifier column before importing again.',
  }),
  'plan-incomplete': (details) => ({
    title: 'Something is still to be decided before importing',
    where: sentences(
      place(details),
      wordedWith(
        named([...details.list('fields'), ...details.list('columns')]),
        (fields) => `Pending: ${fields}.`,
      ),
    ),
    advice: 'Go back to the columns step and complete what is missing.',
  }),
  'instrument-missing': () => ({
    title: 'That instrument is no longer in the project',
    where: '',
    advice: 'Choose another instrument, or draft a new one from the file.',
  }),
  'variable-missing': (details) => ({
    title: 'A variable that is needed no longer exists',
    where:
      wordedWith(details.text('label') ?? details.text('variable'), (name) => `Variable “${name}”.`) ?? '',
    advice: 'Choose another variable in the definition, or undo the change that removed it.',
  }),
  'variable-type': (details) => ({
    title: 'That variable does not suit this calculation',
    where: sentences(
      wordedWith(details.text('label') ?? details.text('variable'), (name) => `Variable “${name}”.`),
      wordedWith(details.text('type') ?? details.text('found'), (type) => `Its type is ${type}.`),
      wordedWith(details.text('expected'), (expected) => `${expected} is needed.`),
    ),
    advice: 'Choose another variable, or correct its type in Variables.',
  }),
  'variable-in-use': (details) => ({
    title: 'The variable is used elsewhere in the project',
    where:
      wordedWith(
        named([...details.list('usedBy'), ...details.list('indicators')]),
        (uses) => `Used by: ${uses}.`,
      ) ?? '',
    advice: 'Change or delete those definitions first.',
  }),
  'wave-missing': () => ({
    title: 'That wave is no longer in the project',
    where: '',
    advice: 'Choose another wave, or import its file again.',
  }),
  'wave-in-use': (details) => ({
    title: 'The wave is used elsewhere in the project',
    where:
      wordedWith(
        named([...details.list('usedBy'), ...details.list('comparisons')]),
        (uses) => `Used by: ${uses}.`,
      ) ?? '',
    advice: 'Change or delete first the comparisons and reports that name it.',
  }),
  'waves-share-no-variable': (details) => ({
    title: 'The chosen waves share no variable',
    where: wordedWith(named(details.list('waves')), (waves) => `Waves: ${waves}.`) ?? '',
    advice: 'Match the questions of both to the same instrument when importing, or choose another wave.',
  }),
  'waves-without-identifier': (details) => ({
    title: 'The same people cannot be recognised: a common identifier is missing',
    where:
      wordedWith(
        named([...details.list('waves'), ...details.list('wave')]),
        (waves) => `Without identifier: ${waves}.`,
      ) ?? '',
    advice: 'Compare as independent cuts, or import again marking the column that identifies each person.',
  }),
  'no-matched-people': (details) => ({
    title: 'No person appears in both waves',
    where: wordedWith(named(details.list('waves')), (waves) => `Waves: ${waves}.`) ?? '',
    advice: 'Check that the identifier is written alike in both, or compare as independent cuts.',
  }),
  'indicator-missing': (details) => ({
    title: 'That indicator is no longer in the project',
    where: wordedWith(details.text('indicator'), (name) => `Indicator “${name}”.`) ?? '',
    advice: 'Choose another indicator, or undo its deletion.',
  }),
  'indicator-invalid': (details) => ({
    title: 'The definition of the indicator is incomplete or contradicts itself',
    where: sentences(
      wordedWith(details.text('indicator') ?? details.text('name'), (name) => `Indicator “${name}”.`),
      wordedWith(
        named([...details.list('fields'), ...details.list('field')]),
        (fields) => `Check ${fields}.`,
      ),
      wordedWith(details.text('value'), (value) => `Value “${value}”.`),
    ),
    advice: 'Correct it in Indicators and look at the trial result before saving.',
  }),
  'comparison-missing': () => ({
    title: 'That comparison is no longer in the project',
    where: '',
    advice: 'Choose another comparison, or undo its deletion.',
  }),
  'comparison-invalid': (details) => ({
    title: 'The comparison cannot be computed as it is defined',
    where: sentences(
      wordedWith(
        named([...details.list('fields'), ...details.list('field')]),
        (fields) => `Check ${fields}.`,
      ),
      wordedWith(details.text('value'), (value) => `Value “${value}”.`),
    ),
    advice: 'Baseline and follow-up must be different waves, with at least one indicator.',
  }),
  'chart-not-applicable': (details) => ({
    title: 'That chart does not suit this result',
    where: wordedWith(details.text('chart'), (chart) => `Chart “${chart}”.`) ?? '',
    advice: 'Choose another of the charts offered for the comparison.',
  }),
  'report-missing': () => ({
    title: 'That report is no longer in the project',
    where: '',
    advice: 'Choose another report, or undo its deletion.',
  }),
  'report-empty': () => ({
    title: 'The report has no content yet',
    where: '',
    advice: 'Add at least one result or text before writing it.',
  }),
  'report-failed': (details) => ({
    title: 'The report could not be written',
    where: sentences(
      wordedWith(details.text('format'), (format) => `Format ${format.toUpperCase()}.`),
      wordedWith(
        details.text('problem') ?? details.text('reason'),
        (problem) => `Technical detail: ${problem}.`,
      ),
    ),
    advice: `Try another format or remove the block you added last. ${askSupport}`,
  }),
  'practice-missing': (details) => ({
    title: 'That practice does not exist',
    where: wordedWith(details.text('slug'), (slug) => `Record “${slug}”.`) ?? '',
    advice: 'Choose another practice, or undo its deletion.',
  }),
  'practice-invalid': (details) => ({
    title: 'The practice record has data that cannot be saved',
    where: sentences(
      place(details),
      wordedWith(
        named([...details.list('fields'), ...details.list('field')]),
        (fields) => `Check ${fields}.`,
      ),
    ),
    advice: 'Correct those fields and save again.',
  }),
  'claim-missing': () => ({
    title: 'That claim is no longer in the record',
    where: '',
    advice: 'Open the practice again and choose another claim.',
  }),
  'nothing-to-undo': () => ({ title: 'There is nothing left to undo', where: '', advice: '' }),
  'nothing-to-redo': () => ({ title: 'There is nothing left to redo', where: '', advice: '' }),
  'vault-locked': () => ({
    title: 'The file with the identities is locked',
    where: '',
    advice: 'Open it with the passphrase chosen by the person in charge of the data.',
  }),
  'vault-damaged': (details) => ({
    title: 'The file with the identities is damaged, or the passphrase is wrong',
    where: place(details),
    advice: 'Recover a backup. The results of the project are not affected.',
  }),
  'engine-stopped': () => ({
    title: 'The calculation engine stopped before it was done',
    where: '',
    advice: 'The project is as it was. Try again; in a browser, check that the terminal is still open.',
  }),
};
