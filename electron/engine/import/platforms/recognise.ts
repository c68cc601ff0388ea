import type { PlatformFinding } from '../../../../shared/domain/source';
import { headerText } from './header-text';
import { googleMeta, limeMeta, microsoftMeta, monkeyMeta } from './meta-columns';
import { mineducMarks } from './mineduc';
import type { RawTable } from './reading';

const koboMarks = [
  '_uuid',
  '_submission_time',
  '_validation_status',
  '_submitted_by',
  '__version__',
  '_index',
  '_id',
  '_notes',
  '_status',
  '_tags',
  '_parent_index',
  '_parent_table_name',
  '_submission__id',
  '_submission__uuid',
  'formhub/uuid',
  'meta/instanceID',
  'meta/rootUuid',
];
const koboOwn = ['_uuid', '_submission_time', '_submission__id', '_submission__uuid', '_parent_table_name'];
const odkMarks = [
  'KEY',
  'PARENT_KEY',
  'SubmissionDate',
  'SubmitterID',
  'SubmitterName',
  'AttachmentsPresent',
  'AttachmentsExpected',
  'ReviewState',
  'DeviceID',
  'Edits',
  'FormVersion',
  'instanceID',
  'meta-instanceID',
];
const monkeyOwn = ['respondent', 'encuestado', 'collector', 'recopilador'];
const limeOwn = [
  'submitdate',
  'lastpage',
  'startlanguage',
  'respuesta id',
  'id de respuesta',
  'id de la respuesta',
  'response id',
  'última página',
  'last page',
  'lenguaje inicial',
  'idioma inicial',
  'start language',
  'semilla',
  'seed',
  'fecha de envío',
  'date submitted',
];

/** A moment as Google writes it: a day in the order of the language, an hour, perhaps a zone. */
const googleMoment = /^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4},?\s+\d{1,2}:\d{2}(:\d{2})?/;

/** The program that wrote a table, by the headers only it writes; null where none is recognised. */
export function recognisePlatform(table: RawTable): Omit<PlatformFinding, 'hasCodebook'> | null {
  const headers = table.columns.map(({ header }) => header.trim());
  const texts = headers.map((header) =>
    headerText(header)
      .replace(/^[A-Za-z][\w[\]]*\.\s+/, '')
      .toLowerCase(),
  );
  const written = (test: (text: string) => boolean): string[] =>
    headers.filter((_, index) => test(texts[index] ?? ''));
  if (table.codebook?.origin === 'statistics-file') return { platform: 'spss', marks: [] };
  const kobo = headers.filter((header) => koboMarks.includes(header));
  if (kobo.length >= 2 && kobo.some((header) => koboOwn.includes(header))) {
    return { platform: 'kobotoolbox', marks: kobo };
  }
  const odk = headers.filter((header) => odkMarks.includes(header));
  if (odk.length >= 2 && odk.includes('KEY')) return { platform: 'odk-central', marks: odk };
  const monkey = monkeyMarks(table);
  if (monkey.length >= 2) return { platform: 'surveymonkey', marks: monkey };
  const microsoft = written((text) => microsoftMeta[text] !== undefined);
  const microsoftTexts = microsoft.map((header) => headerText(header).toLowerCase());
  const hasBoth =
    microsoftTexts.some((text) => ['hora de inicio', 'start time'].includes(text)) &&
    microsoftTexts.some((text) => /^(hora de finalizaci[oó]n|completion time)$/.test(text));
  if (hasBoth) return { platform: 'microsoft-forms', marks: microsoft };
  const lime = written((text) => limeMeta[text] !== undefined);
  const limeCertain = written((text) => limeOwn.includes(text));
  if (lime.length >= 2 && limeCertain.length >= 2) return { platform: 'limesurvey', marks: lime };
  const mineduc = mineducMarks(headers);
  if (mineduc.length > 0) return { platform: 'mineduc', marks: mineduc };
  const first = table.columns[0];
  const isGoogle =
    first !== undefined &&
    ['marca temporal', 'timestamp'].includes(texts[0] ?? '') &&
    (first.values.length > 0 || texts[0] === 'marca temporal') &&
    first.values.every(({ value }) => googleMoment.test(value.trim()));
  if (!isGoogle) return null;
  return {
    platform: 'google-forms',
    marks: written((text) => googleMeta[text] !== undefined),
  };
}

/** Headers of SurveyMonkey, whose first row stands alone in the table's own header or above it. */
export function monkeyMarks({ headerRows }: Pick<RawTable, 'headerRows'>): string[] {
  const [questions = []] = headerRows;
  const marks = questions.filter((header) => monkeyMeta[headerText(header).toLowerCase()] !== undefined);
  const own = marks.filter((header) =>
    monkeyOwn.some((word) => headerText(header).toLowerCase().replace('_', ' ').includes(word)),
  );
  return own.length >= 1 && marks.length >= 2 ? marks : [];
}
