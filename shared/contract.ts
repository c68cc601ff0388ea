import { z } from 'zod';
import type { CancelSignal } from './cancel';
import { analysisMethods } from './methods/analysis';
import { cleaningMethods } from './methods/cleaning';
import { codebookMethods } from './methods/codebook';
import { codingMethods } from './methods/coding';
import { commissionMethods } from './methods/commission';
import { dataMethods } from './methods/data';
import { evidenceMethods } from './methods/evidence';
import { exploreMethods } from './methods/explore';
import { importColumnMethods } from './methods/import-column';
import { importTableMethods } from './methods/import-table';
import { measurementMethods } from './methods/measurement';
import { panelMethods } from './methods/panel';
import { peopleMethods } from './methods/people';
import { practiceMethods } from './methods/practice';
import { projectMethods } from './methods/project';
import { seriesMethods } from './methods/series';
import { templateMethods } from './methods/template';
import { vaultMethods } from './methods/vault';

export { ClaimEvidence } from './methods/evidence';

/** THE contract: every method of the application. IPC, HTTP and the command line derive from it. */
export const contract = {
  ...projectMethods,
  ...dataMethods,
  ...importTableMethods,
  ...importColumnMethods,
  ...cleaningMethods,
  ...codebookMethods,
  ...codingMethods,
  ...commissionMethods,
  ...analysisMethods,
  ...evidenceMethods,
  ...exploreMethods,
  ...measurementMethods,
  ...practiceMethods,
  ...panelMethods,
  ...peopleMethods,
  ...seriesMethods,
  ...templateMethods,
  ...vaultMethods,
};

export type Contract = typeof contract;
export type MethodName = keyof Contract;
export type MethodInput<M extends MethodName> = z.input<Contract[M]['input']>;
export type ParsedInput<M extends MethodName> = z.output<Contract[M]['input']>;
export type MethodOutput<M extends MethodName> = z.output<Contract[M]['output']>;

export const methodNames = Object.keys(contract) as MethodName[]; // safe: the keys of a const object

/** True when the name is one of the contract's own methods. */
export function isMethodName(name: string): name is MethodName {
  return Object.hasOwn(contract, name);
}

/** How far a long job has come; `share` from 0 to 1, null while unknown. `stage` is worded by the catalogue. */
export const Progress = z.strictObject({
  stage: z.enum([
    'reading',
    'detecting',
    'converting',
    'checking',
    'storing',
    'computing',
    'drawing',
    'writing',
  ]),
  share: z.number().min(0).max(1).nullable(),
  done: z.int().nonnegative().nullable(),
  total: z.int().nonnegative().nullable(),
});
export type Progress = z.infer<typeof Progress>;

/** What a handler gets besides its input. */
export type Call = { signal: CancelSignal; report(progress: Progress): void };
