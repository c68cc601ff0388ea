import { Anchor } from '@mantine/core';
import type { SeriesModel, SeriesResult } from '../../../shared/domain/series';
import { formatChange, formatChangeRange, formatP } from '../../../shared/text/format';
import { seriesFigureStyle } from '../../../shared/text/series-sentences';
import { useLocale, useTexts } from '../../state/preferences';
import { Section } from '../../ui/Section';
import classes from './series.module.css';

const rows = ['levelChange', 'slopeChange', 'endChange', 'preSlope', 'postSlope'] as const;

/** Level and pace before and after, each with both intervals. */
export function EffectsTable(props: { result: SeriesResult; model: SeriesModel; onMethod: () => void }) {
  const { series } = useTexts();
  const { locale } = useLocale();
  const { result, model } = props;
  const words = series.table;
  const style = seriesFigureStyle(result, locale);
  return (
    <Section
      title={series.result.effects}
      aside={
        <Anchor component="button" type="button" className={classes.methodLink} onClick={props.onMethod}>
          {series.result.method}
        </Anchor>
      }
    >
      <div className={classes.tableFrame}>
        <table className={classes.table} aria-label={words.label}>
          <thead>
            <tr>
              <th scope="col">{words.what}</th>
              <th scope="col">{words.estimate}</th>
              <th scope="col">{words.interval}</th>
              <th scope="col">{words.cautious}</th>
              <th scope="col">{words.p}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((name) => {
              const effect = model[name];
              const cautious = name === 'preSlope' || name === 'postSlope' ? null : model.cautious?.[name];
              return (
                <tr key={name}>
                  <th scope="row">
                    {words.rows[name]}
                    <span className={classes.help}>{words.helps[name]}</span>
                  </th>
                  <td>{formatChange(effect.estimate, style, locale)}</td>
                  <td>{formatChangeRange(effect.interval, style, locale)}</td>
                  <td>{formatChangeRange(cautious?.interval ?? null, style, locale)}</td>
                  <td>{formatP(effect.p, locale)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </Section>
  );
}
