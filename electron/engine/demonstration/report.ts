import type { Comparison } from '../../../shared/domain/comparison';
import type { VariableId } from '../../../shared/domain/ids';
import type { Indicator } from '../../../shared/domain/indicator';
import type { Practice } from '../../../shared/domain/practice';
import type { ReportBlock, ReportDraft } from '../../../shared/domain/report';
import type { IndicatorName } from './indicators';

type Content = {
  practice: Practice;
  everybody: Comparison;
  bySchool: Comparison;
  bySex: Comparison;
  sizes: Comparison;
  indicators: Record<IndicatorName, Indicator>;
  belongs: VariableId;
  /** Who the people are, for those not found again. */
  sex: VariableId;
};

/** The demonstration's report, in the words an analyst of the office could use. */
export function demonstrationReport(content: Content): ReportDraft {
  const { practice, everybody, bySchool, bySex, sizes, indicators, belongs, sex } = content;
  const comparison = (
    of: Comparison,
    names: readonly IndicatorName[],
    chart: Extract<ReportBlock, { kind: 'comparison' }>['chart'],
    caption: string,
    hasSentences: boolean,
  ): ReportBlock => ({
    kind: 'comparison',
    comparisonId: of.id,
    indicatorIds: names.map((name) => indicators[name].id),
    chart,
    showTable: true,
    showSentences: hasSentences,
    caption,
  });
  const heading = (text: string): ReportBlock => ({ kind: 'heading', text });
  const text = (...paragraphs: string[]): ReportBlock => ({ kind: 'text', text: paragraphs.join('\n\n') });

  return {
    title: 'Diagnóstico comunal de niñas, niños y adolescentes en movilidad humana',
    subtitle: 'Qué cambió entre la línea base de 2023 y el seguimiento de 2024 en trece establecimientos',
    municipality: 'Los Andes',
    unit: 'Oficina Municipal de Migración',
    practiceId: practice.id,
    audience: 'publication',
    locale: 'es',
    blocks: [
      heading('Lo principal'),
      text(
        'Este informe muestra cómo se presenta un resultado con el programa. Los establecimientos, los estudiantes y las respuestas son inventados: nada de lo que sigue describe a la comuna.',
        'Se compara a los mismos estudiantes en dos momentos, de modo que las diferencias no se deben a que haya cambiado quiénes responden.',
      ),
      comparison(
        everybody,
        ['office', 'status', 'enrolment', 'welcome', 'clinic', 'discrimination', 'carer', 'activities'],
        'dumbbell',
        'Acceso y participación, antes y después',
        true,
      ),
      heading('Pertenencia y bienestar'),
      text(
        'Seis afirmaciones sobre la escuela forman un índice de pertenencia. Se muestra también qué respondió cada quien a la primera de ellas.',
      ),
      comparison(
        everybody,
        ['belongs', 'belonging', 'wellbeing', 'attendance', 'regularisation'],
        null,
        '',
        true,
      ),
      {
        kind: 'distribution',
        comparisonId: everybody.id,
        variableId: belongs,
        chart: 'likert',
        caption: '«Me siento parte de mi escuela»: todas las respuestas',
      },
      heading('Quiénes se quedaron y quiénes no'),
      text(
        'Los cambios anteriores hablan solo de quienes se encontraron en ambas mediciones. Aquí se mira si quienes no se encontraron eran distintos al comienzo, y si eso pesa en el resultado.',
      ),
      {
        kind: 'panel',
        comparisonId: everybody.id,
        followUpWaveId: null,
        indicatorIds: (['office', 'status', 'welcome', 'belonging', 'wellbeing'] as const).map(
          (name) => indicators[name].id,
        ),
        compositionVariableIds: [sex],
        caption: '',
      },
      heading('Según establecimiento'),
      text(
        'Los establecimientos son de tamaños muy distintos. En los más pequeños el intervalo es ancho y un cambio grande puede deberse al azar; donde hay muy pocos estudiantes la cifra se protege.',
      ),
      comparison(bySchool, ['office', 'welcome'], 'dumbbell', '', true),
      heading('Según sexo'),
      comparison(bySex, ['discrimination', 'activities', 'belongs'], 'bars', '', true),
      heading('Tamaño de las mediciones'),
      text(
        'Estas cifras cuentan a todas las personas de cada medición, estén o no en la otra. No se califican como mejores o peores.',
      ),
      comparison(sizes, ['register', 'daysAttended'], null, '', false),
    ],
  };
}
