import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useMemo } from 'react';
import { type Client, createClient } from '../../shared/client';
import type { HostBridge } from './host';
import { createJobStore, type JobStore } from './jobs';

type Connection = { host: HostBridge; client: Client; jobs: JobStore };
const ConnectionContext = createContext<Connection | null>(null);

/** A cache of answers: they stay good until a command changes something, and a failure is shown, not retried. */
export function createAnswerCache(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        retry: false,
        staleTime: Number.POSITIVE_INFINITY,
        refetchOnWindowFocus: false,
        networkMode: 'always',
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
}

/** Joins the window to its host for everything below it. */
export function HostProvider(props: { host: HostBridge; answers: QueryClient; children: ReactNode }) {
  const { host } = props;
  const connection = useMemo<Connection>(
    () => ({ host, client: createClient(host.transport), jobs: createJobStore() }),
    [host],
  );
  return (
    <ConnectionContext value={connection}>
      <QueryClientProvider client={props.answers}>{props.children}</QueryClientProvider>
    </ConnectionContext>
  );
}

function useConnection(): Connection {
  const connection = useContext(ConnectionContext);
  if (connection === null) throw new Error('HostProvider is missing above this component');
  return connection;
}

/** The typed client of the engine. */
export function useClient(): Client {
  return useConnection().client;
}

/** Files in and out, dialogs and menu of the program around the window. */
export function useHost(): HostBridge {
  return useConnection().host;
}

/** The list of running jobs. */
export function useJobStore(): JobStore {
  return useConnection().jobs;
}
