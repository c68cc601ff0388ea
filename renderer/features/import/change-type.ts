import type { ColumnPlan, ColumnProfile } from '../../../shared/domain/import';
import type { VariableOption, VariableType } from '../../../shared/domain/instrument';

/**
 * What changes in a column when the analyst gives it another type. Options are kept where the new type has them;
 * where there are none yet they are the values seen in the file, most frequent first, without the missing codes.
 */
export function changeType(
  plan: ColumnPlan,
  profile: ColumnProfile,
  type: VariableType,
): Partial<ColumnPlan> {
  const own = profile.proposal;
  if (type === own.type) {
    return { type, role: own.role, options: own.options, optionSeparator: own.optionSeparator };
  }
  const role = type === 'identifier' ? 'identifier' : plan.role === 'identifier' ? 'measure' : plan.role;
  const optionSeparator = type === 'multiple' ? (plan.optionSeparator ?? '; ') : null;
  if (type !== 'single' && type !== 'ordinal' && type !== 'multiple') {
    return { type, role, options: [], optionSeparator };
  }
  const isSameList = (plan.type === 'multiple') === (type === 'multiple');
  const options =
    plan.options.length > 0 && isSameList
      ? plan.options
      : optionsSeen(profile, plan.missingCodes, optionSeparator);
  return { type, role, options, optionSeparator };
}

/** The values seen in a column as options; a separator splits cells with several answers. */
function optionsSeen(
  profile: Pick<ColumnProfile, 'topValues'>,
  missingCodes: readonly string[],
  separator: string | null,
): VariableOption[] {
  const values = profile.topValues.flatMap(({ value }) =>
    separator === null ? [value] : value.split(separator),
  );
  const answers = values
    .map((value) => value.trim())
    .filter((value) => value !== '' && !missingCodes.includes(value));
  return [...new Set(answers)].map((value) => ({ value, label: value }));
}
