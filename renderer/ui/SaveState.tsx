import { useTexts } from '../state/preferences';
import classes from './save-state.module.css';

/** Whether what is on screen is already kept. */
export function SaveState(props: { isDirty: boolean; isSaving: boolean }) {
  const { indicators, reportsUi } = useTexts();
  const words = props.isSaving
    ? reportsUi.editor.saving
    : props.isDirty
      ? indicators.editor.unsaved
      : indicators.editor.saved;
  return (
    <span className={classes.saveState} role="status" data-dirty={props.isDirty || undefined}>
      {words}
    </span>
  );
}
