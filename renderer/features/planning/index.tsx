import { useState } from 'react';
import { useTexts } from '../../state/preferences';
import { useSharedDraft } from '../../state/use-shared-draft';
import { Page } from '../../ui/Page';
import { PlanningFields } from './PlanningFields';
import { PlanningResultView } from './PlanningResultView';
import classes from './planning.module.css';
import { firstForm, type PlanningForm, planningSpecOf } from './planning-form';

/** How many people to ask, or what they would find: the plan on the left, its answer beside it. */
export default function PlanningScreen() {
  const { common, planning } = useTexts();
  const [kept, keep] = useSharedDraft('planning', firstForm);
  // The shared draft tells its readers a moment later, which a figure being typed must not wait for.
  const [form, setForm] = useState(kept);
  const change = (part: Partial<PlanningForm>): void => {
    setForm((now) => ({ ...now, ...part }));
    keep((now) => ({ ...now, ...part }));
  };
  return (
    <Page title={common.sections.planning} purpose={planning.purpose}>
      <div className={classes.columns}>
        <PlanningFields form={form} onChange={change} />
        <PlanningResultView spec={planningSpecOf(form)} />
      </div>
    </Page>
  );
}
