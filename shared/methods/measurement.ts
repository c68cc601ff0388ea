import { z } from 'zod';
import { Audience } from '../domain/comparison';
import { MeasurementId } from '../domain/ids';
import { Measurement, MeasurementDraft, MeasurementSpec } from '../domain/measurement';
import { MeasurementResult } from '../domain/measurement-result';
import { OutputFile } from '../domain/report';
import { Done, defineMethods, Locale, Nothing } from './define';

/** Registers counted on their own: cases, meetings, attendance, stages, coverage, codes, quantities. */
export const measurementMethods = defineMethods({
  'measurement.list': {
    kind: 'query',
    summary: 'All saved measurements of the project',
    input: Nothing,
    output: z.strictObject({ measurements: z.array(Measurement) }),
  },
  'measurement.save': {
    kind: 'command',
    summary: 'Create a measurement (id null) or change one',
    input: z.strictObject({ measurementId: MeasurementId.nullable(), measurement: MeasurementDraft }),
    output: Measurement,
  },
  'measurement.remove': {
    kind: 'command',
    summary: 'Delete a measurement; it can be undone',
    input: z.strictObject({ measurementId: MeasurementId }),
    output: Done,
  },
  'measurement.compute': {
    kind: 'query',
    summary: 'Count what a measurement asks, with intervals, behind the privacy threshold',
    input: z.strictObject({ spec: MeasurementSpec, audience: Audience }),
    output: MeasurementResult,
  },
  'measurement.export': {
    kind: 'command',
    summary: 'Write the figures of a measurement as CSV, or one of its charts as SVG or PNG',
    input: z.strictObject({
      spec: MeasurementSpec,
      audience: Audience,
      /** Names the file. */
      name: z.string().min(1).max(200),
      format: z.enum(['csv', 'svg', 'png']),
      /** Which of the result's charts, from 0; null for the figures. */
      chart: z.int().nonnegative().nullable(),
      locale: Locale,
    }),
    output: OutputFile,
  },
});
