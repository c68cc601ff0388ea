import { contract, type MethodName, methodNames } from '../../shared/contract';
import type { Locale } from '../../shared/text/catalogue';
import { errorText } from '../../shared/text/errors';
import { methodText } from '../../shared/text/es/methods';
import { type HostTexts, hostTexts } from '../../shared/text/hosts';
import { exitCodeTable, exitSuccess, exitUsage } from './exit-codes';
import { allowsNull, fieldsOf, methodSchema, type Schema, withoutNull } from './schema';

type Text = HostTexts['commandLine'];
const command = 'npm run cli --';

/** The first page of help: every method with its summary, and the options. */
export function generalHelp(locale: Locale): string {
  const text = hostTexts(locale).commandLine;
  const width = Math.max(...methodNames.map((name) => name.length)) + 2;
  return [
    `${text.usage}: ${command} ${text.pattern}`,
    `${text.methods}:\n${methodNames.map((name) => `  ${name.padEnd(width)}${summaryOf(name, locale)}`).join('\n')}`,
    `${text.options}:\n${optionLines(text)}`,
    `${text.examples}:\n${examples()}`,
    `${text.moreHelp}\n${command} --help errors    ${text.topicErrors}`,
  ].join('\n\n');
}

/** Help on one method: summary, fields of the input and of the output. */
export function methodHelp(method: MethodName, locale: Locale): string {
  const text = hostTexts(locale).commandLine;
  const { kind } = contract[method];
  const input = methodSchema(method, 'input');
  return [
    `${method} (${kind === 'query' ? text.query : text.command})\n${summaryOf(method, locale)}`,
    `${text.input}:\n${describeFields(input, text, 1) || '  {}'}`,
    `${text.output}:\n${describeFields(methodSchema(method, 'output'), text, 1) || '  {}'}`,
  ].join('\n\n');
}

function summaryOf(method: MethodName, locale: Locale): string {
  return locale === 'es' ? methodText[method] : contract[method].summary;
}

/** Every exit code with what it means. */
export function errorHelp(locale: Locale): string {
  const text = hostTexts(locale).commandLine;
  const rows = exitCodeTable().map(({ code, exitCode }) => {
    const { title } = errorText({ code, details: {} }, locale);
    return `  ${String(exitCode).padStart(3)}  ${code.padEnd(26)}${title}`;
  });
  const own = [
    `  ${String(exitSuccess).padStart(3)}  ${''.padEnd(26)}${text.exitSuccess}`,
    `  ${String(exitUsage).padStart(3)}  ${''.padEnd(26)}${text.exitUsage}`,
  ];
  return `${text.exitCodes}:\n${[...own, ...rows].join('\n')}`;
}

/** Methods whose name is close to one that does not exist. */
export function similarMethods(name: string): MethodName[] {
  const words = name
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word.length > 2);
  return methodNames.filter((known) => words.some((word) => known.toLowerCase().includes(word))).slice(0, 4);
}

function optionLines(text: Text): string {
  const file = `<${text.placeholderFile}>`;
  const folder = `<${text.placeholderFolder}>`;
  const options: [string, string][] = [
    [`--project ${file}`, text.optionProject],
    ['--demo', text.optionDemo],
    [`--${text.placeholderField}`, text.optionFlag],
    ['--input <json>', text.optionInput],
    [`--input-file ${file}`, text.optionInputFile],
    [`--file ${file}`, text.optionFile],
    [`--out ${folder}`, text.optionOut],
    ['--json', text.optionJson],
    ['--quiet', text.optionQuiet],
    [`--data-folder ${folder}`, text.optionData],
    ['--lang <es|en>', text.optionLang],
  ];
  return options.map(([option, meaning]) => `  ${option.padEnd(26)}${meaning}`).join('\n');
}

function examples(): string {
  return [
    `${command} project.create --name "Diagnóstico 2024" --file diagnostico.lineabase`,
    `${command} import.inspect --file respuestas.csv --project diagnostico.lineabase --json`,
    `${command} wave.list --demo`,
    `${command} report.render --project diagnostico.lineabase --report-id rep_… --formats pdf,html --out informes`,
  ]
    .map((line) => `  ${line}`)
    .join('\n');
}

function describeFields(schema: Schema, text: Text, depth: number): string {
  return fieldsOf(schema)
    .flatMap(([name, field, isRequired]) => {
      const notes = [
        isRequired ? text.required : text.optional,
        ...(allowsNull(field) ? [text.nullable] : []),
      ].join(', ');
      const own = withoutNull(field);
      const inner = own.type === 'array' ? (own.items ?? {}) : own;
      const line = `${'  '.repeat(depth)}${name}: ${typeName(own)} (${notes})`;
      const nested = depth < 3 ? describeFields(inner, text, depth + 1) : '';
      return nested === '' ? [line] : [line, nested];
    })
    .join('\n');
}

function typeName(schema: Schema): string {
  if (schema.enum !== undefined) return schema.enum.map(String).join(' | ');
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.type === 'array') return `[${typeName(withoutNull(schema.items ?? {}))}]`;
  if (schema.anyOf !== undefined) return schema.anyOf.map(typeName).join(' | ');
  return schema.type ?? 'bytes';
}
