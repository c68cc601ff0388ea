import type { Catalogue } from '../catalogue';
import type { platformsText as es } from '../es/platforms';

export const platformsText = {
  names: {
    kobotoolbox: 'KoboToolbox',
    'odk-central': 'ODK Central',
    'google-forms': 'Google Forms',
    'microsoft-forms': 'Microsoft Forms',
    limesurvey: 'LimeSurvey',
    surveymonkey: 'SurveyMonkey',
    spss: 'SPSS',
    mineduc: 'Ministry of Education',
  },
  recognised: (name: string, marks: string) => `The file comes from ${name}: its columns ${marks} say so.`,
  recognisedPlainly: (name: string) => `The file comes from ${name}.`,
  withCodebook: 'Questions and answers are read with their codebook.',
  writtenAs: {
    technical: 'The program writes it for its own use; it is not an answer.',
    person: 'It tells who answered or from where; it is left out to protect that person.',
    part: 'It is one of the options of a question, which is stored once, as a whole.',
    combined: 'It repeats in one cell what the columns of each option say; it is stored once.',
    derived: 'The program worked it out from other answers.',
  },
  composed: (columns: number) => `Multiple choice read from ${columns} columns of the file.`,
  noneChosen: 'Answered without choosing any option',
  repeat: (parent: string) => `Each row is part of a form of "${parent}".`,
} satisfies Catalogue<typeof es>;
