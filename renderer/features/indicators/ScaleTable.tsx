import type { ScaleItem, ScaleValue } from '../../../shared/domain/scale';
import { formatNumber } from '../../../shared/text/format';
import { scaleReason } from '../../../shared/text/scale-sentences';
import { useLocale, useTexts } from '../../state/preferences';
import { ProtectedFigure } from '../../ui/ProtectedFigure';
import { Tag } from '../../ui/Tag';
import { Explained } from '../comparison/Explained';
import classes from './scale.module.css';

const decimals = 2;

/** Question by question: mean and spread, who did not answer, who was not asked where there is anybody, how it goes with the rest, and alpha without it. */
export function ScaleTable({ items }: { items: readonly ScaleItem[] }) {
  const { scaleUi } = useTexts();
  const { columns, helps } = scaleUi;
  const hasOutside = items.some(({ notApplicable }) => notApplicable !== undefined && notApplicable !== 0);
  return (
    <section className={classes.frame} aria-label={scaleUi.table}>
      <table className={classes.table} aria-label={scaleUi.table}>
        <thead>
          <tr>
            <th scope="col">{columns.item}</th>
            <th scope="col">
              <Explained text={columns.mean} help={helps.mean} />
            </th>
            <th scope="col">
              <Explained text={columns.spread} help={helps.spread} />
            </th>
            <th scope="col">{columns.missing}</th>
            {hasOutside && (
              <th scope="col">
                <Explained text={columns.notApplicable} help={helps.notApplicable} />
              </th>
            )}
            <th scope="col">
              <Explained text={columns.rest} help={helps.rest} />
            </th>
            <th scope="col">
              <Explained text={columns.without} help={helps.without} />
            </th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={item.variableId} data-warning={item.warning ?? undefined}>
              <th scope="row">
                {item.label} {item.isReversed && <Tag>{scaleUi.reversed}</Tag>}
              </th>
              <ItemFigures item={item} hasOutside={hasOutside} />
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function ItemFigures({ item, hasOutside }: { item: ScaleItem; hasOutside: boolean }) {
  const { locale } = useLocale();
  const width = hasOutside ? 6 : 5;
  if (item.status === 'suppressed') {
    return (
      <td colSpan={width} className={classes.absent}>
        <ProtectedFigure />
      </td>
    );
  }
  if (item.status === 'empty') {
    return (
      <td colSpan={width} className={classes.absent}>
        {scaleReason(item.mean.reason ?? 'no-answers', locale)}
      </td>
    );
  }
  const value = (figure: ScaleValue) => (
    <td title={figure.reason === null ? undefined : scaleReason(figure.reason, locale)}>
      {formatNumber(figure.value, decimals, locale)}
    </td>
  );
  return (
    <>
      {value(item.mean)}
      {value(item.standardDeviation)}
      <td>{formatNumber(item.missing, 0, locale)}</td>
      {hasOutside && (
        // Null: too few people to tell.
        <td>{formatNumber(item.notApplicable === undefined ? 0 : item.notApplicable, 0, locale)}</td>
      )}
      {value(item.restCorrelation)}
      {value(item.alphaWithout)}
    </>
  );
}
