import { useLocation } from 'wouter';
import type { Measurement } from '../../../shared/domain/measurement';
import { useTexts } from '../../state/preferences';
import { useCommand } from '../../state/use-command';
import { useHistory } from '../../state/use-history';

/** What can be done with a saved count: a copy opens to be changed, and a deletion can be undone. */
export function useCountActions({ id, name, spec }: Measurement): {
  duplicate: () => void;
  remove: () => void;
} {
  const { measurementsUi } = useTexts();
  const [location, navigate] = useLocation();
  const { announceDeletion } = useHistory();
  const saving = useCommand('measurement.save');
  const removing = useCommand('measurement.remove');
  async function duplicate(): Promise<void> {
    const copy = { name: measurementsUi.copyOf(name).slice(0, 200), spec };
    const saved = await saving.run({ measurementId: null, measurement: copy });
    if (saved) navigate(`/recuentos/${saved.id}/editar`);
  }
  async function remove(): Promise<void> {
    if (!(await removing.run({ measurementId: id }))) return;
    if (location !== '/recuentos') navigate('/recuentos');
    announceDeletion(measurementsUi.deleted(name));
  }
  return { duplicate: () => void duplicate(), remove: () => void remove() };
}
