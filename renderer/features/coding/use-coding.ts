import { useState } from 'react';
import type { MethodOutput } from '../../../shared/contract';
import type { Code, Measurement, SpecOf } from '../../../shared/domain/measurement';
import { useCommand } from '../../state/use-command';
import { useQueryMethod } from '../../state/use-query-method';

export type CodingMeasurement = Measurement & { spec: SpecOf<'coding'> };
export type CodedAnswer = MethodOutput<'coding.list'>['answers'][number];
export type Filters = {
  stage: string | null;
  state: 'all' | 'uncoded' | 'coded' | 'quotes' | 'changed';
  search: string;
};
type Mark = { codes: readonly string[] | null; isQuote: boolean };

const mostAnswers = 5000;

/** Names an answer on screen. */
export function answerName({ waveId, line }: Pick<CodedAnswer, 'waveId' | 'line'>): string {
  return `${waveId}/${line}`;
}

function fits({ codes, isQuote, hasChanged }: CodedAnswer, state: Filters['state']): boolean {
  if (state === 'uncoded') return codes === null;
  if (state === 'coded') return codes !== null;
  if (state === 'quotes') return isQuote;
  return state === 'all' || hasChanged;
}

/**
 * The answers one coder sees and what can be done to them. A mark shows at once, before the engine has stored it; answers stay
 * on screen while they are being coded, even where the filter would no longer let them in.
 */
export function useCoding(measurement: CodingMeasurement, coder: string) {
  const [filters, setFilters] = useState<Filters>({ stage: null, state: 'all', search: '' });
  const [marks, setMarks] = useState<ReadonlyMap<string, Mark>>(new Map());
  const [kept, setKept] = useState<ReadonlySet<string>>(new Set());
  const assigning = useCommand('coding.assign');
  const { stage, search, state } = filters;
  const asked = { measurementId: measurement.id, coder, stage, search, state: 'all' as const };
  const answer = useQueryMethod(
    'coding.list',
    { ...asked, offset: 0, limit: mostAnswers },
    { keepsPrevious: true },
  );
  const all = (answer.data?.answers ?? []).map((one): CodedAnswer => {
    const mark = marks.get(answerName(one));
    return mark ? { ...one, codes: mark.codes ? [...mark.codes] : null, isQuote: mark.isQuote } : one;
  });
  const answers = all.filter((one) => kept.has(answerName(one)) || fits(one, state));

  async function mark(one: CodedAnswer, next: Mark): Promise<void> {
    const name = answerName(one);
    setMarks((now) => new Map(now).set(name, next));
    setKept((now) => new Set(now).add(name));
    const entry = {
      waveId: one.waveId,
      line: one.line,
      codes: next.codes ? [...next.codes] : null,
      isQuote: next.isQuote,
    };
    await assigning.run({ measurementId: measurement.id, coder, entries: [entry] });
    setMarks((now) => {
      if (now.get(name) !== next) return now;
      const rest = new Map(now);
      rest.delete(name);
      return rest;
    });
  }
  return {
    answers,
    total: answer.data?.total ?? 0,
    data: answer.data,
    error: answer.error,
    isLoading: answer.isLoading,
    retry: answer.retry,
    filters,
    filter(part: Partial<Filters>) {
      setKept(new Set());
      setFilters((now) => ({ ...now, ...part }));
    },
    /** Gives a code or takes it away; without any left the answer counts as not coded. */
    toggle(one: CodedAnswer, code: string) {
      const given = one.codes ?? [];
      const codes = given.includes(code) ? given.filter((each) => each !== code) : [...given, code];
      void mark(one, { codes: codes.length === 0 ? null : codes, isQuote: one.isQuote });
    },
    /** Says that no code applies, or takes that back. */
    toggleNone(one: CodedAnswer) {
      void mark(one, { codes: one.codes?.length === 0 ? null : [], isQuote: one.isQuote });
    },
    toggleQuote(one: CodedAnswer) {
      void mark(one, { codes: one.codes, isQuote: !one.isQuote });
    },
  };
}

export type CodingDesk = ReturnType<typeof useCoding>;

/** Changes of the list of codes, each a step that can be undone. */
export function useCodes(measurement: CodingMeasurement) {
  const saving = useCommand('measurement.save');
  return {
    isSaving: saving.isRunning,
    save: (codes: readonly Code[]) =>
      saving.run({
        measurementId: measurement.id,
        measurement: { name: measurement.name, spec: { ...measurement.spec, codes: [...codes] } },
      }),
  };
}

/** A slug for a new code, from its label, that the list does not have yet. */
export function newSlug(label: string, codes: readonly Code[]): string {
  const plain = label
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 34);
  const stem = plain === '' ? 'tema' : plain;
  const taken = new Set(codes.map(({ id }) => id));
  for (let number = 1; ; number += 1) {
    const slug = number === 1 ? stem : `${stem}-${number}`;
    if (!taken.has(slug)) return slug;
  }
}
