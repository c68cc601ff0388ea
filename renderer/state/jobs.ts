import { useSyncExternalStore } from 'react';
import type { MethodName, Progress } from '../../shared/contract';
import { useJobStore } from './host-context';

/** One running command. `progress` is null until the engine first reports. */
export type Job = {
  id: number;
  method: MethodName;
  startedAt: number;
  progress: Progress | null;
  cancel: () => void;
};

export type JobStore = {
  start(method: MethodName, cancel: () => void): number;
  report(id: number, progress: Progress): void;
  end(id: number): void;
  list(): readonly Job[];
  subscribe(listener: () => void): () => void;
};

/** An observable list of running jobs; each change gives a new array. */
export function createJobStore(now: () => number = Date.now): JobStore {
  let jobs: readonly Job[] = [];
  let nextId = 1;
  const listeners = new Set<() => void>();
  const replace = (next: readonly Job[]) => {
    jobs = next;
    for (const listener of listeners) listener();
  };
  return {
    start(method, cancel) {
      const id = nextId++;
      replace([...jobs, { id, method, startedAt: now(), progress: null, cancel }]);
      return id;
    },
    report: (id, progress) => replace(jobs.map((job) => (job.id === id ? { ...job, progress } : job))),
    end: (id) => replace(jobs.filter((job) => job.id !== id)),
    list: () => jobs,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** The commands running now, oldest first. */
export function useJobs(): readonly Job[] {
  const store = useJobStore();
  return useSyncExternalStore(store.subscribe, store.list);
}
