import type { HandlerMap } from '../context';
import { assignments } from './assign';
import { openCoding, writeCodings } from './coding-store';
import { listAnswers, listDisagreements } from './list-answers';
import { exportSheet } from './sheet-export';
import { readSheet, sheetEntries } from './sheet-import';

export const codingHandlers = {
  'coding.list': (context, input, call) =>
    context
      .project()
      .read(call.signal, async (session) =>
        listAnswers(await openCoding(session, input.measurementId), input),
      ),

  'coding.disagreements': (context, input, call) =>
    context
      .project()
      .read(call.signal, async (session) =>
        listDisagreements(await openCoding(session, input.measurementId), input),
      ),

  'coding.assign': async (context, { measurementId, coder, entries }, call) => {
    await context.project().write(call.signal, async (session) => {
      const coding = await openCoding(session, measurementId);
      const changes = assignments(context, coding, coder, entries);
      await writeCodings(session, { measurement: coding.measurement, at: context.instant(), changes });
    });
    return { done: true };
  },

  'coding.forget': async (context, { measurementId, coder, what }, call) => {
    await context.project().write(call.signal, async (session) => {
      const { measurement, answers, placed } = await openCoding(session, measurementId);
      const living = answers.flatMap((answer) => placed.at(coder, answer) ?? []);
      const lost = placed.lost.filter((coding) => coding.coder === coder);
      const changes = (what === 'all' ? [...living, ...lost] : lost).map(({ id }) => ({ id, body: null }));
      await writeCodings(session, { measurement, at: context.instant(), changes });
    });
    return { done: true };
  },

  'coding.exportSheet': async (context, input, call) => {
    const coding = await context
      .project()
      .read(call.signal, (session) => openCoding(session, input.measurementId));
    return exportSheet(context, coding, input);
  },

  'coding.importSheet': async (context, { measurementId, fileId, coder }, call) => {
    const sheet = await readSheet(context, fileId, call);
    const told = await context.project().write(call.signal, async (session) => {
      const coding = await openCoding(session, measurementId);
      const read = sheetEntries(sheet, coding);
      const changes = assignments(context, coding, coder, read.entries);
      await writeCodings(session, { measurement: coding.measurement, at: context.instant(), changes });
      return read.told;
    });
    await context.files.release(fileId);
    return told;
  },
} satisfies HandlerMap;
