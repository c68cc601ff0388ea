import type { IndicatorDraft } from '../../../shared/domain/indicator';
import type { Wave } from '../../../shared/domain/wave';
import { useTexts } from '../../state/preferences';
import { useQueryMethod } from '../../state/use-query-method';
import classes from './indicators.module.css';
import { type ItemTurn, ScaleView } from './ScaleView';
import { Step } from './Step';

/** While an index is being built: whether its questions go together, in the project's own data. */
export function ScaleStep(props: { draft: IndicatorDraft | null; waves: readonly Wave[]; onTurn: ItemTurn }) {
  const { scaleUi } = useTexts();
  const settings = useQueryMethod('project.current', {}).data?.project?.settings;
  const { draft } = props;
  return (
    <Step title={scaleUi.title}>
      {draft?.measure.kind === 'index' && settings ? (
        <ScaleView
          measure={draft.measure}
          filter={draft.filter}
          waves={props.waves}
          coverage={settings.coverage}
          confidenceLevel={settings.confidenceLevel}
          audience="internal"
          onTurn={props.onTurn}
        />
      ) : (
        <p className={classes.hint}>{scaleUi.incomplete}</p>
      )}
    </Step>
  );
}
