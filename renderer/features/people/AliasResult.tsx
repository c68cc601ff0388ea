import { Stack, Text, Title } from '@mantine/core';
import type { MethodOutput } from '../../../shared/contract';
import { formatNumber } from '../../../shared/text/format';
import { useLocale, useTexts } from '../../state/preferences';
import { FactList } from '../../ui/FactList';
import classes from './people.module.css';

/** What became of each row of a table of two numbers, and why some were not used. */
export function AliasResult(props: { report: MethodOutput<'people.importAliases'> }) {
  const { report } = props;
  const { people } = useTexts();
  const { locale } = useLocale();
  const text = people.alias;
  const number = (value: number) => formatNumber(value, 0, locale);
  const counts = [
    { name: 'read', term: text.read, value: number(report.read) },
    { name: 'linked', term: text.linked, value: number(report.linked) },
    { name: 'alreadyLinked', term: text.alreadyLinked, value: number(report.alreadyLinked) },
    { name: 'unknown', term: text.unknown, value: number(report.unknown) },
    { name: 'refused', term: text.refused, value: number(report.refused.length) },
  ];
  return (
    <Stack gap={20} role="status">
      <Title order={3}>{text.doneTitle}</Title>
      <FactList facts={counts} />
      {report.unknown > 0 && (
        <Text size="sm" c="dimmed">
          {text.unknown}: {text.unknownHelp}
        </Text>
      )}
      {report.refused.length > 0 && (
        <ul className={classes.refused}>
          {report.refused.map(({ line, reason }) => (
            <li key={line}>
              {text.refusedLine(number(line))}: {text.reasons[reason]}
            </li>
          ))}
        </ul>
      )}
    </Stack>
  );
}
