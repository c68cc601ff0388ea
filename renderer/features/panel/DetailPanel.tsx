import type { PanelResult } from '../../../shared/domain/panel';
import { useTexts } from '../../state/preferences';
import { SidePanel } from '../../ui/SidePanel';
import { AttritionDetail } from './AttritionDetail';
import { PartMethod } from './PartMethod';
import type { PanelDetail } from './panel-rows';
import { attritionRows } from './panel-rows';
import { StandardisedDetail } from './StandardisedDetail';
import { WeightingDetail } from './WeightingDetail';

/** What stands behind a part or one of its rows: a sentence, the method and why, and its figures. */
export function DetailPanel(props: { result: PanelResult; detail: PanelDetail | null; onClose: () => void }) {
  const { panel, panelUi } = useTexts();
  const { result, detail } = props;
  const row = attritionRows(result, panelUi.unanswered).find(({ id }) => id === detail?.rowId);
  const indicator = result.indicators.find(({ id }) => id === detail?.rowId);
  const rowTitle = detail?.part === 'attrition' ? row?.label : indicator?.name;
  const title = detail ? (rowTitle ?? panel.sections[detail.part]) : '';
  return (
    <SidePanel isOpen={detail !== null} onClose={props.onClose} title={title} size={560}>
      {detail?.part === 'attrition' && row && <AttritionDetail row={row} />}
      {detail?.part === 'weighting' && indicator && <WeightingDetail result={result} indicator={indicator} />}
      {detail?.part === 'standardised' && indicator && (
        <StandardisedDetail result={result} indicator={indicator} />
      )}
      {detail && <PartMethod result={result} part={detail.part} hasMethods={detail.rowId === null} />}
    </SidePanel>
  );
}
