import { describe, expect, it } from 'vitest';
import { type DecisionRow, decisionTable } from '../../../shared/stats/choose-method';
import { statisticsText } from '../../../shared/text/es/statistics';
import { classNames, classOf, classTitle, kindNames } from './decision-markdown';
import { generatedParts, readDocument } from './generated';
import { markedPart } from './markdown';

const { methods, estimates, tests } = statisticsText;

describe('parts of the documents that follow from the program', () => {
  it.each(generatedParts)('$path tells $name as the program does', ({ path, name, make }) => {
    // Where this fails: npx tsx tests/unit/docs/write-parts.ts
    expect(markedPart(readDocument(path), name)).toBe(make());
  });
});

describe('the table of decisions in the guide', () => {
  const guide = readDocument('docs/guia/metodo.md');

  it('has a place for every combination of facts, and for nothing else', () => {
    const found = new Set(decisionTable().map(classOf));
    expect([...found].sort()).toEqual([...classNames].sort());
  });

  it('names for every combination its figure, method, tests and second opinion', () => {
    const wrong = decisionTable().filter((row) => !isToldBy(guide, row));
    expect(wrong).toEqual([]);
  });
});

/** Looks a row up as a reader does: the heading of the declared design, the kind of indicator, the column. */
function isToldBy(guide: string, row: DecisionRow): boolean {
  const { facts, choice } = row;
  const [estimate = '', matched = '', independent = ''] = cellsFor(guide, row);
  const change = facts.linkage === 'matched' ? matched : independent;
  const [main = '', beside = ''] = change.split('; al lado, ');
  const [method = '', names = ''] = main.split('; ');
  const isSame = (words: string, expected: string): boolean => words.toLowerCase() === expected.toLowerCase();
  return (
    isSame(estimate, estimates[choice.estimate]) &&
    isSame(method, methods[choice.change].name) &&
    isSame(names, choice.tests.map((name) => tests[name]).join(' o ')) &&
    isSame(beside, choice.cautious === null ? '' : methods[choice.cautious].name)
  );
}

/** The cells after the first of the line that tells a kind, in the section of its class or in the one named there. */
function cellsFor(guide: string, row: DecisionRow): string[] {
  const kind = kindNames[row.facts.kind];
  const section = sectionOf(guide, classTitle(classOf(row)));
  const here = lineOf(section, kind);
  if (here) return here;
  const reference = section.find((line) => line.toLowerCase().includes(kind) && line.includes(': como en «'));
  const [, title = ''] = /: como en «(.*)»\.$/.exec(reference ?? '') ?? [];
  return lineOf(sectionOf(guide, title), kind) ?? [];
}

function lineOf(section: readonly string[], kind: string): string[] | null {
  const lines = section.filter((line) => line.startsWith('| ')).map((line) => line.slice(2, -2).split(' | '));
  const found = lines.find(([first = '']) =>
    [kind, 'todos los indicadores'].some((words) => first.toLowerCase().includes(words)),
  );
  return found?.slice(1) ?? null;
}

function sectionOf(guide: string, title: string): string[] {
  const [, after = ''] = guide.split(`### ${title}\n`);
  return (after.split('\n##')[0] ?? '').split('\n');
}
