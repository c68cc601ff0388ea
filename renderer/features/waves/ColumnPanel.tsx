import { Anchor, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { ColumnReceipt, Receipt, Wave } from '../../../shared/domain/wave';
import { formatNumber } from '../../../shared/text/format';
import { useLocale, useTexts } from '../../state/preferences';
import { useVariables } from '../../state/use-variables';
import { SidePanel } from '../../ui/SidePanel';
import { useValueWords } from '../cleaning/use-value-words';
import { ChangeTable } from './ChangeTable';
import { ColumnAccount } from './ColumnAccount';
import { CrosswalkNotes } from './CrosswalkNotes';
import { columnSentence, isStoredElsewhere, issuesOf } from './column-summary';
import { IssueTable } from './IssueTable';

/** Everything that happened to one column on the way in, with examples and their lines. */
export function ColumnPanel(props: {
  wave: Wave;
  receipt: Receipt;
  column: ColumnReceipt;
  onClose: () => void;
}) {
  const { column, receipt } = props;
  const { receipt: texts } = useTexts();
  const { locale } = useLocale();
  const words = useValueWords();
  const text = texts.panel;
  const { byId } = useVariables();
  const variable = column.variableId === null ? undefined : byId.get(column.variableId);
  const isElsewhere = isStoredElsewhere(column, receipt, byId);
  const issues = issuesOf(column, receipt);
  const crosswalk = receipt.crosswalk.find(
    ({ variableId, decision, statuses }) =>
      variableId === column.variableId && decision !== 'new' && statuses.some((status) => status !== 'same'),
  );
  const number = (value: number) => formatNumber(value, 0, locale);
  return (
    <SidePanel isOpen onClose={props.onClose} title={column.header} size={600}>
      <Stack gap={32}>
        <div>
          <Text>{columnSentence(column, receipt, texts, locale, { variables: byId, words })}</Text>
          {variable && variable.label !== column.header.trim() && (
            <Text c="dimmed">{text.stored(variable.label)}</Text>
          )}
          {column.action === 'drop' && !isElsewhere && <Text c="dimmed">{text.dropped}</Text>}
          {column.action === 'pseudonymise' && <Text c="dimmed">{text.pseudonym}</Text>}
        </div>
        {column.action !== 'drop' && <ColumnAccount column={column} receipt={receipt} />}
        {issues.length > 0 && (
          <Part title={text.issues}>
            {receipt.issues.length < receipt.issuesTotal && (
              <Text size="sm" c="dimmed" mb={8}>
                {text.issuesShown(number(receipt.issues.length), number(receipt.issuesTotal))}
              </Text>
            )}
            <IssueTable label={text.issues} receipt={receipt} issues={issues} isOneColumn />
          </Part>
        )}
        {column.recodedTotal > 0 && (
          <Part title={text.recoded}>
            <Text size="sm" c="dimmed" mb={8}>
              {text.recodedText}
            </Text>
            <ChangeTable
              label={text.recoded}
              changes={column.recoded}
              total={column.recodedTotal}
              variable={variable}
            />
          </Part>
        )}
        {column.coercedTotal > 0 && (
          <Part title={text.coerced}>
            <Text size="sm" c="dimmed" mb={8}>
              {text.coercedText}
            </Text>
            <ChangeTable
              label={text.coerced}
              changes={column.coerced}
              total={column.coercedTotal}
              variable={variable}
            />
          </Part>
        )}
        {column.redactedTotal > 0 && (
          <Part title={text.redacted}>
            <Text>{text.redactedText(number(column.redactedTotal))}</Text>
          </Part>
        )}
        {crosswalk && (
          <Part title={text.crosswalk}>
            <CrosswalkNotes entry={crosswalk} />
          </Part>
        )}
        {column.cleanedTotal > 0 && (
          <Text>
            {text.cleaned(number(column.cleanedTotal))}{' '}
            <Anchor
              underline="always"
              component={Link}
              href={`/mediciones/limpieza/${props.wave.instrumentId}`}
            >
              {text.seeLog}
            </Anchor>
          </Text>
        )}
      </Stack>
    </SidePanel>
  );
}

function Part(props: { title: string; children: ReactNode }) {
  return (
    <section>
      <Title order={3} mb={8}>
        {props.title}
      </Title>
      {props.children}
    </section>
  );
}
