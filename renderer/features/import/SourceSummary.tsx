import { Anchor, Text } from '@mantine/core';
import { Link } from 'wouter';
import type { Inspection } from '../../../shared/domain/import';
import { formatCount, formatNumber } from '../../../shared/text/format';
import { useLocale, useTexts } from '../../state/preferences';
import classes from './import.module.css';
import { formatWords } from './source-words';
import { stepAddress } from './steps';
import type { ImportWork } from './use-import-draft';

const marksShown = 5;

/** What the file is, in a few sentences: format, sheet, size, the program that wrote it, its form. */
export function SourceSummary(props: { work: ImportWork; inspection: Inspection }) {
  const { work, inspection } = props;
  const { import: words, importReading, platforms } = useTexts();
  const { locale } = useLocale();
  const { platform } = inspection;
  const rows = formatCount(inspection.rows, words.row, words.rows, locale);
  const columns = formatCount(inspection.headers.length, words.column, words.columns, locale);
  const list = new Intl.ListFormat(locale === 'es' ? 'es-CL' : 'en');
  const { files, codebook } = work.draft;
  return (
    <div className={classes.source}>
      <p>
        <Text span fw={500}>
          {inspection.fileName}
        </Text>{' '}
        {formatWords(inspection, importReading)} {importReading.source.size(rows, columns)}{' '}
        {platform && platformWords(platform.marks, platforms.names[platform.platform])}{' '}
        {codebook
          ? importReading.source.withForm(codebook.name)
          : platform?.hasCodebook && platforms.withCodebook}{' '}
        {files.length > 1 &&
          importReading.source.severalNote(formatNumber(files.length, 0, locale), inspection.fileName)}
      </p>
      <Anchor component={Link} href={stepAddress('file')} size="sm">
        {importReading.source.addMore}
      </Anchor>
    </div>
  );

  function platformWords(marks: readonly string[], name: string): string {
    if (marks.length === 0) return platforms.recognisedPlainly(name);
    return platforms.recognised(name, list.format(marks.slice(0, marksShown).map((mark) => `«${mark}»`)));
  }
}
