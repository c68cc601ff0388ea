import type { Catalogue } from '../catalogue';
import type { importReadingText as es } from '../es/import-reading';

/** Choosing the files of a wave and seeing how they were read. */
export const importReadingText = {
  files: {
    label: 'Files of this wave',
    several:
      'The files are read together as one wave. The first one leads: its columns are those of the wave.',
    one: 'If the wave comes in several files, such as one for each school, drop them all.',
    labelOf: (fileName) => `School of “${fileName}”`,
    labelHead: 'School',
    labelHelp:
      'This is what each group of rows is called in the column “Establecimiento”, unless the files hold one already.',
    labelNeeded: 'Write which school each file belongs to.',
    labelRepeated: 'Two files have the same school: their rows could not be told apart.',
    moveUp: (fileName) => `Move “${fileName}” up`,
    moveDown: (fileName) => `Move “${fileName}” down`,
    remove: (fileName) => `Remove “${fileName}”`,
    checking: 'Opening the file',
    read: (size, rows, columns) => `${size}, ${rows} and ${columns}`,
    tables: (count) => `It holds ${count} tables; the next step chooses which one is read.`,
    more: 'Add more files',
    moreHint: 'You can also drop them on this page.',
    fix: 'Remove or replace the files that could not be opened to go on.',
    ready: (count) => `${count} files`,
  },
  codebook: {
    title: 'Form of the survey',
    text: 'If the survey was made with KoboToolbox or ODK, add its form (XLSForm). It tells the wording of questions and answers, and who was not to answer each of them.',
    add: 'Add the XLSForm',
    reading: 'Reading the form',
    remove: 'Remove the form',
    holds: (questions, withOptions) => `${questions}, ${withOptions} with a list of answers.`,
    rules: (skips, limits) => `${skips} are put to some people only and ${limits} limit the answer.`,
    languages: (shown, others) =>
      others === '' ? `Language: ${shown}.` : `Texts are shown in ${shown}; they are also in ${others}.`,
    question: 'question',
    questions: 'questions',
    ignored: (list) => `Not used of the form: ${list}.`,
    ignoredKinds: {
      note: 'notes for the interviewer',
      calculate: 'calculations',
      hidden: 'hidden fields',
      'choice-filter': 'filters of answers',
      'rank-order': 'the order of ranked questions',
      'options-in-file': 'lists of answers that are in another file',
      audit: 'audit log',
      'background-audio': 'background recordings',
    } as Record<string, string>,
    showQuestions: 'Show the questions',
    notDrafted: 'makes no variable',
    draftTitle: 'No answers yet?',
    draftText: 'The instrument can be made ready now, with its variables, answers and rules.',
    draft: 'Create the instrument without data',
    drafted: (name) => `The instrument “${name}” was created.`,
    draftName: 'Name of the instrument',
  },
  formats: {
    text: 'Text table',
    xlsx: 'Excel workbook',
    ods: 'LibreOffice spreadsheet',
    xls: 'Old Excel workbook',
    sav: 'SPSS file',
    html: 'Table of a web page',
  },
  source: {
    sheet: (format, sheet) => `${format}, sheet “${sheet}”`,
    otherEnding: (ending) => `though its name ends in ${ending}`,
    size: (rows, columns) => `${rows} and ${columns}.`,
    severalNote: (count, first) =>
      `These are ${count} files read together. What you correct here holds for the first one, “${first}”; the others are read as each one is written.`,
    withForm: (form) => `Read with the form “${form}”.`,
    seeFiles: 'Show the files',
    addMore: 'Add another file or the form',
  },
  notices: {
    title: 'Worth a look',
    more: (count) => (count === '1' ? 'Show 1 more notice' : `Show ${count} more notices`),
    onlyMore: (count) =>
      count === '1' ? 'Show 1 notice of the reading' : `Show ${count} notices of the reading`,
    less: 'Hide the notices',
    repair: 'Read those letters as they were meant',
    unrepair: 'Read them as they stand again',
  },
  tables: {
    title: 'Which table is read',
    label: 'Table that is read',
    size: (rows, columns) => `${rows} and ${columns} in use`,
    hidden: 'hidden in the file',
    block: (first, last) => `lines ${first} to ${last}`,
    blockOfSheet: (first, last) => `rows ${first} to ${last}`,
    empty: 'no data',
    repeat: (parent, key) =>
      `Each row is part of a form of “${parent}”, joined by “${key}”: for example, each member of a family. It is imported as a wave of its own.`,
    more: (count) => `Show ${count} more tables`,
  },
  rivals: {
    title: 'It could also be:',
    use: (value) => `Read with: ${value}`,
    cells: [
      'fits equally well',
      'fits nearly as well',
      'with fewer cells that fit',
      'with far fewer cells that fit',
      'hardly any cell fits',
    ],
    letters: [
      'gives the same text',
      'gives nearly the same text',
      'some letters change',
      'many letters change',
      'nearly all accents come out wrong',
    ],
    dates: [
      'fits the same dates',
      'fits nearly the same dates',
      'with fewer dates that fit',
      'with far fewer dates that fit',
      'hardly any date fits',
    ],
    places: ['equally likely', 'nearly as likely', 'less likely', 'far less likely', 'very unlikely'],
  },
  aspects: {
    fixed: 'A sheet keeps its cells one by one, so letters, separators and decimals need no guessing.',
    fixedBySpss: 'The file says what each variable is, so there is nothing to guess here.',
    byTable: 'Settled by the table chosen.',
    row: (row) => `Row ${row}`,
    headerRow: 'Row with the titles',
    lastRow: 'Last row with data',
    untilEnd: 'To the end of the sheet',
    headerRows: (count) => (count === '1' ? '1 row' : `${count} rows`),
    commentMark: (mark) => `They begin with ${mark}`,
    export: 'Export as it was read',
    exportHint: 'The whole table, nothing converted, as a clean CSV. It holds the personal data of the file.',
    exported: 'The table was exported as it was read.',
  },
  preview: {
    hint: (shown, total) => `The first ${shown} rows of ${total}, with their number in the file.`,
    hintAll: 'The whole table, each row with its number in the file.',
    hintSeveral: (shown, total) =>
      `The first ${shown} rows of ${total}, numbered on from one file to the next.`,
    hintSpss: 'The cases as stored, with their codes. Row 1 holds the names of the variables.',
    row: 'Row',
    notRead: 'not read',
    preamble: 'before the titles',
    footer: 'after the data',
    setAside: (reason) => `set aside: ${reason}`,
    gap: (count) => `… ${count} more …`,
    columnsShown: (first, last, total) => `Columns ${first} to ${last} of ${total}`,
    previousColumns: 'Earlier columns',
    nextColumns: 'Later columns',
    noHeaders: 'The file is read without titles: each column has its number.',
  },
  wave: {
    searching: 'Searching the data for when the wave was taken',
    'instrument-shared': (detail) =>
      `It shares ${detail('shared')} of ${detail('of')} questions with “${detail('instrument')}”.`,
    'name-from-file': (detail) => `Taken from the name of the file “${detail('fileName')}”.`,
    'moment-from-words': (detail) => `The file says “${detail('word')}”.`,
    'moment-from-order': (detail) =>
      detail('waves') === '0'
        ? 'It is the first wave of this instrument.'
        : `This instrument already has ${detail('waves') === '1' ? '1 wave' : `${detail('waves')} waves`}.`,
    'dates-in-data': (detail) =>
      detail('outside') === '0' || detail('outside') === ''
        ? `From the column “${detail('header')}”, with ${detail('filled')} dates.`
        : `From the column “${detail('header')}”, with ${detail('filled')} dates; ${detail('outside')} are left out as they are far from the others.`,
  },
} satisfies Catalogue<typeof es>;
