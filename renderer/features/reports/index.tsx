import { Page } from '../../ui/Page';

export default function ReportsScreen() {
  return <Page title="">{null}</Page>;
}
export function ReportScreen() {
  return <Page title="">{null}</Page>;
}
