import { type DetailsReader, type ErrorWording, sentences } from '../error-details';
import { askSupport, named, place, reasonSentence, wordedWith } from './error-phrases';

const linkProblems: Record<string, string> = {
  'same-wave': 'Both people stand in the same wave, so they cannot be one',
  'same-person': 'Those two rows already count as the same person',
  'same-row': 'You chose the same row twice',
  'no-identifier': 'The wave has no column that recognises people',
  'row-missing': 'That row is no longer in the wave',
  'link-missing': 'That decision no longer exists',
};

const cleaningReasons: Readonly<Record<string, string>> = {
  'not-an-answer': 'The value is not one of its answers.',
  'wrong-type': 'The value is not of its type.',
  'row-not-found': 'That row is not in the wave.',
  'no-person': 'The row has no identifier, so it can be corrected in this wave only.',
  'same-value': 'The new value is the one that is there.',
  'nothing-to-change': 'No cell holds that value.',
  'not-answers': 'Only answers of a list can be merged.',
  'variable-absent': 'The wave does not have that variable.',
};

export const definitionErrors = {
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
  'link-invalid': (details) => ({
    title: linkProblems[details.text('reason') ?? ''] ?? 'Nothing can be decided about those two rows',
    where: sentences(
      wordedWith(details.text('wave'), (wave) => `Wave “${wave}”.`),
      wordedWith(named(details.list('lines')), (lines) => `Lines: ${lines}.`),
    ),
    advice: 'Look at both rows in the list of people. If one is repeated within the wave, settle that first.',
  }),
  'wave-missing': () => ({
    title: 'That wave is no longer in the project',
    where: '',
    advice: 'Choose another wave, or import its file again.',
  }),
  'wave-plan-missing': (details) => ({
    title: 'The wave does not keep how its file was read',
    where: place(details),
    advice: 'It was imported by an earlier version of the program. Import the whole file as a new wave.',
  }),
  'correction-foreign': (details) => ({
    title: 'This file holds no rows set aside by this wave',
    where: place(details),
    advice:
      "Use the file exported from the wave's rows set aside, correct its cells and leave the “comprobante” column as it is.",
  }),
  'correction-rows': (details) => ({
    title: 'Some rows of the file cannot be added',
    where: place(details),
    advice:
      'Take those rows out of the file: they are in the wave already, were never set aside, or come twice.',
  }),
  'wave-files-incomplete': (details) => ({
    title: 'This wave was made of several files, and not all of them are recognised',
    where: [place(details), details.text('missing') && `Missing: ${details.text('missing')}.`]
      .filter(Boolean)
      .join(' '),
    advice:
      'Choose all the files of the wave together, corrected or not, under the names they had when imported.',
  }),
  'cleaning-missing': () => ({
    title: 'That entry is no longer in the cleaning log',
    where: '',
    advice: 'Open the wave again to see the log as it is now.',
  }),
  'cleaning-invalid': (details) => ({
    title: 'That correction cannot be made',
    where: sentences(
      wordedWith(details.text('variable'), (name) => `Variable “${name}”.`),
      cleaningReasons[details.text('reason') ?? ''] ?? null,
    ),
    advice: 'Check the variable, the row and the new value, and try again.',
  }),
  'cleaning-identity': (details) => ({
    title: 'An identity is not written in the cleaning log',
    where: wordedWith(details.text('variable'), (name) => `Variable “${name}”.`) ?? '',
    advice:
      'Correct the identifier in the source file and import it again; leave ID numbers, e-mail addresses and phone numbers out of the reason.',
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
    where:
      wordedWith(
        named([...details.list('waves'), ...details.list('baseline'), ...details.list('followUp')]),
        (waves) => `Waves: ${waves}.`,
      ) ?? '',
    advice: 'Match the questions of both to the same instrument when importing, or choose another wave.',
  }),
  'waves-without-identifier': (details) => ({
    title: 'The same people cannot be recognised: a common identifier is missing',
    where:
      wordedWith(
        named([
          ...details.list('waves'),
          ...details.list('wave'),
          ...details.list('baseline'),
          ...details.list('followUp'),
        ]),
        (waves) => `Waves: ${waves}.`,
      ) ?? '',
    advice: 'Compare as independent cuts, or import again marking the column that identifies each person.',
  }),
  'no-matched-people': (details) => ({
    title: 'No person appears in both waves',
    where:
      wordedWith(
        named([...details.list('waves'), ...details.list('baseline'), ...details.list('followUp')]),
        (waves) => `Waves: ${waves}.`,
      ) ?? '',
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
      reasonSentence(details),
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
      reasonSentence(details),
      wordedWith(
        named([...details.list('fields'), ...details.list('field')]),
        (fields) => `Check ${fields}.`,
      ),
      wordedWith(details.text('value'), (value) => `Value “${value}”.`),
    ),
    advice: 'Baseline and follow-up must be different waves, with at least one indicator.',
  }),
  'design-invalid': (details) => ({
    title: 'The sampling design cannot be used as it is declared',
    where: sentences(
      reasonSentence(details),
      wordedWith(details.text('variable'), (name) => `Variable “${name}”.`),
      wordedWith(details.text('wave'), (name) => `Wave “${name}”.`),
      wordedWith(details.text('value'), (value) => `Value “${value}”.`),
    ),
    advice: 'Correct it in the sampling design.',
  }),
  'design-value-missing': (details) => ({
    title: 'There are rows without stratum or cluster',
    where: sentences(
      wordedWith(details.text('wave'), (name) => `Wave “${name}”.`),
      wordedWith(details.text('variable'), (name) => `Variable “${name}”.`),
      wordedWith(details.count('count'), (count) => `Rows without a value: ${count}.`),
      wordedWith(details.count('line'), (line) => `The first is on line ${line}.`),
    ),
    advice:
      'Complete the value in the file and import it again, or stop declaring that variable as part of the design.',
  }),
  'weights-invalid': (details) => ({
    title: 'There are weights that cannot be used',
    where: sentences(
      wordedWith(details.text('wave'), (name) => `Wave “${name}”.`),
      wordedWith(details.text('variable'), (name) => `Variable “${name}”.`),
      wordedWith(details.count('missing'), (count) => `Rows without a weight: ${count}.`),
      wordedWith(details.count('negative'), (count) => `Rows with a weight below zero: ${count}.`),
      wordedWith(details.count('positive'), (count) => `Rows with a weight above zero: ${count}.`),
      wordedWith(details.count('line'), (line) => `The first is on line ${line}.`),
    ),
    advice:
      'Each row needs a weight of zero or more. Correct the file and import it again, or choose another column of weights.',
  }),
  'population-incomplete': (details) => ({
    title: 'Population sizes are missing',
    where: sentences(
      wordedWith(details.text('wave'), (name) => `Wave “${name}”.`),
      wordedWith(details.text('stratum'), (name) => `Stratum “${name}”.`),
    ),
    advice:
      'Give the population size of each stratum in each wave that is compared, or leave all of them undeclared.',
  }),
  'population-too-small': (details) => ({
    title: 'The declared population is smaller than the sample',
    where: sentences(
      wordedWith(details.text('wave'), (name) => `Wave “${name}”.`),
      wordedWith(details.text('stratum'), (name) => `Stratum “${name}”.`),
      wordedWith(details.count('size'), (size) => `Declared size: ${size}.`),
      wordedWith(details.count('clusters'), (count) => `Clusters in the sample: ${count}.`),
      wordedWith(details.count('people'), (count) => `People in the sample: ${count}.`),
    ),
    advice:
      'Check the size in the sampling design: it counts clusters where there are clusters, and people otherwise.',
  }),
  'chart-not-applicable': (details) => ({
    title: 'That chart does not suit this result',
    where: sentences(
      wordedWith(details.text('chart'), (chart) => `Chart “${chart}”.`),
      reasonSentence(details),
    ),
    advice: 'Choose another of the charts offered for the comparison.',
  }),
  'series-too-long': (details) => ({
    title: 'The dates span too much time',
    where: sentences(
      wordedWith(details.text('from'), (from) => `The first date is ${from}.`),
      wordedWith(details.text('to'), (to) => `The last one is ${to}.`),
      wordedWith(details.count('periods'), (periods) => `That makes ${periods} periods.`),
    ),
    advice:
      'As a rule one date is mistyped: correct it in the file, or declare the start and end dates of the wave.',
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
  'vault-locked': (details) => {
    const missing = details.text('missing');
    return {
      title: 'The file with the identities is locked',
      where: '',
      advice:
        missing === 'vault'
          ? 'Put the file ending in “-vault” beside the project: it stayed where the copy came from.'
          : missing === 'key'
            ? 'Open it on the computer where the data was imported, or protect it there with a passphrase so that it can travel.'
            : 'Open it with the passphrase chosen by the person in charge of the data, and repeat what you were doing.',
    };
  },
  'vault-passphrase-wrong': () => ({
    title: 'The passphrase does not open the file with the identities',
    where: '',
    advice:
      'Check capitals, accents and the language of the keyboard. Nobody can recover it without the passphrase.',
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
} satisfies Record<string, (details: DetailsReader) => ErrorWording>;
