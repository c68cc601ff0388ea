import { contract, type MethodName, methodNames } from '../../shared/contract';
import { texts } from '../../shared/text';
import type { Locale } from '../../shared/text/catalogue';
import { errorText } from '../../shared/text/errors';
import { methodText } from '../../shared/text/es/methods';
import { type HostTexts, hostTexts } from '../../shared/text/hosts';
import { exitCodeTable, exitSuccess, exitUsage } from './exit-codes';
import { allowsNull, fieldsOf, formsOf, methodSchema, resolved, type Schema, withoutNull } from './schema';

import { verifyCommand } from './verify';

type Text = HostTexts['commandLine'];
const command = 'npm run cli --';

/** The first page of help: every method with its summary, and the options. */
export function generalHelp(locale: Locale): string {
  const text = hostTexts(locale).commandLine;
  const width = Math.max(...methodNames.map((name) => name.length)) + 2;
  return [
    `${text.usage}: ${command} ${text.pattern}`,
    `${text.methods}:\n${methodNames.map((name) => `  ${name.padEnd(width)}${summaryOf(name, locale)}`).join('\n')}`,
    `${verifyCommand.padEnd(width + 2)}${texts(locale).evidence.verify.summary}`,
    `${text.options}:\n${optionLines(text)}`,
    `${text.examples}:\n${examples()}`,
    `${text.moreHelp}\n${command} --help errors    ${text.topicErrors}`,
  ].join('\n\n');
}

/** Help on one method: summary, fields of the input and of the output. */
export function methodHelp(method: MethodName, locale: Locale): string {
  const text = hostTexts(locale).commandLine;
  const { kind } = contract[method];
  const [input, output] = [methodSchema(method, 'input'), methodSchema(method, 'output')];
  return [
    `${method} (${kind === 'query' ? text.query : text.command})\n${summaryOf(method, locale)}`,
    `${text.input}:\n${describeFields(input, input, text, 1) || '  {}'}`,
    `${text.output}:\n${describeFields(output, output, text, 1) || '  {}'}`,
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

const deepest = 5;

function describeFields(schema: Schema, root: Schema, text: Text, depth: number): string {
  return fieldsOf(schema)
    .flatMap(([name, field, isRequired]) => {
      const notes = [
        isRequired ? text.required : text.optional,
        ...(allowsNull(field) ? [text.nullable] : []),
      ].join(', ');
      const own = resolved(withoutNull(field), root);
      const inner = own.type === 'array' ? resolved(withoutNull(own.items ?? {}), root) : own;
      const line = `${indent(depth)}${name}: ${typeName(own, root, text)} (${notes})`;
      const nested = depth < deepest ? describeInside(inner, root, text, depth + 1) : '';
      return nested === '' ? [line] : [line, nested];
    })
    .join('\n');
}

/** The fields of an object, or of each form it may take. */
function describeInside(schema: Schema, root: Schema, text: Text, depth: number): string {
  const forms = formsOf(schema);
  if (forms.length === 0) return describeFields(schema, root, text, depth);
  return forms
    .map((form) => {
      const [mark, ...others] = fieldsOf(form);
      const title = mark ? `${mark[0]}: ${typeName(mark[1], root, text)}` : '{}';
      const rest = { ...form, properties: Object.fromEntries(others) };
      const fields = describeFields(rest, root, text, depth + 1);
      return [`${indent(depth)}- ${title}`, ...(fields === '' ? [] : [fields])].join('\n');
    })
    .join('\n');
}

function indent(depth: number): string {
  return '  '.repeat(depth);
}

function typeName(schema: Schema, root: Schema, text: Text): string {
  const name = (inner: Schema): string => typeName(resolved(withoutNull(inner), root), root, text);
  if (schema.enum !== undefined) return schema.enum.map(String).join(' | ');
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.type === 'array') return `[${name(schema.items ?? {})}]`;
  if (formsOf(schema).length > 0) return text.oneOfForms;
  const alternatives = schema.oneOf ?? schema.anyOf;
  if (alternatives !== undefined) return [...new Set(alternatives.map(name))].join(' | ');
  if (schema.type === undefined) return text.anyValue;
  return [schema.type].flat().join(' | ');
}
