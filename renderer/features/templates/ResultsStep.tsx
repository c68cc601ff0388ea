import { Anchor, Text } from '@mantine/core';
import { IconCircleCheck, IconCircleX } from '@tabler/icons-react';
import { Link } from 'wouter';
import type { FigureBeside } from '../../../shared/methods/template';
import { useLocale, useTexts } from '../../state/preferences';
import { useQueryMethod } from '../../state/use-query-method';
import { ErrorState } from '../../ui/ErrorState';
import { LoadingState } from '../../ui/LoadingState';
import { StatusMark } from '../../ui/StatusMark';
import { Basis } from '../measurements/HeadlineFigures';
import type { StepProps } from './TemplateSteps';
import classes from './templates.module.css';
import { useReasonWords } from './use-reason-words';

/** The figures of the document beside those of the data. */
export function ResultsStep({ practiceId, status }: StepProps) {
  const { templates } = useTexts();
  const text = templates.results;
  const { locale } = useLocale();
  const hasData = status.instruments.some(({ waves }) => waves.length > 0);
  const answer = useQueryMethod('template.figures', hasData ? { practiceId, locale } : null, {
    keepsPrevious: true,
  });
  if (!hasData) return <Text c="dimmed">{text.empty}</Text>;
  if (answer.error) return <ErrorState error={answer.error} onRetry={answer.retry} />;
  if (!answer.data) return <LoadingState progress={answer.progress} />;
  const { figures } = answer.data;
  const { columns } = text;
  return (
    <>
      <Text className={classes.lead}>{text.text}</Text>
      {figures.some(({ isSynthetic }) => isSynthetic) && (
        <Text className={classes.note}>{text.synthetic}</Text>
      )}
      <div className={classes.frame}>
        <table className={classes.table} aria-label={text.text} aria-busy={answer.isStale}>
          <thead>
            <tr>
              <th scope="col">{columns.what}</th>
              <th scope="col">{columns.stated}</th>
              <th scope="col" data-align="end">
                {columns.computed}
              </th>
              <th scope="col">{columns.agrees}</th>
              <th scope="col">{columns.where}</th>
            </tr>
          </thead>
          <tbody>
            {figures.map((figure) => (
              <FigureRow key={figure.key} figure={figure} />
            ))}
          </tbody>
        </table>
      </div>
      {status.comparisons
        .filter(({ waitsFor }) => waitsFor.length > 0)
        .map(({ key, name, waitsFor }) => (
          <Text key={key} className={classes.facts} mt="sm">
            {text.waiting(name, waitsFor.join(', '))}
          </Text>
        ))}
    </>
  );
}

function FigureRow({ figure }: { figure: FigureBeside }) {
  const { templates } = useTexts();
  const text = templates.results;
  const reasonWords = useReasonWords();
  return (
    <tr>
      <td>{figure.what}</td>
      <td>{figure.stated || <span className={classes.facts}>{text.notStated}</span>}</td>
      <td data-align="end">
        {figure.formatted ?? <span className={classes.facts}>{reasonWords(figure.reason ?? '')}</span>}
        <FigureBasis place={figure.place} />
      </td>
      <td>
        {figure.agrees === true && (
          <StatusMark icon={IconCircleCheck} tone="good">
            {text.agrees}
          </StatusMark>
        )}
        {figure.agrees === false && (
          <StatusMark icon={IconCircleX} tone="warning">
            {text.differs}
          </StatusMark>
        )}
      </td>
      <td>
        <FigurePlace place={figure.place} />
      </td>
    </tr>
  );
}

/** What the figure rests on, below it. */
function FigureBasis({ place }: Pick<FigureBeside, 'place'>) {
  if (place.kind === 'comparison') return <div className={classes.facts}>{place.basis}</div>;
  return <div className={classes.facts}>{place.figure && <Basis figure={place.figure} />}</div>;
}

function FigurePlace({ place }: Pick<FigureBeside, 'place'>) {
  const href =
    place.kind === 'measurement'
      ? place.measurementId && `/recuentos/${place.measurementId}`
      : place.comparisonId && `/comparacion/${place.comparisonId}`;
  if (!href) return <span>{place.name}</span>;
  return (
    <Anchor component={Link} href={href}>
      {place.name}
    </Anchor>
  );
}
