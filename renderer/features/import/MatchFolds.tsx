import type { ReactNode } from 'react';
import type { ColumnMatch } from '../../../shared/domain/import';
import { formatCount } from '../../../shared/text/format';
import { useLocale, useTexts } from '../../state/preferences';
import { Tag } from '../../ui/Tag';
import classes from './columns.module.css';
import { MatchRow } from './MatchRow';
import { claimedVariables, needsDecision } from './match-choices';
import type { ImportWork } from './use-import-draft';

/** New columns beyond these are named only; they can be left out where the columns are. */
const freshShown = 60;

/** What asks for no decision, folded: columns that fit, new ones, questions that are not in the file, columns left out. */
export function MatchFolds({ work }: { work: ImportWork }) {
  const { import: text, importColumns: words } = useTexts();
  const { locale } = useLocale();
  const { match: say } = words;
  const left = new Set(work.ownColumns.filter(({ action }) => action === 'drop').map(({ source }) => source));
  const kept = work.matches.filter(({ source }) => source === null || !left.has(source));
  const claimed = claimedVariables(work.matches);
  const settled = kept.filter((match) => !needsDecision(match, claimed));
  const fresh = settled.filter(({ statuses }) => statuses.includes('new'));
  const same = settled.filter(({ statuses }) => !statuses.includes('new') && !statuses.includes('absent'));
  const answering = new Map(
    work.columns
      .filter(({ action, variableId }) => action !== 'drop' && variableId !== null)
      .map((column) => [column.variableId, column]),
  );
  const absent = settled.filter(
    ({ statuses, variableId }) => statuses.includes('absent') && !answering.has(variableId),
  );
  const out = work.ownColumns.filter(({ source }) => left.has(source));
  const columns = (count: number) => formatCount(count, say.column, say.columns, locale);
  const questions = (count: number) => formatCount(count, say.question, say.questions, locale);
  const nameOf = ({ header, variableLabel, optionsDropped }: ColumnMatch): string => {
    const name = variableLabel ?? header ?? '';
    return optionsDropped.length > 0 ? say.unchosen(name, optionsDropped.join(', ')) : name;
  };
  return (
    <>
      <Fold title={say.absentTitle(questions(absent.length))} text={say.absentText} count={absent.length}>
        {absent.map(nameOf).join(' · ')}
      </Fold>
      <Fold title={say.newTitle(columns(fresh.length))} text={say.newText} count={fresh.length}>
        {fresh.slice(0, freshShown).map((match) => (
          <MatchRow key={match.source} match={match} work={work} isRepeated={false} isOptional />
        ))}
        {fresh.slice(freshShown).map(nameOf).join(' · ')}
      </Fold>
      <Fold title={say.sameTitle(columns(same.length))} text={say.sameText} count={same.length}>
        {same.map((match) => (
          <span key={match.source}>
            {nameOf(match)}
            {match.optionsDropped.length > 0 && <Tag>{text.match.statuses['options-dropped']}</Tag>}
            {' · '}
          </span>
        ))}
      </Fold>
      <Fold title={say.outTitle(columns(out.length))} count={out.length}>
        {out.map((column) => column.header || column.label).join(' · ')}
      </Fold>
    </>
  );
}

function Fold(props: { title: string; text?: string; count: number; children: ReactNode }) {
  if (props.count === 0) return null;
  return (
    <details className={classes.fold}>
      <summary>{props.title}</summary>
      {props.text && <p className={classes.foldText}>{props.text}</p>}
      <div className={classes.foldText}>{props.children}</div>
    </details>
  );
}
