import { z } from 'zod';

export const MethodKind = z.enum(['query', 'command']);

export type MethodDefinition = {
  kind: z.infer<typeof MethodKind>;
  summary: string;
  input: z.ZodType;
  output: z.ZodType;
};

/** Checks the shape of a set of methods and keeps each one's own types. */
export function defineMethods<const T extends Record<string, MethodDefinition>>(methods: T): T {
  return methods;
}

/** Input of a method that takes none. */
export const Nothing = z.strictObject({});
/** Output of a command that has nothing to tell. */
export const Done = z.strictObject({ done: z.literal(true) });
/** An Arrow IPC stream; columns are Utf8, Bool, Int32, Float64, DateMillisecond or TimestampMillisecond. */
export const ArrowTable = z.instanceof(Uint8Array);
export const Locale = z.enum(['es', 'en']);
