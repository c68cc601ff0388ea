import type { HandlerMap } from '../context';
import { toCsv } from '../files/csv-writer';
import { importAliases } from './alias-table';
import { candidatesBetween, nearDuplicatesOf } from './candidates';
import { keepApart, linkPeople, unlinkPeople } from './decide';
import { describePeople } from './overview';
import { detailsState } from './person-details';
import { listLinks } from './person-links';
import { findUnmatched } from './unmatched';

export const peopleHandlers = {
  'people.overview': (context, { instrumentId }, call) =>
    context
      .project()
      .read(call.signal, async (session) =>
        describePeople(session, instrumentId, await detailsState(context, session)),
      ),
  'people.unmatched': (context, { waveId, otherWaveId, offset, limit }, call) =>
    context.project().read(call.signal, async (session) => {
      const { total, rows } = await findUnmatched(session, waveId, otherWaveId, { offset, limit });
      return { total, rows: rows.map((row) => ({ ...row, details: null })) };
    }),
  'people.exportUnmatched': async (context, { waveId, otherWaveId }, call) => {
    const { wave, other, groups, rows } = await context
      .project()
      .read(call.signal, (session) =>
        findUnmatched(session, waveId, otherWaveId, { offset: 0, limit: null }),
      );
    const head = ['Línea', 'Seudónimo', ...groups.map(({ label }) => label)];
    const body = rows.map(({ line, person, groups: values }) => [
      line,
      person,
      ...values.map(({ value }) => value),
    ]);
    const name = `${wave.name} - personas que no están en ${other.name}.csv`;
    return context.files.writeOutput(name, 'text/csv', toCsv([head, ...body], 'excel-cl'));
  },
  'people.candidates': (context, input, call) =>
    context.project().read(call.signal, (session) => candidatesBetween(context, session, input)),
  'people.nearDuplicates': (context, input, call) =>
    context.project().read(call.signal, (session) => nearDuplicatesOf(context, session, input)),
  'people.link': (context, input, call) =>
    context.project().write(call.signal, (session) => linkPeople(context, session, input)),
  'people.keepApart': (context, input, call) =>
    context.project().write(call.signal, (session) => keepApart(context, session, input)),
  'people.unlink': async (context, { linkId }, call) => {
    await context.project().write(call.signal, (session) => unlinkPeople(session, linkId));
    return { done: true };
  },
  'people.links': async (context, _input, call) => ({
    links: await context.project().read(call.signal, listLinks),
  }),
  'people.importAliases': (context, input, call) => importAliases(context, input, call),
} satisfies HandlerMap;
