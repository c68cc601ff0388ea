import { Page } from '../../ui/Page';

export default function Screen() {
  return <Page title="waves">{null}</Page>;
}
export function WaveScreen() {
  return <Page title="wave">{null}</Page>;
}
