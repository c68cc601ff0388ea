import type { Catalogue } from '../catalogue';
import type { commonText as es } from '../es/common';

export const commonText = {
  applicationName: 'Línea Base',
  sections: {
    home: 'Home',
    waves: 'Waves',
    variables: 'Variables',
    indicators: 'Indicators',
    comparison: 'Comparison',
    series: 'Series over time',
    measurements: 'Counts',
    reports: 'Reports',
    practices: 'Practices',
    planning: 'Planning',
  },
  navigation: {
    label: 'Sections of the project',
    skip: 'Skip to content',
    noProject: 'No project open',
    openingSection: 'Opening the section…',
  },
  actions: {
    accept: 'OK',
    back: 'Back',
    cancel: 'Cancel',
    close: 'Close',
    continue: 'Continue',
    delete: 'Delete',
    moveDown: 'Move down',
    moveUp: 'Move up',
    options: 'Options',
    retry: 'Try again',
    save: 'Save',
    search: 'Search',
    undo: 'Undo',
    redo: 'Redo',
  },
  states: {
    loading: 'Loading…',
    failed: 'It could not be completed',
    stale: 'Out of date',
    notFoundTitle: 'There is no such page',
    notFoundText: 'What you were looking for may have been deleted, or the address is mistyped.',
    goHome: 'Go to the home page',
    crashTitle: 'This screen stopped working',
    crashText: 'Your data is safe in the project file. Open the screen again to go on.',
  },
  noProject: {
    title: 'Open a project first',
    text: 'Everything you measure lives in a project. Create one, open an earlier one or look around the demonstration.',
    action: 'Choose a project',
  },
  stages: {
    reading: 'Reading the file',
    detecting: 'Working out how it is written',
    converting: 'Converting values',
    checking: 'Checking that nothing is lost',
    storing: 'Storing in the project',
    computing: 'Computing',
    drawing: 'Drawing',
    writing: 'Writing the file',
    sending: 'Handing the file over',
  },
  jobs: {
    label: 'Running jobs',
    ofTotal: (done, total) => `${done} of ${total}`,
    cancelled: 'Cancelled. The project is as it was.',
  },
  history: {
    undone: (what) => `Undone: ${what}`,
    redone: (what) => `Redone: ${what}`,
    steps: {
      instrument: {
        created: (name) => `creating the instrument “${name}”`,
        changed: (name) => `changing the instrument “${name}”`,
        removed: (name) => `deleting the instrument “${name}”`,
      },
      indicator: {
        created: (name) => `creating the indicator “${name}”`,
        changed: (name) => `changing the indicator “${name}”`,
        removed: (name) => `deleting the indicator “${name}”`,
      },
      design: {
        created: (name) => `declaring the design of “${name}”`,
        changed: (name) => `changing the design of “${name}”`,
        removed: (name) => `withdrawing the design of “${name}”`,
      },
      measurement: {
        created: (name) => `creating the tally “${name}”`,
        changed: (name) => `changing the tally “${name}”`,
        removed: (name) => `deleting the tally “${name}”`,
      },
      commission: {
        created: (name) => `creating the panel “${name}”`,
        changed: (name) => `changing the panel “${name}”`,
        removed: (name) => `deleting the panel “${name}”`,
      },
      coding: {
        created: (name: string) => `code answers in “${name}”`,
        changed: (name: string) => `change the coding in “${name}”`,
        removed: (name: string) => `remove coding in “${name}”`,
      },
      cleaning: {
        created: (name) => `correcting the data of “${name}”`,
        changed: (name) => `changing a correction of “${name}”`,
        removed: (name) => `taking back a correction of “${name}”`,
      },
      comparison: {
        created: (name) => `creating the comparison “${name}”`,
        changed: (name) => `changing the comparison “${name}”`,
        removed: (name) => `deleting the comparison “${name}”`,
      },
      report: {
        created: (name) => `creating the report “${name}”`,
        changed: (name) => `changing the report “${name}”`,
        removed: (name) => `deleting the report “${name}”`,
      },
      practice: {
        created: (name) => `creating the practice “${name}”`,
        changed: (name) => `changing the practice “${name}”`,
        removed: (name) => `deleting the practice “${name}”`,
      },
    },
  },
  preferences: {
    label: 'Preferences',
    language: 'Language',
    spanish: 'Español',
    english: 'English',
    appearance: 'Appearance',
    light: 'Light',
    dark: 'Dark',
    system: 'Same as the computer',
  },
  shortcuts: {
    title: 'Keyboard shortcuts',
    open: 'Shortcuts',
    goTo: (section) => `Go to ${section}`,
    orKeys: 'or',
    list: 'Show this list',
    closePanel: 'Close the open panel',
  },
  synthetic: {
    badge: 'Synthetic data',
    explanation: 'These answers were made up for the demonstration. They belong to no real person.',
  },
  moments: { 'ex-ante': 'Ex-ante', 'ex-post': 'Ex-post', seguimiento: 'Follow-up' },
  variableTypes: {
    integer: 'Whole number',
    decimal: 'Decimal number',
    date: 'Date',
    datetime: 'Date and time',
    boolean: 'Yes or no',
    single: 'One option',
    ordinal: 'Ordered scale',
    multiple: 'Several options',
    text: 'Free text',
    identifier: 'Identifier',
  },
  answers: { yes: 'Yes', no: 'No' },
  dates: { placeholder: 'dd-mm-yyyy', wrong: 'There is no such day. Write, for instance, 05-06-2023.' },
  roleWords: { identifier: 'Identifies', group: 'Groups', measure: 'Measures' },
  roles: {
    identifier: 'Identifies the person',
    group: 'Groups (school, sex, age band)',
    measure: 'An answer to be measured',
  },
  table: {
    scrollHint: 'Use the arrow keys to move through the table',
  },
  privacy: {
    protected: 'Protected',
    protectedExplanation:
      'The group is so small that showing the figure could give somebody away, so it is not shown.',
  },
  glossary: {
    'ex-ante': {
      term: 'Ex-ante',
      explanation: 'The wave taken before starting. It is the baseline everything else is compared with.',
    },
    'ex-post': {
      term: 'Ex-post',
      explanation: 'The wave taken after the intervention, with the same questions.',
    },
    seguimiento: {
      term: 'Follow-up',
      explanation: 'A wave in between or later on that shows how the situation is changing.',
    },
    interval: {
      term: 'Confidence interval',
      explanation: 'The margin that reasonably holds the true value, given how many people answered.',
    },
    census: {
      term: 'Census',
      explanation: 'Everybody in the group was asked, so there is no sampling error.',
    },
    sample: {
      term: 'Sample',
      explanation: 'Part of the group was asked, and the whole is estimated from it.',
    },
    matched: {
      term: 'Same people',
      explanation:
        'People of the baseline are recognised in the follow-up by their identifier, and each is compared with themselves.',
    },
    independent: {
      term: 'Independent cuts',
      explanation: 'Each wave asked different people, or there is no way of recognising them between waves.',
    },
    pseudonym: {
      term: 'Pseudonym',
      explanation:
        'A code that replaces a personal detail. It lets you recognise the same person across waves without knowing who they are.',
    },
    suppression: {
      term: 'Protected figure',
      explanation: 'A result that is hidden because it rests on very few people.',
    },
    encoding: {
      term: 'Encoding',
      explanation: 'How the file stores its letters. When it is wrong, accents and ñ come out garbled.',
    },
    delimiter: {
      term: 'Separator',
      explanation: 'The sign between one column and the next. Excel in Chile writes a semicolon.',
    },
    ordinal: {
      term: 'Ordered scale',
      explanation: 'Answers that go from less to more, such as “never, sometimes, always”.',
    },
    instrument: {
      term: 'Instrument',
      explanation: 'The questionnaire or form: its questions, the possible answers and its versions.',
    },
    receipt: {
      term: 'Receipt',
      explanation: 'The account of what was read, kept, set aside and converted.',
    },
    cluster: {
      term: 'Cluster',
      explanation:
        'A group chosen whole, such as a school or a class. People of the same group are alike, so each adds less information than if chosen apart.',
    },
    stratum: {
      term: 'Stratum',
      explanation:
        'A part of the population where people were chosen separately, such as urban and rural schools. It makes sure that every part is in the sample.',
    },
    weight: {
      term: 'Weight',
      explanation:
        'How many people each answer stands for. It corrects that some groups were more likely to be chosen than others.',
    },
    'design-effect': {
      term: 'Design effect',
      explanation:
        'How many times more a figure varies for having chosen groups or used weights, instead of people one by one. An effect of 2 leaves a hundred answers worth fifty.',
    },
    correction: {
      term: 'Correction for several tests',
      explanation:
        'With many questions at once, some will seem to change by chance alone. The correction asks for a stronger sign from each so that this does not happen.',
    },
    reliability: {
      term: 'Reliability',
      explanation:
        'How firm a figure estimated from a sample is, by a published standard. It does not hide the figure: it tells how far to lean on it.',
    },
    'p-value': {
      term: 'p value',
      explanation:
        'How rare a change this large or larger would be if nothing had really changed. The smaller it is, the less chance can be blamed.',
    },
    'standard-error': {
      term: 'Standard error',
      explanation:
        'How much the figure would vary, on average, if another sample were chosen in the same way. The interval is built from it.',
    },
    degrees: {
      term: 'Degrees of freedom',
      explanation:
        'How many independent pieces of data are left to measure the error. With clusters, groups are counted and not people, so they tend to be few.',
    },
    fingerprint: {
      term: 'Fingerprint',
      explanation: 'A code computed from the file. If one letter of the file changes, so does the code.',
    },
    median: {
      term: 'Median',
      explanation:
        'The value in the middle: half of the cases have it or less. Unlike the mean, it is not moved by a few very long cases.',
    },
    'kaplan-meier': {
      term: 'Kaplan-Meier median',
      explanation:
        'The median where some cases are still open: each counts up to the last day it is known. Leaving them out would make the service look quicker than it is.',
    },
    kappa: {
      term: "Cohen's kappa",
      explanation:
        'How far two coders agree beyond what they would by chance. 1 is full agreement and 0 what chance would give.',
    },
    alpha: {
      term: "Krippendorff's alpha",
      explanation:
        'How far the scores of several people agree beyond chance, even where some are missing. 1 is full agreement and 0 what chance would give.',
    },
    icc: {
      term: 'Intraclass correlation',
      explanation:
        'Which part of the differences between scores comes from the practices and not from who scored. Near 1 it hardly matters who scores; near 0 it matters most.',
    },
    tau: {
      term: "Kendall's tau-b",
      explanation:
        'Compares two orders of the same practices pair by pair: 1 if every pair stands in the same order and −1 if every one is turned round.',
    },
    'difference-in-changes': {
      term: 'Difference between both changes',
      explanation:
        'The change of those who took part less that of those who did not. If its interval includes zero, it cannot be said that they changed differently.',
    },
  },
} satisfies Catalogue<typeof es>;
