import { applyCodebook } from './apply-codebook';
import { readLimeSurvey } from './limesurvey';
import { readMineduc } from './mineduc';
import { noReading, type PlatformReading, type RawTable } from './reading';
import { recognisePlatform } from './recognise';
import { readSurveyMonkey } from './surveymonkey';
import { readGoogleForms, readMicrosoftForms } from './web-forms';
import { readXmlForm } from './xml-forms';

/** What the program that wrote the table, and the codebook given with it, say of its columns. */
export function readPlatform(table: RawTable): PlatformReading {
  const found = recognisePlatform(table);
  const finding = found && { ...found, hasCodebook: table.codebook !== null };
  const reading = { ...readBy(finding?.platform ?? null, table), finding };
  return table.codebook ? applyCodebook(reading, table, table.codebook) : reading;
}

function readBy(
  platform: NonNullable<PlatformReading['finding']>['platform'] | null,
  table: RawTable,
): PlatformReading {
  switch (platform) {
    case 'kobotoolbox':
    case 'odk-central':
      return readXmlForm(table, platform);
    case 'google-forms':
      return readGoogleForms(table);
    case 'microsoft-forms':
      return readMicrosoftForms(table);
    case 'limesurvey':
      return readLimeSurvey(table);
    case 'surveymonkey':
      return readSurveyMonkey(table);
    case 'mineduc':
      return readMineduc(table);
    case 'spss':
    case null:
      return noReading();
  }
}
