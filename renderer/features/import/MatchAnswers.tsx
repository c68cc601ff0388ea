import { Select } from '@mantine/core';
import type { ColumnMatch } from '../../../shared/domain/import';
import type { Variable } from '../../../shared/domain/instrument';
import { useTexts } from '../../state/preferences';
import classes from './columns.module.css';
import { answersToPlace, choose, targetsOf } from './match-choices';
import type { ImportWork } from './use-import-draft';

const shownMost = 12;
const asWritten = '\u0000as-written';
const asMissing = '\u0000missing';

/** Answers the instrument does not know, each of which can be read as one of its own. */
export function MatchAnswers(props: {
  match: ColumnMatch;
  source: number;
  variable: Variable | undefined;
  work: ImportWork;
}) {
  const { match, source, variable, work } = props;
  const { importColumns: words } = useTexts();
  const own = work.ownColumns.find((column) => column.source === source);
  const profile = work.inspection.data?.columns.find(({ proposal }) => proposal.source === source);
  const seen = profile?.identityEvidence ? [] : (profile?.topValues ?? []).map(({ value }) => value);
  const answers = answersToPlace(match, variable, own, seen).slice(0, shownMost);
  if (!variable || answers.length === 0) return null;
  const recodes = work.draft.choices[source]?.recodes ?? [];
  const targets = targetsOf(variable);
  // A country or a comuna is stored by its code; the file said its name.
  const labelOf = (answer: string) => own?.options.find(({ value }) => value === answer)?.label ?? answer;
  function place(from: string, to: string | null): void {
    const others = recodes.filter((recode) => recode.from !== from);
    const added = to === asWritten ? [] : [{ from, to: to === asMissing ? null : to }];
    work.change({
      // What the answers are read as has changed, so the column waits for its decision again.
      choices: choose(work.draft.choices, source, { recodes: [...others, ...added], answer: null }),
    });
  }
  return (
    <div className={classes.readAs}>
      <span className={classes.caption}>{words.match.placeTitle}</span>
      <ul className={classes.list}>
        {answers.map((answer) => {
          const recode = recodes.find(({ from }) => from === answer);
          return (
            <li key={answer} className={classes.place}>
              <span>«{labelOf(answer)}»</span>
              <Select
                size="xs"
                searchable
                aria-label={words.match.placeLabel(labelOf(answer))}
                data={[
                  { value: asWritten, label: words.match.placeAs },
                  ...targets.map(({ value, label }) => ({ value, label })),
                  { value: asMissing, label: words.panel.recodeAsMissing },
                ]}
                value={recode ? (recode.to ?? asMissing) : asWritten}
                onChange={(value) => place(answer, value)}
              />
            </li>
          );
        })}
      </ul>
    </div>
  );
}
