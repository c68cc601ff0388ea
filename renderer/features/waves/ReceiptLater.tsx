import { Anchor, Text } from '@mantine/core';
import { Link } from 'wouter';
import type { Receipt, Wave } from '../../../shared/domain/wave';
import { formatInstant, formatNumber } from '../../../shared/text/format';
import { useLocale, useTexts } from '../../state/preferences';
import { useVariables } from '../../state/use-variables';
import { Section } from '../../ui/Section';
import classes from './waves.module.css';

/** What happened to the wave after its import: rows that came back, files read again, and the cleaning log. */
export function ReceiptLater(props: { wave: Wave; receipt: Receipt }) {
  const { receipt } = props;
  const { cleaning, receipt: texts } = useTexts();
  const { locale } = useLocale();
  const { byId } = useVariables();
  const text = texts.later;
  const number = (value: number) => formatNumber(value, 0, locale);
  const events = [
    ...receipt.corrections.map((each) => ({
      at: each.at,
      words: `${
        each.rowsAdded === 0
          ? text.correctedNone(each.fileName)
          : text.corrected(each.fileName, number(each.rowsAdded))
      } ${text.still(number(each.rowsStillSetAside))}`,
    })),
    ...receipt.reimports.map((each) => ({
      at: each.at,
      words: text.reread(
        each.fileName,
        number(each.rowsAdded),
        number(each.rowsRemoved),
        number(each.rowsChanged),
      ),
    })),
  ].sort((left, right) => right.at.localeCompare(left.at));
  const { replayed } = receipt;
  const failed = replayed.filter(({ outcome }) => outcome !== 'applied');
  if (events.length === 0 && replayed.length === 0) return null;
  return (
    <Section title={text.title}>
      <ul className={classes.reasons}>
        {events.map(({ at, words }) => (
          <li key={at}>
            <span>{words}</span>
            <Text span size="sm" c="dimmed">
              {formatInstant(at, locale)}
            </Text>
          </li>
        ))}
      </ul>
      {replayed.length > 0 && (
        <>
          <Text>
            {text.log(number(replayed.length - failed.length), number(replayed.length))}{' '}
            <Anchor
              underline="always"
              component={Link}
              href={`/mediciones/limpieza/${props.wave.instrumentId}`}
            >
              {text.seeLog}
            </Anchor>
          </Text>
          {failed.length > 0 && (
            <>
              <Text mt={8}>{text.notApplied}</Text>
              <ul className={classes.reasons}>
                {failed.map((each) => (
                  <li key={each.cleaningId}>
                    <span>{byId.get(each.variableId)?.label ?? ''}</span>
                    <Text span size="sm" c="dimmed">
                      {cleaning.outcomes[each.outcome]}
                    </Text>
                  </li>
                ))}
              </ul>
            </>
          )}
        </>
      )}
    </Section>
  );
}
