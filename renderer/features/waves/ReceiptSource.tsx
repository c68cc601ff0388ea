import type { Receipt, Wave } from '../../../shared/domain/wave';
import { describeDialect } from '../../../shared/text/describe-dialect';
import { formatInstant, formatNumber } from '../../../shared/text/format';
import { useLocale, useTexts } from '../../state/preferences';
import { FactList } from '../../ui/FactList';
import { Fingerprint } from '../../ui/Fingerprint';
import { Section } from '../../ui/Section';
import { Term } from '../../ui/Term';
import { Reread } from './Reread';

/** Where a wave came from: the file, its fingerprint and how it was written. */
export function ReceiptSource(props: { wave: Wave; receipt: Receipt }) {
  const { receipt } = props;
  const { import: importText, platforms, receipt: texts, waves } = useTexts();
  const { locale } = useLocale();
  const text = waves.receipt;
  // A workbook has no encoding or separator to tell of: only its rows were written out to be read.
  const { encoding, delimiter } = importText.dialect.aspects;
  const ofTexts = receipt.format === 'text' ? [] : [encoding, delimiter];
  const linesOfDialect = describeDialect(receipt.dialect, importText, locale).filter(
    (line) => !ofTexts.some((aspect) => line.startsWith(aspect)),
  );
  return (
    <Section title={text.sourceTitle}>
      <FactList
        facts={[
          { name: 'file', term: text.file, value: receipt.fileName },
          { name: 'format', term: texts.format, value: texts.formats[receipt.format] },
          ...(receipt.platform === null
            ? []
            : [
                {
                  name: 'writer',
                  term: texts.writer,
                  value: (
                    <>
                      {platforms.names[receipt.platform.platform]}
                      {receipt.platform.hasCodebook && <div>{platforms.withCodebook}</div>}
                    </>
                  ),
                },
              ]),
          {
            name: 'bytes',
            term: text.bytes,
            value: text.kilobytes(formatNumber(receipt.bytes / 1024, 1, locale)),
          },
          {
            name: 'sha',
            term: <Term name="fingerprint">{text.fingerprint}</Term>,
            value: <Fingerprint sha256={receipt.sha256} />,
          },
          { name: 'at', term: text.importedAt, value: formatInstant(receipt.importedAt, locale) },
          { name: 'version', term: text.version, value: receipt.applicationVersion },
          {
            name: 'written',
            term: text.written,
            value: linesOfDialect.map((line) => <div key={line}>{line}</div>),
          },
        ]}
      />
      <Reread wave={props.wave} receipt={receipt} />
    </Section>
  );
}
