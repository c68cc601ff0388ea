import type { DetailsReader, ErrorWording } from '../error-details';
import { sentences } from '../error-details';
import { recordProblem } from '../practice-exchange';
import { named, place, reasonSentence } from './error-phrases';

/** Failures around tallies, templates, records, panels and bundles. */
export const evidenceErrors = {
  'measurement-missing': () => ({
    title: 'The tally no longer exists',
    where: '',
    advice: 'Go back to the list of tallies and choose another, or undo its deletion.',
  }),
  'template-missing': () => ({
    title: 'There is no template of that name',
    where: '',
    advice: "Choose a practice from the program's list.",
  }),
  'commission-missing': () => ({
    title: 'The panel no longer exists',
    where: '',
    advice: 'Go back to the list of panels and choose another, or undo its deletion.',
  }),
  'measurement-invalid': (details) => ({
    title: 'The tally cannot be counted like this',
    where: sentences(reasonSentence(details), place(details), details.text('problem')),
    advice: 'Check what the tally asks for and save it again.',
  }),
  'template-invalid': (details) => ({
    title: 'The template cannot be used',
    where: sentences(place(details), details.text('problem')),
    advice: 'Update the program or choose another template. Nothing changed in the project.',
  }),
  'commission-invalid': (details) => ({
    title: 'Something in the panel does not add up',
    where: sentences(
      reasonSentence(details),
      named([...details.list('name'), ...details.list('evaluator'), ...details.list('candidate')]),
      place(details),
    ),
    advice: 'Correct what is pointed out. Nothing has been saved yet.',
  }),
  'scores-unrecognised': (details) => ({
    title: 'The file does not look like a score sheet',
    where: sentences(place(details), named(details.list('tables'))),
    advice: 'Use the sheet that the panel exports and keep its headings. Nothing was saved.',
  }),
  'coding-sheet-unrecognised': (details) => ({
    title: 'The file does not look like a coding sheet',
    where: sentences(place(details), reasonSentence(details)),
    advice:
      'Use the sheet that the coding screen downloads and leave its headings as they are. Nothing was saved.',
  }),
  'record-unrecognised': (details) => ({
    title: 'The file holds no records that can be read',
    where: sentences(place(details), recordProblem(details, 'en')),
    advice: 'Use a JSON or CSV file exported by the program. Nothing was added.',
  }),
  'record-newer': (details) => ({
    title: 'The record comes from a newer version of the program',
    where: sentences(place(details), recordProblem(details, 'en')),
    advice: 'Update the program and import it again. Nothing was added.',
  }),
  'bundle-altered': (details) => ({
    title: 'The evidence bundle is not as it was exported',
    where: place(details),
    advice: 'Ask whoever exported it for the .zip file again, and compare its SHA-256 fingerprint.',
  }),
  'bundle-unrecognised': (details) => ({
    title: 'The file is not an evidence bundle',
    where: sentences(place(details), details.text('problem')),
    advice: 'Choose the .zip file that the program exported, unchanged.',
  }),
  'instrument-rows': (details) => ({
    title: 'These rows are people',
    where: sentences(reasonSentence(details), place(details), named(details.list('columns'))),
    advice:
      "A file with people's identifiers keeps its small groups protected. Leave the rows as people or cases.",
  }),
} satisfies Record<string, (details: DetailsReader) => ErrorWording>;
