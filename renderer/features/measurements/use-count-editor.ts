import { useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import type { Measurement } from '../../../shared/domain/measurement';
import { useTexts } from '../../state/preferences';
import { useDoneToast } from '../../state/toasts';
import { useCommand } from '../../state/use-command';
import { useSharedDraft } from '../../state/use-shared-draft';
import { type CountForm, countFormOf } from './count-form';
import { type ReadCount, readCount } from './count-spec';

export type CountEditor = {
  form: CountForm;
  read: ReadCount;
  isDirty: boolean;
  isSaving: boolean;
  change: (part: Partial<CountForm>) => void;
  replace: (form: CountForm) => void;
  save: () => void;
  discard: () => void;
};

/** A count being put together, kept while other screens are looked at. `start` fills a new one. */
export function useCountEditor(measurement: Measurement | null, start: CountForm | null): CountEditor {
  const { measurementsUi } = useTexts();
  const [, navigate] = useLocation();
  const say = useDoneToast();
  const saving = useCommand('measurement.save');
  const name = `measurement ${measurement?.id ?? `new ${start?.kind ?? ''}`}`;
  const [kept, keep] = useSharedDraft<CountForm | null>(name, null);
  const initial = useMemo(() => (measurement ? countFormOf(measurement) : start), [measurement, start]);
  const [first] = useState(initial);
  const form = kept ?? first;
  if (form === null) throw new Error('a new count needs something to start from');
  const read = useMemo(() => readCount(form), [form]);
  const fallback = measurementsUi.kinds[form.kind].name;

  async function save(): Promise<void> {
    if (read.spec === null || form === null) return;
    const saved = await saving.run({
      measurementId: measurement?.id ?? null,
      measurement: { name: form.name.trim() || fallback, spec: read.spec },
    });
    if (!saved) return;
    keep(() => null);
    say(measurementsUi.saved(saved.name));
    navigate(`/recuentos/${saved.id}`, { replace: true });
  }
  return {
    form,
    read,
    isDirty: kept !== null,
    isSaving: saving.isRunning,
    change: (part) => keep((now) => ({ ...(now ?? form), ...part })),
    replace: (next) => keep(() => next),
    save: () => void save(),
    discard() {
      keep(() => null);
      navigate(measurement ? `/recuentos/${measurement.id}` : '/recuentos');
    },
  };
}
