import { replaceDefinition } from '../../../electron/engine/definitions/definition-store';
import { computeMeasurement } from '../../../electron/engine/measurements/compute';
import { getInstrument } from '../../../electron/engine/projects/open-project';
import { neverCancelled } from '../../../shared/cancel';
import type { Audience } from '../../../shared/domain/comparison';
import { InstrumentId } from '../../../shared/domain/ids';
import type { RowUnit } from '../../../shared/domain/instrument';
import type { MeasurementKind, MeasurementSpec } from '../../../shared/domain/measurement';
import type { MeasurementFigure, MeasurementResult } from '../../../shared/domain/measurement-result';
import { type ComparisonProject, startComparisonProject } from '../../support/comparison-project';

/** A specification without what all kinds share. */
export type OwnSpec = {
  [K in MeasurementKind]: Omit<
    Extract<MeasurementSpec, { kind: K }>,
    'instrumentId' | 'waveIds' | 'confidenceLevel' | 'filter'
  > &
    Partial<Pick<MeasurementSpec, 'filter' | 'waveIds'>>;
}[MeasurementKind];

export type Measured = {
  project: ComparisonProject;
  compute(spec: OwnSpec, audience?: Audience): Promise<MeasurementResult>;
  close(): Promise<void>;
};

/** A project whose rows stand for what `rowUnit` says, and what is counted in it. */
export async function startMeasured({
  rowUnit = 'person',
  ...fixture
}: Parameters<typeof startComparisonProject>[0] & { rowUnit?: RowUnit }): Promise<Measured> {
  const project = await startComparisonProject(fixture);
  const instrumentId = InstrumentId.parse('ins_first0');
  await project.context.project().write(neverCancelled, async (session) => {
    const instrument = await getInstrument(session, instrumentId);
    await replaceDefinition(session, 'instrument', instrumentId, { ...instrument, rowUnit });
  });
  const call = { signal: neverCancelled, report: () => undefined };
  return {
    project,
    compute: (spec, audience = 'publication') =>
      computeMeasurement(
        project.context,
        {
          spec: {
            instrumentId,
            waveIds: [],
            filter: null,
            confidenceLevel: 0.95,
            ...spec,
          } as MeasurementSpec,
          audience,
        },
        call,
      ),
    close: () => project.close(),
  };
}

/** The figure of a key; fails where there is none. */
export function figure({ figures }: MeasurementResult, key: string): MeasurementFigure {
  const found = figures.find((one) => one.key === key);
  if (!found) throw new Error(`no figure ${key} among\n${figures.map((one) => one.key).join('\n')}`);
  return found;
}

/** The value of a figure, or its status where it has none. */
export function valueAt(result: MeasurementResult, key: string): number | string {
  const { value, status } = figure(result, key);
  return value ?? status;
}

/** So many rows alike. */
export function times<T>(count: number, row: T): T[] {
  return Array.from({ length: count }, () => row);
}
