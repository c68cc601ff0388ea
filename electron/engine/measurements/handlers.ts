import { MeasurementId } from '../../../shared/domain/ids';
import type { Measurement } from '../../../shared/domain/measurement';
import type { HandlerMap } from '../context';
import { changeDefinition } from '../definitions/definition-store';
import { computeMeasurement } from './compute';
import { exportMeasurement } from './export';
import { getMeasurement, listMeasurements } from './measurement-store';
import { planMeasurement } from './plan';

export const measurementHandlers = {
  'measurement.list': async (context, _input, call) => ({
    measurements: await context.project().read(call.signal, listMeasurements),
  }),

  'measurement.save': (context, { measurementId, measurement }, call) =>
    context.project().write(call.signal, async (session) => {
      const before = measurementId === null ? null : await getMeasurement(session, measurementId);
      await planMeasurement(session, measurement.spec, 'publication');
      const at = context.instant();
      const body: Measurement = {
        ...measurement,
        id: before?.id ?? MeasurementId.parse(context.newId('mea')),
        createdAt: before?.createdAt ?? at,
        updatedAt: at,
      };
      await changeDefinition(session, { entity: 'measurement', id: body.id, name: body.name, body, at });
      return body;
    }),

  'measurement.remove': async (context, { measurementId }, call) => {
    await context.project().write(call.signal, async (session) => {
      const { name } = await getMeasurement(session, measurementId);
      const change = { entity: 'measurement', id: measurementId, name, body: null } as const;
      await changeDefinition(session, { ...change, at: context.instant() });
    });
    return { done: true };
  },

  'measurement.compute': computeMeasurement,
  'measurement.export': exportMeasurement,
} satisfies HandlerMap;
