import { Select } from '@mantine/core';
import type { MeasurementFigure } from '../../../shared/domain/measurement-result';
import type { Locale } from '../../../shared/text/catalogue';
import { formatNumber } from '../../../shared/text/format';
import {
  measurementFigureText,
  measurementIntervalText,
  measurementPeriod,
  measurementWords,
  measureName,
} from '../../../shared/text/measurements';
import { useLocale, useTexts } from '../../state/preferences';
import classes from './evidence.module.css';
import type { LinkChoice } from './use-link-choice';

/** One figure of a measurement, chosen among all with their value, interval and n in sight. */
export function FigureField(props: { choice: LinkChoice }) {
  const { evidence } = useTexts();
  const { locale } = useLocale();
  const { choice } = props;
  const { figures, figure } = choice.counted;
  const byKey = new Map(figures.map((each) => [each.key, each]));
  return (
    <Select
      searchable
      label={evidence.linking.figure}
      value={figure?.key ?? null}
      data={figures.map((each) => ({
        value: each.key,
        label: figureLabel(each, locale),
        disabled: each.status === 'suppressed',
      }))}
      renderOption={({ option }) => {
        const found = byKey.get(option.value);
        if (!found) return option.label;
        const n = found.n === null ? '' : `n ${formatNumber(found.n, 0, locale)}`;
        const note = [measurementIntervalText(found, locale), n].filter(Boolean).join(' · ');
        return (
          <span className={classes.option}>
            {option.label}
            <span className={classes.optionValue}>
              {measurementFigureText(found, locale)} <small>{note}</small>
            </span>
          </span>
        );
      }}
      onChange={(figureKey) => choice.choose({ figureKey })}
    />
  );
}

function figureLabel({ measure, of, period, phase }: MeasurementFigure, locale: Locale): string {
  const parts = [
    measureName(measure, locale),
    ...of,
    ...(period === null ? [] : [measurementPeriod(period, locale)]),
    ...(phase === null ? [] : [measurementWords(locale).phases[phase]]),
  ];
  return parts.join(', ');
}
