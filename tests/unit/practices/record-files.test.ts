import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recordsOfText, writeRecords } from '../../../electron/engine/practices/exchange';
import { ClaimId } from '../../../shared/domain/ids';
import {
  blankPractice,
  EvidenceLink,
  Practice,
  type PracticeDraft,
  PracticeSeed,
  practiceSlugs,
} from '../../../shared/domain/practice';

const folder = path.resolve(import.meta.dirname, '../../../seeds/practices');
let made = 0;

function newId(prefix: string): string {
  made += 1;
  return `${prefix}_${String(made).padStart(6, '0')}`;
}

/** What records say after a way through a file; a claim gets a new id each time. */
function throughFile(drafts: readonly PracticeDraft[], format: 'json' | 'csv', locale: 'es' | 'en') {
  const file = writeRecords(drafts, format, locale);
  const text = new TextDecoder().decode(new TextEncoder().encode(file.content));
  const { records, ignoredFields } = recordsOfText(text, newId, {});
  expect(ignoredFields).toEqual([]);
  expect(records.flatMap((record) => [...record.ignoredFields, ...record.lostLinks])).toEqual([]);
  return records.map(({ draft }) => withoutClaimIds(draft));
}

function withoutClaimIds(draft: PracticeDraft) {
  return { ...draft, claims: draft.claims.map(({ id: _id, ...claim }) => claim) };
}

function shipped(): PracticeDraft[] {
  const raw = practiceSlugs.map((slug) =>
    JSON.parse(readFileSync(path.join(folder, `${slug}.json`), 'utf8')),
  );
  return recordsOfText(JSON.stringify(raw), newId, {}).records.map(({ draft }) => draft);
}

const link = EvidenceLink.parse({
  kind: 'measurement',
  reportId: 'rep_aaaaaa',
  measurementId: 'mea_aaaaaa',
  figureKey: 'total|"a\\b"\nc',
});
const anyText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.constantFrom(
    '',
    '=1+1',
    "'=1+1",
    '-5',
    '@a',
    '\t',
    '\r',
    'a\nb',
    '\\n',
    '\\-',
    '\\',
    'a;"b"',
    ' | ',
    '1.5',
  ),
);
const anyList = fc.array(anyText, { maxLength: 3 });
const anyRecord: fc.Arbitrary<Partial<PracticeDraft>> = fc.record({
  summary: anyText,
  funding: anyText,
  units: anyList,
  description: anyList,
  title: fc.constantFrom('Práctica', '=1', "'@", '"a"; b'),
  basedOn: fc.option(anyText, { nil: null }),
  kind: fc.constantFrom('municipal' as const, 'agency' as const, 'commission' as const),
  claims: fc.array(
    fc.record({
      id: fc.constant(ClaimId.parse('clm_aaaaaa')),
      text: anyText.filter((text) => text !== ''),
      stated: fc.option(fc.record({ text: anyText.filter((text) => text !== ''), source: anyText })),
      evidence: fc.constantFrom(null, link),
    }),
    { maxLength: 3 },
  ),
  dates: fc.record({
    text: anyText,
    months: fc.subarray([1, 6, 12]),
    ranges: fc.array(
      fc.record({
        from: fc.constantFrom(null, '2023', '2023-06', '2023-06-30'),
        to: fc.constantFrom(null, '2024'),
        note: anyText,
      }),
      { maxLength: 2 },
    ),
  }),
});

const ways = [
  ['json', 'es'],
  ['csv', 'es'],
  ['csv', 'en'],
] as const;

describe.each(ways)('records written as %s, headings in %s', (format, locale) => {
  it('come back as the fifteen that ship', () => {
    const drafts = shipped();
    expect(drafts.map(({ title }) => title)[0]).toBe(
      PracticeSeed.parse(JSON.parse(readFileSync(path.join(folder, 'los-andes.json'), 'utf8'))).title,
    );
    expect(throughFile(drafts, format, locale)).toEqual(drafts.map(withoutClaimIds));
  });

  it('come back whatever was typed into them', () => {
    fc.assert(
      fc.property(fc.array(anyRecord, { minLength: 1, maxLength: 3 }), (records) => {
        const drafts = records.map((record) => ({ ...blankPractice('Práctica'), ...record }));
        expect(throughFile(drafts, format, locale)).toEqual(drafts.map(withoutClaimIds));
      }),
      { numRuns: 100 },
    );
  });
});

describe('a record stored before records had kinds, comunas and measurements', () => {
  it('opens with what is new left empty, and its link as one to a comparison', () => {
    const { kind, comunaCode, un, templateSlug, basedOn, archivedAt, titleEnglish, ...old } =
      blankPractice('Antigua');
    const evidence = {
      reportId: 'rep_aaaaaa',
      comparisonId: 'cmp_aaaaaa',
      indicatorId: 'ind_aaaaaa',
      followUpWaveId: 'wav_aaaaaa',
      key: [],
    };
    const at = '2024-03-05T12:00:00Z';
    const claims = [{ id: 'clm_aaaaaa', text: 'Subió.', evidence }];
    const opened = Practice.parse({ ...old, claims, id: 'pra_aaaaaa', createdAt: at, updatedAt: at });
    expect(opened).toMatchObject({ ...blankPractice('Antigua'), claims: [{ stated: null }] });
    expect(opened.claims[0]?.evidence).toEqual({ kind: 'comparison', ...evidence });
  });
});
