import type { Receipt } from '../../../shared/domain/wave';
import { describeDialect } from '../../../shared/text/describe-dialect';
import { formatInstant, formatNumber } from '../../../shared/text/format';
import { useLocale, useTexts } from '../../state/preferences';
import { FactList } from '../../ui/FactList';
import { Fingerprint } from '../../ui/Fingerprint';
import { Section } from '../../ui/Section';
import { Term } from '../../ui/Term';

/** Where a wave came from: the file, its fingerprint and how it was written. */
export function ReceiptSource(props: { receipt: Receipt }) {
  const { receipt } = props;
  const { import: importText, waves } = useTexts();
  const { locale } = useLocale();
  const text = waves.receipt;
  return (
    <Section title={text.sourceTitle}>
      <FactList
        facts={[
          { name: 'file', term: text.file, value: receipt.fileName },
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
            value: describeDialect(receipt.dialect, importText, locale).map((line) => (
              <div key={line}>{line}</div>
            )),
          },
        ]}
      />
    </Section>
  );
}
