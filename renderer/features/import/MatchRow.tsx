import { Text } from '@mantine/core';
import type { ColumnMatch } from '../../../shared/domain/import';
import { useTexts } from '../../state/preferences';
import { Tag } from '../../ui/Tag';
import classes from './columns.module.css';
import { MatchAnswers } from './MatchAnswers';
import { MatchDecision } from './MatchDecision';
import { MatchFacts } from './MatchFacts';
import type { ImportWork } from './use-import-draft';

const loud: readonly ColumnMatch['statuses'][number][] = ['type-changed', 'scale-reversed', 'recoded'];

/** One difference between the file and the instrument: what differs, what that rests on, and what is decided. */
export function MatchRow(props: {
  match: ColumnMatch;
  work: ImportWork;
  isRepeated: boolean;
  isOptional?: boolean;
}) {
  const { match, work } = props;
  const { import: text } = useTexts();
  const variable = work.instrument?.variables.find(({ id }) => id === match.variableId);
  const statuses = match.statuses.filter((status) => status !== 'same' && status !== 'options-dropped');
  return (
    <div className={classes.decision}>
      <div>
        <div className={classes.caption}>{text.match.inFile}</div>
        <Text fw={500}>
          {match.header || work.columns.find(({ source }) => source === match.source)?.label}
        </Text>
      </div>
      <div>
        <div className={classes.caption}>{text.match.inInstrument}</div>
        <Text {...(match.variableLabel === null ? { c: 'dimmed', fs: 'italic' } : {})}>
          {match.variableLabel ?? text.match.nothing}
        </Text>
      </div>
      {match.source !== null && (
        <MatchDecision
          match={match}
          source={match.source}
          work={work}
          isRepeated={props.isRepeated}
          isOptional={props.isOptional ?? false}
        />
      )}
      <div className={classes.differs}>
        <div>
          {statuses.map((status) => (
            <Tag key={status} {...(loud.includes(status) ? { tone: 'warning' as const } : {})}>
              {text.match.statuses[status]}
            </Tag>
          ))}
        </div>
        <MatchFacts match={match} variable={variable} />
        {match.source !== null && (
          <MatchAnswers match={match} source={match.source} variable={variable} work={work} />
        )}
      </div>
    </div>
  );
}
