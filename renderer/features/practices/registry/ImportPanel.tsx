import { Button } from '@mantine/core';
import { Link } from 'wouter';
import type { AppError } from '../../../../shared/errors';
import { formatNumber } from '../../../../shared/text/format';
import { useLocale, useTexts } from '../../../state/preferences';
import { ErrorState } from '../../../ui/ErrorState';
import { SidePanel } from '../../../ui/SidePanel';
import classes from './import.module.css';
import type { ImportedRecords } from './use-import';

/** What became of each record of an imported file: renamed, fields not known, links that were lost. */
export function ImportPanel(props: {
  result: ImportedRecords | null;
  error: AppError | null;
  onClose: () => void;
}) {
  const { common, registry } = useTexts();
  const words = registry.imported;
  const { result, error } = props;
  return (
    <SidePanel
      isOpen={result !== null || error !== null}
      onClose={props.onClose}
      title={error ? words.failed : words.title}
      footer={<Button onClick={props.onClose}>{common.actions.close}</Button>}
    >
      {error && <ErrorState error={error} />}
      {result && <ImportedList result={result} onClose={props.onClose} />}
    </SidePanel>
  );
}

function ImportedList({ result, onClose }: { result: ImportedRecords; onClose: () => void }) {
  const { registry } = useTexts();
  const { locale } = useLocale();
  const words = registry.imported;
  const count = result.records.length;
  return (
    <>
      <p className={classes.panelLead}>
        {count === 1 ? words.one : words.many(formatNumber(count, 0, locale))} {words.undoHint}
      </p>
      {result.ignoredFields.length > 0 && (
        <p className={classes.importNote}>{words.fileIgnored(result.ignoredFields.join(', '))}</p>
      )}
      <ul className={classes.imported}>
        {result.records.map((taken) => (
          <ImportedRecord key={taken.practice.id} taken={taken} onClose={onClose} />
        ))}
      </ul>
    </>
  );
}

function ImportedRecord(props: { taken: ImportedRecords['records'][number]; onClose: () => void }) {
  const words = useTexts().registry.imported;
  const { practice, renamedFrom, ignoredFields, lostLinks } = props.taken;
  const isWhole = renamedFrom === null && ignoredFields.length === 0 && lostLinks.length === 0;
  return (
    <li>
      <Link href={`/practicas/${practice.id}`} onClick={props.onClose}>
        {practice.title}
      </Link>
      {isWhole && <p>{words.whole}</p>}
      {renamedFrom !== null && <p className={classes.importNote}>{words.renamed(renamedFrom)}</p>}
      {ignoredFields.length > 0 && (
        <p className={classes.importNote}>{words.ignored(ignoredFields.join(', '))}</p>
      )}
      {lostLinks.length > 0 && (
        <div className={classes.importNote}>
          <p>{words.lost}</p>
          <ul>
            {lostLinks.map((text, index) => (
              <li key={index}>{text}</li>
            ))}
          </ul>
        </div>
      )}
    </li>
  );
}
