import type { Locale } from '../../../shared/text/catalogue';
import { formatInstant, formatNumber } from '../../../shared/text/format';
import { reportWords } from '../../../shared/text/reports';
import { applicationName, applicationVersion } from '../version';
import type { DocumentPart } from './document';
import { type ReportMaterial, resultOf } from './material';

/** The stamp of a report: files, rows and fingerprints it came from, and the program that made it. */
export function stampParts(material: ReportMaterial, locale: Locale): DocumentPart[] {
  const { stamp: words, method } = reportWords(locale);
  const number = (value: number): string => formatNumber(value, 0, locale);
  const waves = material.waves.flatMap(({ wave, receipt }): DocumentPart[] => [
    { kind: 'heading', level: 2, text: wave.name },
    {
      kind: 'facts',
      items: [
        { label: words.file, values: [wave.fileName] },
        { label: words.fingerprint, values: [wave.fileSha256] },
        {
          label: words.rows,
          values: [
            words.rowsValue(number(receipt.rowsRead), number(receipt.rowsKept), number(receipt.rowsSetAside)),
          ],
        },
        { label: words.importedAt, values: [formatInstant(wave.importedAt, locale)] },
      ],
    },
  ]);
  const results = material.blocks.flatMap((block) =>
    block.kind === 'distribution' ? [] : resultOf(block).map(({ resultSha256 }) => resultSha256),
  );
  return [
    { kind: 'heading', level: 1, text: method.dataTitle },
    { kind: 'paragraph', look: 'body', text: words.intro },
    ...waves,
    {
      kind: 'facts',
      items: [
        ...(results.length === 0 ? [] : [{ label: words.results, values: [...new Set(results)] }]),
        { label: words.report, values: [material.contentSha256] },
        { label: words.application, values: [words.applicationValue(applicationName, applicationVersion)] },
      ],
    },
  ];
}
