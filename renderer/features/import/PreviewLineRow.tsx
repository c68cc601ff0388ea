import { formatNumber } from '../../../shared/text/format';
import { useLocale, useTexts } from '../../state/preferences';
import classes from './preview.module.css';
import type { PreviewLine } from './preview-lines';

/** One line of the file in the preview; what is not read is grey and says why. */
export function PreviewLineRow(props: { line: PreviewLine; from: number; count: number }) {
  const { line, from, count } = props;
  const { import: text, importReading } = useTexts();
  const { locale } = useLocale();
  const words = importReading.preview;
  if (line.kind === 'gap') {
    return (
      <tr className={classes.outside}>
        <td className={classes.place} />
        <td colSpan={count} className={classes.wide}>
          {words.gap(formatNumber(line.count, 0, locale))}
        </td>
      </tr>
    );
  }
  const place = <td className={classes.place}>{formatNumber(line.line, 0, locale)}</td>;
  if (line.kind === 'outside') {
    return (
      <tr className={classes.outside}>
        {place}
        <td colSpan={count} className={classes.wide}>
          <span className={classes.words}>
            <em className={classes.reason}>
              {words.notRead}, {words[line.where]}
            </em>
            <span className={classes.text} title={line.text}>
              {line.text}
            </span>
          </span>
        </td>
      </tr>
    );
  }
  if (line.kind === 'aside') {
    const cells = line.cells?.filter((cell) => cell !== '').join(' · ') ?? '';
    return (
      <tr className={classes.aside}>
        {place}
        <td colSpan={count} className={classes.wide}>
          <span className={classes.words}>
            <em className={classes.reason}>
              {words.setAside(text.setAside[line.reason].toLocaleLowerCase(locale))}
            </em>
            <span className={classes.text} title={cells}>
              {cells}
            </span>
          </span>
        </td>
      </tr>
    );
  }
  return (
    <tr>
      {place}
      {Array.from({ length: count }, (_, index) => {
        const cell = line.cells[from + index] ?? '';
        return (
          <td key={from + index} className={classes.cell} title={cell === '' ? undefined : cell}>
            {cell}
          </td>
        );
      })}
    </tr>
  );
}
