import { Button, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { formatCount, formatNumber, formatPercent } from '../../../shared/text/format';
import { useLocale, useTexts } from '../../state/preferences';
import { useDoneToast } from '../../state/toasts';
import { useCommand } from '../../state/use-command';
import { Tag } from '../../ui/Tag';
import type { StepProps } from './TemplateSteps';
import classes from './templates.module.css';
import { XlsFormButton } from './XlsFormButton';

/** What is asked, with the survey form of each instrument; made in the project with one button and taken back with one. */
export function InstrumentStep(props: StepProps) {
  const { status, described } = props;
  const { templates } = useTexts();
  const text = templates.instrument;
  const { locale } = useLocale();
  return (
    <>
      <Text className={classes.lead}>{text.text}</Text>
      {described.instruments.map((instrument) => (
        <InstrumentCard key={instrument.key} slug={status.slug} instrument={instrument} />
      ))}
      {described.indicators.length > 0 && (
        <details className={classes.disclosure}>
          <summary>{text.indicators}</summary>
          <ul className={classes.list}>
            {described.indicators.map(({ key, name, target, isShare, unit }) => (
              <li key={key}>
                <span>{name}</span>
                <span className={classes.facts}>
                  {target === null
                    ? text.noTarget
                    : text.target(
                        isShare
                          ? formatPercent(target, 0, locale)
                          : `${formatNumber(target, Number.isInteger(target) ? 0 : 1, locale)} ${unit}`.trim(),
                      )}
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
      {described.measurements.length > 0 && (
        <details className={classes.disclosure}>
          <summary>{text.counts}</summary>
          <ul className={classes.list}>
            {described.measurements.map(({ key, name }) => (
              <li key={key}>{name}</li>
            ))}
          </ul>
        </details>
      )}
      <MakeButtons {...props} />
    </>
  );
}

function MakeButtons({ practiceId, status, described }: StepProps) {
  const { templates } = useTexts();
  const text = templates.instrument;
  const { locale } = useLocale();
  const say = useDoneToast();
  const using = useCommand('template.use');
  const undoing = useCommand('history.undo');
  const [, navigate] = useLocation();
  const [steps, setSteps] = useState(0);
  const [step] = status.steps;
  const count = (many: number, one: string, several: string) => formatCount(many, one, several, locale);
  async function make(copy: boolean): Promise<void> {
    // A copy has a record of its own, so that this one keeps what it has.
    const made = await using.run({ slug: status.slug, practiceId: copy ? null : practiceId, copy });
    if (!made) return;
    if (copy) navigate(`/practicas/${made.practiceId}/plantilla`);
    setSteps(made.steps);
    const fresh = made.items.filter(({ outcome }) => outcome === 'made').length;
    say(fresh === 0 ? text.nothingMade : text.made(count(fresh, text.thingOne, text.thingMany)));
  }
  async function undo(): Promise<void> {
    if (!(await undoing.run({ steps }))) return;
    setSteps(0);
    say(text.undone);
  }
  const isDone = step?.state === 'done';
  // Once anything rests on what was made, its steps are no longer the last ones of the history.
  const isUntouched = status.reportId === null && status.instruments.every(({ waves }) => waves.length === 0);
  const canUndo = steps > 0 && isDone && isUntouched;
  return (
    <>
      {step?.state === 'open' && (
        <Text className={classes.note}>
          {text.brings(
            count(described.instruments.length, text.instrumentOne, text.instrumentMany),
            count(described.indicators.length, text.indicatorOne, text.indicatorMany),
            count(described.measurements.length, text.countOne, text.countMany),
          )}
        </Text>
      )}
      <div className={classes.buttons}>
        {!isDone && (
          <Button loading={using.isRunning} onClick={() => void make(false)}>
            {step?.state === 'partly' ? text.makeMissing : text.make}
          </Button>
        )}
        {canUndo && (
          <Button variant="default" loading={undoing.isRunning} onClick={() => void undo()}>
            {text.undoAll}
          </Button>
        )}
        {isDone && !canUndo && (
          <Button variant="subtle" loading={using.isRunning} onClick={() => void make(true)}>
            {text.copy}
          </Button>
        )}
      </div>
    </>
  );
}

type InstrumentProps = { slug: string; instrument: StepProps['described']['instruments'][number] };

function InstrumentCard({ slug, instrument }: InstrumentProps) {
  const { templates } = useTexts();
  const text = templates.instrument;
  const { locale } = useLocale();
  const questions = formatCount(instrument.questions.length, text.questionOne, text.questionMany, locale);
  return (
    <article className={classes.card}>
      <div className={classes.cardHead}>
        <div>
          <Title order={3}>{instrument.name}</Title>
          <span className={classes.facts}>{questions}</span>
        </div>
        <XlsFormButton name={instrument.name} source={{ slug, instrument: instrument.key }} />
      </div>
      <details className={classes.disclosure}>
        <summary>{text.showQuestions}</summary>
        <ol className={classes.list}>
          {instrument.questions.map((question) => (
            <li key={question.name}>
              <span className={classes.words}>
                {question.label}
                <span className={classes.facts}>
                  {question.options.map(({ label }) => label).join(' · ') || question.hint}
                </span>
              </span>
              {!question.isAsked && <Tag>{text.notAsked}</Tag>}
              {question.isRequired && <Tag>{text.required}</Tag>}
            </li>
          ))}
        </ol>
      </details>
    </article>
  );
}
