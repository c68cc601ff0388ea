import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import type { QueryClient } from '@tanstack/react-query';
import { Router } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import { Shell } from './shell/Shell';
import type { HostBridge } from './state/host';
import { HostProvider } from './state/host-context';
import { PreferencesProvider } from './state/preferences';
import { cssVariables, theme } from './ui/theme';

const colorScheme = localStorageColorSchemeManager({ key: 'linea-base.color-scheme' });

/** The whole window: theme, language, connection to the host, and the shell with its screens. */
export function App(props: { host: HostBridge; answers: QueryClient }) {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      colorSchemeManager={colorScheme}
      defaultColorScheme="auto"
    >
      <PreferencesProvider>
        <HostProvider host={props.host} answers={props.answers}>
          <Notifications position="bottom-center" limit={4} />
          <Router hook={useHashLocation}>
            <Shell />
          </Router>
        </HostProvider>
      </PreferencesProvider>
    </MantineProvider>
  );
}
