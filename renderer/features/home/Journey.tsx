import { IconCheck } from '@tabler/icons-react';
import { Link } from 'wouter';
import type { Wave } from '../../../shared/domain/wave';
import type { Texts } from '../../../shared/text';
import { formatCount } from '../../../shared/text/format';
import { useLocale, useTexts } from '../../state/preferences';
import { Tag } from '../../ui/Tag';
import classes from './home.module.css';
import type { JourneyKey, JourneyStep } from './journey';

/** The journey as a list: done, next, later. */
export function Journey(props: { steps: readonly JourneyStep[]; waves: readonly Wave[] }) {
  const { home } = useTexts();
  const { locale } = useLocale();
  return (
    <ol className={classes.list}>
      {props.steps.map((step, index) => {
        const text = home.journey[step.key];
        return (
          <li key={step.key} className={classes.step} data-state={step.state}>
            <span className={classes.stepMark} title={home.journey[step.state]}>
              {step.state === 'done' ? (
                <IconCheck size={15} stroke={2.5} aria-label={home.journey.done} />
              ) : (
                index + 1
              )}
            </span>
            <div>
              <div className={classes.stepTitle}>
                <Link href={step.href}>{text.title}</Link>
                {step.state === 'next' && <Tag tone="accent">{home.journey.next}</Tag>}
              </div>
              <div className={classes.stepText}>
                {step.state === 'done'
                  ? text.done(
                      doneWords(
                        step,
                        props.waves,
                        (count, one, many) => formatCount(count, one, many, locale),
                        home,
                      ),
                    )
                  : text.todo}
              </div>
            </div>
          </li>
        );
      })}
    </ol>
  );
}

type CountWords = (count: number, one: string, many: string) => string;

function doneWords(
  step: JourneyStep,
  waves: readonly Wave[],
  words: CountWords,
  home: Texts['home'],
): string {
  const { counts } = home.journey;
  const named: Record<JourneyKey, () => string> = {
    baseline: () => waveNames(waves.filter((wave) => wave.moment === 'ex-ante')),
    followUp: () => waveNames(waves.filter((wave) => wave.moment !== 'ex-ante')),
    indicators: () => words(step.count, counts.indicator, counts.indicators),
    comparison: () => words(step.count, counts.comparison, counts.comparisons),
    report: () => words(step.count, counts.report, counts.reports),
    practice: () => words(step.count, counts.practice, counts.practices),
  };
  return named[step.key]();
}

function waveNames(waves: readonly Wave[]): string {
  return waves.map((wave) => wave.name).join(', ');
}
