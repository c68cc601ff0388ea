import type { VariableId, WaveId } from '../../../shared/domain/ids';
import type { Variable } from '../../../shared/domain/instrument';
import type { SpecOf } from '../../../shared/domain/measurement';
import { AppError } from '../../../shared/errors';
import { assertGroups, optionsOf } from '../comparison/groups';
import { asCount, asText, type Session } from '../db/session';
import { sql } from '../db/sql';
import type { MeasurementPlan } from '../measurements/plan';
import { answerOf, rowsOf } from '../measurements/rows';

/** An open answer as it is stored, identities already taken out; `stage` is a value of the stage's variable. */
export type OpenAnswer = {
  waveId: WaveId;
  line: number;
  text: string;
  sha256: string;
  stage: string | null;
};

/**
 * The answers to code, in the order of the waves and their files; blank ones are none. Throws `variable-type` for a question
 * that is not answered in words or holds personal details, and for a stage that makes no groups or holds them.
 */
export async function readAnswers(
  session: Session,
  plan: MeasurementPlan<SpecOf<'coding'>>,
): Promise<OpenAnswer[]> {
  const { spec, waves } = plan;
  assertOpen(plan.variable(spec.textId));
  if (spec.stageId !== null) assertGroups(plan.variable(spec.stageId));
  if (waves.length === 0) return [];
  const rows = await session.all(
    sql`select wave, line, text, sha256(text) as hash, stage from ${rowsOf(plan, {
      text: answerOf(spec.textId),
      stage: spec.stageId === null ? () => sql`null::varchar` : answerOf(spec.stageId),
    })} as told where trim(text) <> ''`,
  );
  const order = new Map<string, number>(waves.map(({ id }, index) => [id, index]));
  const ids = new Map<string, WaveId>(waves.map(({ id }) => [id, id]));
  return rows
    .flatMap((row): OpenAnswer[] => {
      const waveId = ids.get(asText(row.wave));
      if (!waveId) return [];
      const stage = row.stage === null || row.stage === undefined ? null : asText(row.stage);
      return [{ waveId, line: asCount(row.line), text: asText(row.text), sha256: asText(row.hash), stage }];
    })
    .sort(
      (left, right) =>
        (order.get(left.waveId) ?? 0) - (order.get(right.waveId) ?? 0) || left.line - right.line,
    );
}

function assertOpen({ id, label, type, identity }: Variable): void {
  if (identity !== null || (type !== 'text' && type !== 'single')) {
    throw new AppError('variable-type', { variableId: id, variable: label, type });
  }
}

/** Every stage the answers have, in the order of its options; null last. */
export function stagesOf(
  plan: MeasurementPlan<SpecOf<'coding'>>,
  answers: readonly OpenAnswer[],
): { value: string | null; label: string }[] {
  const { stageId } = plan.spec;
  if (stageId === null) return [];
  const options = optionsOf(plan.variable(stageId));
  const found = new Set(answers.map(({ stage }) => stage));
  const rank = (value: string): number => {
    const index = options.findIndex((option) => option.value === value);
    return index < 0 ? options.length : index;
  };
  const named = [...found]
    .filter((value) => value !== null)
    .sort((left, right) => rank(left) - rank(right) || left.localeCompare(right, 'es', { numeric: true }));
  return [
    ...named.map((value) => ({
      value,
      label: options.find((option) => option.value === value)?.label ?? value,
    })),
    ...(found.has(null) ? [{ value: null, label: 'Sin respuesta' }] : []),
  ];
}

/** Names an answer inside its question. */
export function answerKey({ waveId, line }: { waveId: string; line: number }): string {
  return `${waveId}/${line}`;
}

export type TextId = VariableId;
