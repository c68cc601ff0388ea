import { z } from 'zod';
import { contract, type MethodName } from '../../shared/contract';

/** The part of JSON Schema that the command line reads. */
export type Schema = {
  type?: string | undefined;
  enum?: readonly unknown[] | undefined;
  const?: unknown;
  anyOf?: readonly Schema[] | undefined;
  properties?: Readonly<Record<string, Schema>> | undefined;
  required?: readonly string[] | undefined;
  items?: Schema | undefined;
  minimum?: number | undefined;
  maximum?: number | undefined;
};

/** Input or output of a method as JSON Schema, every reference written out. */
export function methodSchema(method: MethodName, side: 'input' | 'output'): Schema {
  const schema = z.toJSONSchema(contract[method][side], {
    io: side,
    reused: 'inline',
    unrepresentable: 'any',
  });
  return schema as Schema; // safe: Schema reads a subset of JSON Schema, each member optional
}

/** The schema without its null alternative. */
export function withoutNull(schema: Schema): Schema {
  const alternatives = schema.anyOf?.filter((alternative) => alternative.type !== 'null') ?? [];
  return alternatives.length === 1 && alternatives[0] !== undefined ? alternatives[0] : schema;
}

/** True when null is one of the values. */
export function allowsNull(schema: Schema): boolean {
  return (
    schema.type === 'null' || (schema.anyOf?.some((alternative) => alternative.type === 'null') ?? false)
  );
}

/** The fields of an object; empty for anything else. */
export function fieldsOf(schema: Schema): [name: string, schema: Schema, isRequired: boolean][] {
  const required = schema.required ?? [];
  return Object.entries(schema.properties ?? {}).map(([name, field]) => [
    name,
    field,
    required.includes(name),
  ]);
}
