import type { MeasurementResult } from '../../../shared/domain/measurement-result';
import { describeCondition } from '../../../shared/text/definition';
import { formatNumber } from '../../../shared/text/format';
import { measurementMethodLines } from '../../../shared/text/measurements';
import { useLocale, useTexts } from '../../state/preferences';
import { useQueryMethod } from '../../state/use-query-method';
import { useVariables } from '../../state/use-variables';
import { ExplainedText } from '../../ui/ExplainedText';
import { FactList } from '../../ui/FactList';
import { Fingerprint } from '../../ui/Fingerprint';
import { Section } from '../../ui/Section';
import classes from './measurements.module.css';

/** How the figures came about: methods, files, rows and what is protected. */
export function CountMethod({ result }: { result: MeasurementResult }) {
  const { measurementsUi } = useTexts();
  const { locale } = useLocale();
  const { byId } = useVariables();
  const instruments = useQueryMethod('instrument.list', {}).data?.instruments;
  const words = measurementsUi.result;
  const { threshold, suppressedFigures } = result.privacy;
  const number = (value: number) => formatNumber(value, 0, locale);
  const { filter, instrumentId } = result.spec;
  const unit = instruments?.find(({ id }) => id === instrumentId)?.rowUnit;
  const lines = measurementMethodLines(result, locale);
  return (
    <Section title={words.method}>
      {lines.length > 0 && (
        <ul className={classes.methods}>
          {lines.map((line) => (
            <li key={line}>
              <ExplainedText text={line} />
            </li>
          ))}
        </ul>
      )}
      <FactList
        facts={[
          {
            name: 'waves',
            term: words.waves,
            value: result.waves.map(({ name }) => name).join(', '),
          },
          {
            name: 'rows',
            term: words.filter,
            value:
              filter === null
                ? words.everyRow
                : describeCondition(filter, (id) => byId.get(id), locale, unit),
          },
          {
            name: 'privacy',
            term: words.protection,
            value: [
              threshold > 1 ? words.privacy(number(threshold)) : words.privacyNone,
              suppressedFigures > 0 ? words.suppressed(number(suppressedFigures)) : '',
            ].join(' '),
          },
          { name: 'stamp', term: words.stamp, value: <Fingerprint sha256={result.resultSha256} /> },
        ]}
      />
    </Section>
  );
}
