import { Page } from '../../ui/Page';

export default function PracticesScreen() {
  return <Page title="">{null}</Page>;
}
export function PracticeScreen() {
  return <Page title="">{null}</Page>;
}
