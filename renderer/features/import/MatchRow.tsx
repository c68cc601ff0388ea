import { Text } from '@mantine/core';
import type { ColumnMatch } from '../../../shared/domain/import';
import { formatPercent } from '../../../shared/text/format';
import { useLocale, useTexts } from '../../state/preferences';
import { Tag } from '../../ui/Tag';
import classes from './import.module.css';
import { MatchDecision } from './MatchDecision';
import type { ImportWork } from './use-import-draft';

/** The headings above the rows of differences. */
export function MatchHead() {
  const { import: text } = useTexts();
  return (
    <div className={`${classes.matchRow} ${classes.matchHead}`} aria-hidden>
      <span>{text.match.inFile}</span>
      <span>{text.match.inInstrument}</span>
      <span>{text.match.difference}</span>
      <span>{text.match.decision}</span>
    </div>
  );
}

/** One difference between the file and the instrument, and what to do about it. */
export function MatchRow(props: { match: ColumnMatch; work: ImportWork; isRepeated: boolean }) {
  const { match } = props;
  const { common, import: text } = useTexts();
  const { locale } = useLocale();
  const statuses = match.statuses.filter((status) => status !== 'same');
  const answering =
    match.source === null
      ? props.work.columns.find(
          ({ action, variableId }) => action !== 'drop' && variableId === match.variableId,
        )
      : undefined;
  const isAlike = statuses.includes('renamed') || statuses.includes('reworded');
  return (
    <div className={classes.matchRow}>
      <div className={match.header === null ? classes.absent : undefined}>
        {match.header ?? text.match.nothing}
      </div>
      <div className={match.variableLabel === null ? classes.absent : undefined}>
        {match.variableLabel ?? text.match.nothing}
      </div>
      <div>
        {statuses.map((status) => (
          <Tag key={status} {...(status === 'type-changed' ? { tone: 'warning' as const } : {})}>
            {text.match.statuses[status]}
          </Tag>
        ))}
        {isAlike && match.similarity >= 0.5 && (
          <div className={classes.optionLine}>
            {text.match.similarity(formatPercent(match.similarity, 0, locale))}
          </div>
        )}
        {match.optionsAdded.length > 0 && (
          <div className={classes.optionLine}>+ {match.optionsAdded.join(', ')}</div>
        )}
        {match.optionsDropped.length > 0 && (
          <div className={classes.optionLine}>− {match.optionsDropped.join(', ')}</div>
        )}
        {match.typeBefore && match.typeNow && match.typeBefore !== match.typeNow && (
          <div className={classes.optionLine}>
            {text.match.typeChange(
              common.variableTypes[match.typeBefore],
              common.variableTypes[match.typeNow],
            )}
          </div>
        )}
      </div>
      <div>
        {match.source === null ? (
          <Text c="dimmed">
            {answering
              ? text.match.answeredBy(answering.header || answering.label)
              : text.match.absentDecision}
          </Text>
        ) : (
          <MatchDecision
            work={props.work}
            source={match.source}
            proposedId={match.variableId}
            isRepeated={props.isRepeated}
          />
        )}
      </div>
    </div>
  );
}
