import { Button } from '@mantine/core';
import { Component, type ReactNode } from 'react';
import { useTexts } from '../state/preferences';
import { Page } from '../ui/Page';

type Props = { resetKey: string; children: ReactNode };
type State = { failedAt: string | null };

/** Catches a screen that throws while drawing; leaving for another screen or pressing the button starts afresh. */
export class CrashBoundary extends Component<Props, State> {
  override state: State = { failedAt: null };

  static getDerivedStateFromError(): State {
    return { failedAt: '' };
  }

  override componentDidCatch(): void {
    this.setState({ failedAt: this.props.resetKey });
  }

  override componentDidUpdate(): void {
    const { failedAt } = this.state;
    if (failedAt !== null && failedAt !== '' && failedAt !== this.props.resetKey)
      this.setState({ failedAt: null });
  }

  override render(): ReactNode {
    if (this.state.failedAt === null) return this.props.children;
    return <Crashed onRetry={() => this.setState({ failedAt: null })} />;
  }
}

function Crashed(props: { onRetry: () => void }) {
  const { common } = useTexts();
  return (
    <Page title={common.states.crashTitle} purpose={common.states.crashText}>
      <Button onClick={props.onRetry}>{common.actions.retry}</Button>
    </Page>
  );
}
