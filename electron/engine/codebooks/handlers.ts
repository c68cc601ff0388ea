import { InstrumentId } from '../../../shared/domain/ids';
import type { Instrument } from '../../../shared/domain/instrument';
import { AppError } from '../../../shared/errors';
import type { HandlerMap } from '../context';
import { changeDefinition } from '../definitions/definition-store';
import { readCodebookFile } from '../import/platforms/codebook-file';
import { codebookVariables, draftedQuestions } from '../import/platforms/codebook-variables';
import { declareRows } from './row-unit';

export const codebookHandlers = {
  'codebook.describe': async (context, { fileId }, call) => {
    const codebook = await readCodebookFile(context, fileId, call);
    const drafted = new Set(draftedQuestions(codebook));
    const { origin, title, languages, ignored } = codebook;
    return {
      origin,
      title,
      languages,
      ignored,
      questions: codebook.questions.map((question) => {
        const { parts: _parts, ...shown } = question;
        return { ...shown, isDrafted: drafted.has(question) };
      }),
    };
  },
  'instrument.draft': async (context, { codebookFileId, name }, call) => {
    const codebook = await readCodebookFile(context, codebookFileId, call);
    const variables = codebookVariables(codebook, context.newId);
    const file = context.files.resolve(codebookFileId);
    if (variables.length === 0) throw new AppError('codebook-unrecognised', { fileName: file.name });
    const at = context.instant();
    const instrument: Instrument = {
      id: InstrumentId.parse(context.newId('ins')),
      name: name ?? codebook.title ?? file.name,
      version: 1,
      rowUnit: 'person',
      variables,
      createdAt: at,
    };
    await context.project().write(call.signal, (session) =>
      changeDefinition(session, {
        entity: 'instrument',
        id: instrument.id,
        name: instrument.name,
        body: instrument,
        at,
      }),
    );
    return instrument;
  },
  'instrument.declareRows': (context, input, call) =>
    context.project().write(call.signal, (session) => declareRows(session, input, context.instant())),
} satisfies HandlerMap;
