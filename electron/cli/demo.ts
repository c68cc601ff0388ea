import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, relative } from 'node:path';
import { directionText } from '../../shared/charts/words';
import { type CallOptions, type Client, createClient } from '../../shared/client';
import type { ComparisonResult } from '../../shared/domain/comparison';
import { asAppError } from '../../shared/errors';
import { texts } from '../../shared/text';
import type { Locale } from '../../shared/text/catalogue';
import { caveatOf } from '../../shared/text/caveats';
import { demonstrationText as english } from '../../shared/text/en/demonstration';
import { demonstrationText as spanish } from '../../shared/text/es/demonstration';
import { formatChange, formatChangeRange, formatNumber, formatValue } from '../../shared/text/format';
import { createEngine, type Engine } from '../engine/engine';
import { applicationFolder } from '../host/folders';
import { terminalProgress } from '../host/terminal-progress';
import { saveOutputs } from './outputs';

type Demonstration = { engine: Engine; client: Client; options: CallOptions; locale: Locale; folder: string };

/** Makes the demonstration project, prints its main results and writes its report and ficha to `out/demo/`. */
async function demonstrate(locale: Locale): Promise<void> {
  const started = performance.now();
  const folder = join(applicationFolder(), 'out', 'demo');
  const dataFolder = await mkdtemp(join(tmpdir(), 'linea-base-demo-'));
  const words = locale === 'es' ? spanish : english;
  const progress = terminalProgress(process.stderr, locale);
  const leaving = new AbortController();
  process.once('SIGINT', () => leaving.abort());
  await rm(folder, { recursive: true, force: true });
  const engine = await createEngine({
    host: 'cli',
    dataFolder,
    projectsFolder: folder,
    resourcesFolder: applicationFolder(),
  });
  try {
    const client = createClient((method, input, signal) => engine.call(method, input, signal));
    const options = { signal: leaving.signal, onProgress: progress.show };
    const project = await client.call('project.openDemonstration', { fresh: true }, options);
    const demonstration = { engine, client, options, locale, folder };
    const paths = await writeFiles(demonstration);
    const result = await mainResults(demonstration);
    const claims = await claimLines(demonstration);
    progress.end();
    const seconds = formatNumber((performance.now() - started) / 1000, 1, locale);
    const lines = [
      words.title(project.name),
      '',
      ...(result ? resultLines(result, locale) : []),
      '',
      words.claims,
      ...claims,
      '',
      words.files(relative(process.cwd(), folder) || '.'),
      ...paths.map((path) => `  ${basename(path)}`),
      '',
      words.seconds(seconds),
    ];
    process.stdout.write(`${lines.join('\n')}\n`);
  } finally {
    progress.end();
    await engine.close();
    await rm(dataFolder, { recursive: true, force: true });
  }
}

async function writeFiles({ engine, client, options, folder }: Demonstration): Promise<string[]> {
  const { reports } = await client.call('report.list', {}, options);
  const { practices } = await client.call('practice.list', {}, options);
  const paths: string[] = [];
  for (const { report } of reports) {
    const formats = ['pdf', 'docx', 'html', 'csv', 'svg', 'png'] as const;
    const input = { reportId: report.id, formats: [...formats] };
    const rendered = await client.call('report.render', input, options);
    paths.push(...(await saveOutputs(engine, 'report.render', rendered.files, folder)).paths);
  }
  for (const practice of practices) {
    for (const format of ['pdf', 'docx', 'html'] as const) {
      const ficha = await client.call('practice.print', { practiceId: practice.id, format }, options);
      paths.push(...(await saveOutputs(engine, 'practice.print', ficha, folder)).paths);
    }
  }
  return paths;
}

async function mainResults({ client, options }: Demonstration): Promise<ComparisonResult | null> {
  const { comparisons } = await client.call('comparison.list', {}, options);
  const whole = comparisons.find(({ spec }) => spec.breakdown.length === 0);
  return whole ? client.call('comparison.compute', whole.spec, options) : null;
}

function resultLines(result: ComparisonResult, locale: Locale): string[] {
  const words = locale === 'es' ? spanish : english;
  const number = (value: number): string => formatNumber(value, 0, locale);
  const [flow] = result.flows;
  const [baseline, followUp] = result.waves;
  const people =
    flow && baseline && followUp
      ? [words.people(number(flow.both), number(baseline.rows), number(followUp.rows)), '']
      : [];
  const { columns } = words;
  const head = [
    columns.indicator,
    baseline?.name ?? '',
    followUp?.name ?? '',
    columns.change,
    columns.interval,
    'n',
    columns.direction,
  ];
  const rows = result.rows.map((row) => {
    const [change] = row.changes;
    const indicator = result.indicators.find(({ id }) => id === row.indicatorId);
    if (!change || !indicator) return [];
    return [
      indicator.name,
      formatValue(change.baseline.estimate, indicator, locale),
      formatValue(change.followUp.estimate, indicator, locale),
      formatChange(change.change, indicator, locale),
      formatChangeRange(change.interval, indicator, locale),
      formatNumber(change.followUp.n, 0, locale),
      directionText(
        { direction: change.direction, caveat: caveatOf(change, result.spec.confidenceLevel) },
        locale,
      ),
    ];
  });
  return [...people, ...alignColumns([head, ...rows])];
}

/** Texts in columns: the first and last set to the left, figures to the right. */
function alignColumns(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, index) => Math.max(...rows.map((row) => row[index]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, index) => {
        const isText = index === 0 || index === row.length - 1;
        return isText ? cell.padEnd(widths[index] ?? 0) : cell.padStart(widths[index] ?? 0);
      })
      .join('  ')
      .trimEnd(),
  );
}

async function claimLines({ client, options, locale }: Demonstration): Promise<string[]> {
  const { practices } = await client.call('practice.list', {}, options);
  const { status: labels } = texts(locale).practices.claims;
  const lines: string[] = [];
  for (const practice of practices) {
    const { claims } = await client.call('practice.evidence', { practiceId: practice.id }, options);
    for (const { claimId, status, sentence } of claims) {
      const text = practice.claims.find(({ id }) => id === claimId)?.text ?? '';
      lines.push(`  [${labels[status]}] ${text}`, ...(sentence ? [`      ${sentence}`] : []));
    }
  }
  return lines;
}

const locale: Locale = process.argv.includes('--lang=en') ? 'en' : 'es';
try {
  await demonstrate(locale);
} catch (error) {
  const { code } = asAppError(error);
  process.stderr.write(`${(locale === 'es' ? spanish : english).failed} (${code})\n`);
  process.exitCode = 1;
}
