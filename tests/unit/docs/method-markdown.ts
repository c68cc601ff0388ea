import {
  chooseVariableMethod,
  VARIABLE_SCALES,
  type VariableFacts,
} from '../../../shared/stats/choose-variable-method';
import { METHOD_IDS } from '../../../shared/stats/types';
import { methodAssumptionsText } from '../../../shared/text/es/method-assumptions';
import { statisticsText } from '../../../shared/text/es/statistics';
import { variableComparisonText } from '../../../shared/text/es/variable-comparison';
import { capital, grouped, markdownTable, same } from './markdown';

/** Each method of a change with its reason and what it supposes, in the words of the application. */
export function methodsMarkdown(): string {
  return METHOD_IDS.map((id) => {
    const { name, why } = statisticsText.methods[id];
    return `**${capital(name)}.** ${why} *Supone:* ${methodAssumptionsText[id].join(' ')}`;
  }).join('\n\n');
}

const scaleNames: Record<VariableFacts['scale'], string> = {
  ordinal: 'Escala con orden',
  nominal: 'Opciones sin orden',
  numeric: 'Número',
  date: 'Fecha',
  multiple: 'Varias opciones a la vez',
};

/** How all answers to a question are compared, by its kind and what was declared. Throws where a census has several ways. */
export function variablesMarkdown(): string {
  const wordsOf = (facts: VariableFacts) => variableComparisonText.methods[chooseVariableMethod(facts)];
  const sides = (['matched', 'independent'] as const).flatMap((linkage) =>
    [false, true].map((isDesigned) => ({ linkage, isDesigned })),
  );
  const lineOf = (scale: VariableFacts['scale']): string =>
    sides.map((side) => capital(wordsOf({ scale, ...side, coverage: 'sample' }).name)).join('\n');
  const rows = [...grouped(VARIABLE_SCALES, lineOf)].map(([line, scales]) => [
    scales.map((scale) => scaleNames[scale]).join('; '),
    ...line.split('\n'),
  ]);
  const heads = [
    'Pregunta',
    'Mismas personas',
    'Mismas personas, con diseño declarado',
    'Cortes independientes',
    'Cortes independientes, con diseño declarado',
  ];
  const census = same(
    VARIABLE_SCALES.flatMap((scale) =>
      sides.map((side) => wordsOf({ scale, ...side, coverage: 'census' }).why),
    ),
    'the method of a census',
  );
  return `${markdownTable(heads, rows)}\n\nEn un censo la comparación es exacta. ${census}`;
}
