import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ComparisonResult } from '../../shared/domain/comparison';
import { formatP } from '../../shared/text/format';
import { resultSentence } from '../../shared/text/sentences';
import { startTestEngine, type TestEngine } from '../support/engine';
import { fourDesignsMarkdown } from '../unit/docs/four-designs';
import { fourDesigns, readDocument } from '../unit/docs/generated';
import { markedPart } from '../unit/docs/markdown';

let test: TestEngine;
let everybody: ComparisonResult;
beforeAll(async () => {
  test = await startTestEngine();
  await test.client.call('project.openDemonstration', { fresh: true });
  const { comparisons } = await test.client.call('comparison.list', {});
  const [first] = comparisons;
  if (!first) throw new Error('the demonstration has saved comparisons');
  everybody = await test.client.call('comparison.compute', first.spec);
});
afterAll(() => test.close());

describe('what the guide quotes of the demonstration', () => {
  it('is one indicator under four designs', async () => {
    // Where this fails: npx tsx tests/unit/docs/write-parts.ts
    expect(markedPart(readDocument(fourDesigns.path), fourDesigns.name)).toBe(
      await fourDesignsMarkdown(test.client),
    );
  });

  it('is the sentence of one change, word for word', () => {
    const { row, change, indicator } = changeOf('Conoce la Oficina Municipal de Migración');
    const sentence = resultSentence(row, change, indicator, everybody.waves, 'es');
    const [quoted = ''] = sentence.split(' La meta');
    expect(proseOf('docs/guia/leer-un-resultado.md')).toContain(plain(quoted));
  });

  it('is a p-value that the correction takes back', () => {
    const { change } = changeOf('Asistencia del primer semestre');
    const p = formatP(change.test?.p ?? null, 'es');
    const corrected = formatP(change.adjusted?.p ?? null, 'es').replace('p = ', '');
    expect(proseOf('docs/guia/leer-un-resultado.md')).toContain(plain(`${p} y p corregida = ${corrected}`));
  });

  it('is how many people were found again', () => {
    const [flow] = everybody.flows;
    const of = (flow?.both ?? 0) + (flow?.onlyBaseline ?? 0);
    expect(proseOf('docs/guia/quienes-se-quedaron.md')).toContain(`${flow?.both} de ${of} estudiantes`);
    expect(proseOf('docs/guia/diseno-declarado.md')).toContain(`${flow?.both} de ${of} identificadores`);
  });
});

function changeOf(name: string) {
  const indicator = everybody.indicators.find((each) => each.name === name);
  const row = everybody.rows.find(
    ({ indicatorId, key }) => indicatorId === indicator?.id && key.length === 0,
  );
  const change = row?.changes[0];
  if (!indicator || !row || !change) throw new Error(`the demonstration compares «${name}»`);
  return { row, change, indicator };
}

/** A document as running text: quotation marks of Markdown and line breaks gone. */
function proseOf(path: string): string {
  return plain(readDocument(path).replaceAll(/\n> ?/g, ' '));
}

function plain(text: string): string {
  return text.replaceAll(/\s+/g, ' ');
}
