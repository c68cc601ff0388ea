import { AppShell } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Suspense } from 'react';
import { Redirect, Route, Switch, useLocation } from 'wouter';
import { useUnfinishedImport } from '../features/import/use-unfinished-import';
import { type Route as RouteEntry, routes } from '../routes';
import { useTexts } from '../state/preferences';
import { useLeaveWarning } from '../state/use-leave-warning';
import { useQueryMethod } from '../state/use-query-method';
import { ErrorState } from '../ui/ErrorState';
import { LoadingState } from '../ui/LoadingState';
import { Page } from '../ui/Page';
import { CrashBoundary } from './CrashBoundary';
import { NoProject } from './NoProject';
import { NotFound } from './NotFound';
import { Rail } from './Rail';
import railClasses from './Rail.module.css';
import { ShortcutList } from './ShortcutList';
import { useHostEvents } from './use-host-events';
import { useOtherWindows } from './use-other-windows';
import { useShortcuts } from './use-shortcuts';

/** The rail, the screen of the current address, and what is common to all of them. */
export function Shell() {
  const { common } = useTexts();
  const [location] = useLocation();
  const [isListOpen, list] = useDisclosure(false);
  useShortcuts({ showList: list.open });
  useHostEvents({ showHelp: list.open });
  useOtherWindows();
  useLeaveWarning(useUnfinishedImport());
  return (
    <>
      <button type="button" className="lb-skip" onClick={() => document.getElementById('content')?.focus()}>
        {common.navigation.skip}
      </button>
      <AppShell navbar={{ width: 240, breakpoint: 0 }} padding={0}>
        <AppShell.Navbar className={railClasses.navbar ?? ''}>
          <Rail showShortcuts={list.open} />
        </AppShell.Navbar>
        <AppShell.Main id="content" tabIndex={-1} style={{ outline: 'none' }}>
          <CrashBoundary resetKey={location}>
            <Suspense fallback={<OpeningScreen />}>
              <Switch>
                {routes.map((route) => (
                  <Route key={route.pattern} path={route.pattern}>
                    <Screen route={route} />
                  </Route>
                ))}
                <Route path="/">
                  <Redirect to="/inicio" replace />
                </Route>
                <Route>
                  <NotFound />
                </Route>
              </Switch>
            </Suspense>
          </CrashBoundary>
        </AppShell.Main>
      </AppShell>
      <ShortcutList isOpen={isListOpen} onClose={list.close} />
    </>
  );
}

function OpeningScreen() {
  const { common } = useTexts();
  return (
    <Page title="">
      <LoadingState label={common.navigation.openingSection} />
    </Page>
  );
}

function Screen(props: { route: RouteEntry }) {
  const { route } = props;
  const { common } = useTexts();
  const current = useQueryMethod('project.current', {});
  if (!route.needsProject || current.data?.project) return <route.Screen />;
  if (current.error) {
    return (
      <Page title={common.states.failed}>
        <ErrorState error={current.error} onRetry={current.retry} />
      </Page>
    );
  }
  return current.data ? <NoProject /> : <OpeningScreen />;
}
