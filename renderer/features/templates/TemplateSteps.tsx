import { IconCircleCheck, IconCircleDashed, IconProgressCheck } from '@tabler/icons-react';
import type { PracticeId } from '../../../shared/domain/ids';
import type { TemplateDescription, TemplateStatus } from '../../../shared/methods/template';
import { useTexts } from '../../state/preferences';
import { Section } from '../../ui/Section';
import { StatusMark } from '../../ui/StatusMark';
import { DataStep } from './DataStep';
import { InstrumentStep } from './InstrumentStep';
import { ReportStep } from './ReportStep';
import { ResultsStep } from './ResultsStep';

export type StepProps = { practiceId: PracticeId; status: TemplateStatus; described: TemplateDescription };
type Step = TemplateStatus['steps'][number];

const contents = {
  instrument: InstrumentStep,
  data: DataStep,
  results: ResultsStep,
  report: ReportStep,
} satisfies Record<Step['step'], (props: StepProps) => React.ReactNode>;

/** The four steps in one column, each with how far it is. */
export function TemplateSteps(props: StepProps) {
  const { templates } = useTexts();
  return props.status.steps.map(({ step, state }) => {
    const Content = contents[step];
    return (
      <Section key={step} title={templates.steps[step]} aside={<StepState state={state} />}>
        <Content {...props} />
      </Section>
    );
  });
}

const signs = {
  open: { icon: IconCircleDashed, tone: 'quiet' },
  partly: { icon: IconProgressCheck, tone: 'warning' },
  done: { icon: IconCircleCheck, tone: 'good' },
} as const;

function StepState({ state }: Pick<Step, 'state'>) {
  const { templates } = useTexts();
  return <StatusMark {...signs[state]}>{templates.states[state]}</StatusMark>;
}
