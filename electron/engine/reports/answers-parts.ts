import { buildDistributionChart } from '../../../shared/charts';
import { variableMethodLine, variableSentence } from '../../../shared/text/rank-sentences';
import { reportBlockWords } from '../../../shared/text/reports';
import { variableWords } from '../../../shared/text/variable-figures';
import type { AnswersBehind } from './answers-behind';
import { inSentence, tryDraw } from './chart-parts';
import type { PartContext } from './comparison-parts';
import type { DocumentPart } from './document';

/** The answers behind some indicators: a figure each, what they say as a whole, and how that was worked out. */
export function answersParts(
  answers: readonly AnswersBehind[],
  { numbering, locale }: PartContext,
): DocumentPart[] {
  const { answers: words } = reportBlockWords(locale);
  const { drawnUnweighted } = variableWords(locale);
  return answers.flatMap(({ comparison }) => {
    const { distribution, waves, privacy, variable, groups, spec } = comparison;
    const everybody = groups.find(({ key }) => key.length === 0);
    if (!everybody) return [];
    const drawn = tryDraw(
      (context) =>
        buildDistributionChart('likert', { distribution, waves, threshold: privacy.threshold }, context),
      { id: `f${numbering.figures + 1}`, locale },
    );
    const hasSeveral = answers.some(
      (each) => each.comparison !== comparison && each.comparison.variable.id === variable.id,
    );
    const caption = words.caption(variable.label, hasSeveral ? (waves[1]?.name ?? '') : '');
    const method = everybody.status === 'shown' ? variableMethodLine(everybody, comparison, locale) : '';
    return [
      ...(drawn ? [{ ...drawn.figure, caption, ...numbering.nextFigure() }] : []),
      { kind: 'paragraph', look: 'body', text: variableSentence(everybody, comparison, locale) },
      ...(method === ''
        ? []
        : [
            {
              kind: 'paragraph',
              look: 'quiet',
              text: [words.method(inSentence(method)), spec.sampling?.weightId ? drawnUnweighted : '']
                .filter(Boolean)
                .join(' '),
            } satisfies DocumentPart,
          ]),
    ];
  });
}
