import { useLocation } from 'wouter';
import { useTexts } from '../../../state/preferences';
import { useDoneToast } from '../../../state/toasts';
import { useCommand } from '../../../state/use-command';

/** Takes records of the catalogue into the project. */
export function useAdding() {
  const { registry } = useTexts();
  const [, navigate] = useLocation();
  const say = useDoneToast();
  const { run, isRunning } = useCommand('practice.addSeed');
  return {
    isRunning,
    async add(slug: string): Promise<void> {
      const practice = await run({ slug });
      if (!practice) return;
      say(registry.catalogue.added(practice.title));
      navigate(`/practicas/${practice.id}`);
    },
    async use(slug: string): Promise<void> {
      const practice = await run({ slug });
      if (practice) navigate(`/practicas/${practice.id}/plantilla`);
    },
    /** Adds several, one after another, and stays; returns how many were added. */
    async addMany(slugs: readonly string[]): Promise<number> {
      let added = 0;
      for (const slug of slugs) if (await run({ slug })) added += 1;
      return added;
    },
  };
}
