import { type SamplingDesign, simpleSampling } from '../../../shared/domain/design';
import type { VariableId } from '../../../shared/domain/ids';
import { Variable } from '../../../shared/domain/instrument';
import type { TemplateInstrument } from '../../../shared/domain/template';

/** The questions of a template's instrument as variables; `idOf` says the id of each by its name. */
export function instrumentVariables(
  { variables }: TemplateInstrument,
  idOf: (name: string) => VariableId,
): Variable[] {
  return variables.map((variable) =>
    Variable.parse({
      id: idOf(variable.name),
      name: variable.name,
      label: variable.label,
      type: variable.type,
      role: variable.role,
      options: variable.options,
      missingCodes: variable.missingCodes,
      notApplicableCodes: variable.notApplicableCodes,
      unit: variable.unit,
      identity: variable.identity,
      standard: variable.standard,
    }),
  );
}

/** The strata, clusters and weights that the template declares for an instrument. */
export function samplingOf(
  { design }: TemplateInstrument,
  idOf: (name: string) => VariableId,
): SamplingDesign {
  const of = (name: string | null) => (name === null ? null : idOf(name));
  return {
    ...simpleSampling,
    stratumId: of(design.stratum),
    clusterId: of(design.cluster),
    weightId: of(design.weight),
  };
}
