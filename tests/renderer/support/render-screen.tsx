import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { type RenderResult, render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { Router } from 'wouter';
import { memoryLocation } from 'wouter/memory-location';
import type { HostBridge } from '../../../renderer/state/host';
import { createAnswerCache, HostProvider } from '../../../renderer/state/host-context';
import { PreferencesProvider } from '../../../renderer/state/preferences';
import { cssVariables, theme } from '../../../renderer/ui/theme';
import type { Locale } from '../../../shared/text';
import './browser-gaps';

export type Screen = RenderResult & { path: () => string };

/** Draws part of the window over a host, at an address. */
export function renderScreen(
  content: ReactNode,
  options: { host: HostBridge; path?: string; locale?: Locale },
): Screen {
  const location = memoryLocation({ path: options.path ?? '/inicio', record: true });
  const rendered = render(
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} env="test">
      <PreferencesProvider initialLocale={options.locale ?? 'es'}>
        <HostProvider host={options.host} answers={createAnswerCache()}>
          <Notifications />
          <Router hook={location.hook}>{content}</Router>
        </HostProvider>
      </PreferencesProvider>
    </MantineProvider>,
  );
  return { ...rendered, path: () => location.history?.at(-1) ?? '' };
}
