import { z } from 'zod';
import { contract, type MethodName } from '../../shared/contract';

/** The part of JSON Schema that the command line reads. */
export type Schema = {
  type?: string | readonly string[] | undefined;
  enum?: readonly unknown[] | undefined;
  const?: unknown;
  anyOf?: readonly Schema[] | undefined;
  oneOf?: readonly Schema[] | undefined;
  /** A definition that refers to itself; see `resolved`. */
  $ref?: string | undefined;
  $defs?: Readonly<Record<string, Schema>> | undefined;
  properties?: Readonly<Record<string, Schema>> | undefined;
  required?: readonly string[] | undefined;
  items?: Schema | undefined;
  minimum?: number | undefined;
  maximum?: number | undefined;
};

/** Input or output of a method as JSON Schema, every reference written out but those to itself. */
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
  if (Array.isArray(schema.type)) {
    const types: readonly string[] = schema.type.filter((type) => type !== 'null');
    return { ...schema, type: types.length === 1 ? types[0] : types };
  }
  const alternatives = schema.anyOf?.filter((alternative) => alternative.type !== 'null') ?? [];
  return alternatives.length === 1 && alternatives[0] !== undefined ? alternatives[0] : schema;
}

/** True when null is one of the values. */
export function allowsNull(schema: Schema): boolean {
  if (Array.isArray(schema.type)) return schema.type.includes('null');
  return (
    schema.type === 'null' || (schema.anyOf?.some((alternative) => alternative.type === 'null') ?? false)
  );
}

/** What a reference stands for; the schema itself where it is none. */
export function resolved(schema: Schema, root: Schema): Schema {
  const name = schema.$ref?.split('/').at(-1);
  return (name !== undefined ? root.$defs?.[name] : undefined) ?? schema;
}

/** The forms an object may take, each told apart by a constant; empty for anything else. */
export function formsOf(schema: Schema): readonly Schema[] {
  const forms = schema.oneOf ?? schema.anyOf ?? [];
  return forms.length > 1 && forms.every((form) => form.properties !== undefined) ? forms : [];
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
