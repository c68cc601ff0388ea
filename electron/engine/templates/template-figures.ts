import type { Call, MethodOutput, ParsedInput } from '../../../shared/contract';
import { ComparisonId } from '../../../shared/domain/ids';
import type { FigureBeside } from '../../../shared/methods/template';
import { agreesWith } from '../../../shared/templates/agreement';
import type { Locale } from '../../../shared/text/catalogue';
import {
  formatChange,
  formatChangeRange,
  formatInterval,
  formatNumber,
  formatValue,
} from '../../../shared/text/format';
import { measurementFigureText } from '../../../shared/text/measurements';
import type { EngineContext } from '../context';
import { type FoundFigure, findFigures } from './find-figures';
import { livingIds, readHoldings } from './made';
import { loadTemplate } from './template-store';
import { getUse } from './template-use';
import { templateWaves, withWaves } from './template-waves';

/** Each figure of the document beside the computed one. Throws `template-missing` where the template was never used. */
export async function templateFigures(
  context: EngineContext,
  { practiceId, locale, audience }: ParsedInput<'template.figures'>,
  call: Call,
): Promise<MethodOutput<'template.figures'>> {
  const { use, held } = await context.project().read(call.signal, async (session) => ({
    use: await getUse(session, practiceId),
    held: await readHoldings(session),
  }));
  const template = await loadTemplate(context.options.resourcesFolder, use.slug);
  const living = livingIds(use.ids, held);
  const ids = withWaves(living, templateWaves(template, living, held.waves));
  const found = await findFigures({ context, template, ids, held, audience, call });
  return { figures: found.map((each) => beside(each, locale)) };
}

function beside(found: FoundFigure, locale: Locale): FigureBeside {
  const { figure, value, reason, isSynthetic, place } = found;
  const isStated = figure.stated !== '';
  return {
    key: figure.key,
    what: figure.what,
    stated: figure.stated,
    value,
    formatted: formattedOf(found, locale),
    agrees: value === null || !isStated ? null : agreesWith(figure.agrees, value),
    reason,
    isSynthetic,
    place:
      place.kind === 'measurement'
        ? {
            kind: 'measurement',
            name: place.name,
            measurementId: place.measurement?.id ?? null,
            figure: place.found,
          }
        : {
            kind: 'comparison',
            name: place.name,
            indicator: indicatorOf(place)?.name ?? '',
            comparisonId: place.comparisonId === null ? null : ComparisonId.parse(place.comparisonId),
            basis: basisOf(found, place, locale),
          },
  };
}

type InComparison = Extract<FoundFigure['place'], { kind: 'comparison' }>;

function indicatorOf({ found }: InComparison) {
  return found?.result.indicators.find(({ id }) => id === found.row.indicatorId);
}

/** n of both waves and the interval of the figure: `n = 89 · 89 · +18,4 a +28,8`. */
function basisOf({ figure, value }: FoundFigure, place: InComparison, locale: Locale): string {
  const [change] = place.found?.row.changes ?? [];
  const indicator = indicatorOf(place);
  if (value === null || !change || !indicator || figure.place.kind !== 'comparison') return '';
  const { what } = figure.place;
  const cells = [change.baseline, change.followUp];
  const cell = what === 'baseline' ? cells[0] : cells[1];
  const interval = what === 'change' ? change.interval : (cell?.interval ?? null);
  const write = what === 'change' ? formatChangeRange : formatInterval;
  const counts = (what === 'change' ? cells : [cell]).flatMap((each) => each?.n ?? []);
  return [
    ...counts.map((n, index) => `${index === 0 ? 'n\u00a0=\u00a0' : ''}${formatNumber(n, 0, locale)}`),
    ...(interval === null ? [] : [write(interval, indicator, locale)]),
  ].join(' · ');
}

function formattedOf({ figure, value, place }: FoundFigure, locale: Locale): string | null {
  if (value === null) return null;
  if (place.kind === 'measurement') return place.found ? measurementFigureText(place.found, locale) : null;
  const indicator = indicatorOf(place);
  if (!indicator || figure.place.kind !== 'comparison') return null;
  return figure.place.what === 'change'
    ? formatChange(value, indicator, locale)
    : formatValue(value, indicator, locale);
}
