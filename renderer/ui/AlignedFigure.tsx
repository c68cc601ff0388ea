import { useLocale } from '../state/preferences';
import classes from './aligned.module.css';

/** A written figure whose decimal mark stands under that of the figure above; whole numbers keep the place free. */
export function AlignedFigure(props: { text: string; isStrong?: boolean }) {
  const { locale } = useLocale();
  const mark = locale === 'es' ? ',' : '.';
  const at = props.text.indexOf(mark);
  const digits = /^[+\u2212]?[\d.,]+/.exec(props.text)?.[0].length ?? props.text.length;
  const cut = at === -1 || at > digits ? digits : at;
  return (
    <span className={classes.aligned} data-strong={props.isStrong || undefined}>
      {/* Cut in two, a screen reader would read it as two figures. */}
      <span className="lb-hidden">{props.text}</span>
      <span aria-hidden>{props.text.slice(0, cut)}</span>
      <span aria-hidden className={classes.fraction}>
        {props.text.slice(cut)}
      </span>
    </span>
  );
}
