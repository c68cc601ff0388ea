import { Anchor, Collapse, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { MethodOutput } from '../../../shared/contract';
import { formatCount, formatNumber } from '../../../shared/text/format';
import { useLocale, useTexts } from '../../state/preferences';
import classes from './import.module.css';

export type CodebookDescription = MethodOutput<'codebook.describe'>;

/** What a form holds: questions, rules, languages, what is not used, and its questions on demand. */
export function CodebookFacts(props: {
  description: CodebookDescription;
  fileName: string;
  onRemove: () => void;
}) {
  const { title, languages, questions, ignored } = props.description;
  const { importReading } = useTexts();
  const text = importReading.codebook;
  const { locale } = useLocale();
  const [isOpen, list] = useDisclosure(false);
  const number = (value: number) => formatNumber(value, 0, locale);
  const kinds: Readonly<Record<string, string>> = text.ignoredKinds;
  const skips = questions.filter(({ relevant }) => relevant !== null).length;
  const limits = questions.filter(({ constraint }) => constraint !== null).length;
  const [shown, ...others] = languages;
  const asList = new Intl.ListFormat(locale === 'es' ? 'es-CL' : 'en');
  return (
    <div className={classes.facts}>
      <Text fw={500}>{title ?? props.fileName}</Text>
      {title !== null && (
        <Text size="sm" c="dimmed">
          {props.fileName}
        </Text>
      )}
      <Text size="sm" mt={8}>
        {text.holds(
          formatCount(questions.length, text.question, text.questions, locale),
          number(questions.filter(({ options }) => options.length > 0).length),
        )}{' '}
        {skips + limits > 0 && text.rules(number(skips), number(limits))}
      </Text>
      {shown !== undefined && <Text size="sm">{text.languages(shown, asList.format(others))}</Text>}
      {ignored.length > 0 && (
        <Text size="sm" c="dimmed" mt={8}>
          {text.ignored(
            asList.format(ignored.map(({ kind, count }) => `${kinds[kind] ?? kind} (${number(count)})`)),
          )}
        </Text>
      )}
      <div className={classes.links}>
        <Anchor component="button" type="button" size="sm" aria-expanded={isOpen} onClick={list.toggle}>
          {text.showQuestions}
        </Anchor>
        <Anchor component="button" type="button" size="sm" onClick={props.onRemove}>
          {text.remove}
        </Anchor>
      </div>
      <Collapse expanded={isOpen}>
        <ol className={classes.questions}>
          {questions.map((question) => (
            <li key={question.path}>
              {question.label ?? question.name}
              <Text span c="dimmed" size="sm">
                {' '}
                {question.isDrafted ? question.name : `${question.name}, ${text.notDrafted}`}
              </Text>
            </li>
          ))}
        </ol>
      </Collapse>
    </div>
  );
}
