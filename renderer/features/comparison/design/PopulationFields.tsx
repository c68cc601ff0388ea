import { Checkbox, NumberInput } from '@mantine/core';
import { useState } from 'react';
import { useLocale, useTexts } from '../../../state/preferences';
import { useQueryMethod } from '../../../state/use-query-method';
import { ErrorState } from '../../../ui/ErrorState';
import classes from './design.module.css';
import {
  hasSharedPopulations,
  type PopulationPlace,
  populationAt,
  withPopulation,
  withSharedPopulations,
} from './design-draft';
import type { QuestionProps } from './question-props';

const mostStrata = 100;

/** How many people or groups there were: once for all waves or for each, and for each stratum where there are. */
export function PopulationFields({ draft, known, onChange }: QuestionProps) {
  const { design } = useTexts();
  const [isShared, setShared] = useState(hasSharedPopulations(draft));
  const { clusterId, stratumId } = draft.sampling;
  const words = design.weights;
  const strata = useStrata(draft, known);
  const unit = clusterId === null ? words.people : words.clusters(known.labelOf(clusterId) ?? '');
  const columns = isShared
    ? [{ id: null, name: words.total }]
    : known.waves.map((wave) => ({ id: wave.id, name: wave.name }));
  if (strata.error) return <ErrorState error={strata.error} onRetry={strata.retry} />;
  const rows = strata.values ?? [];
  const isSingle = columns.length === 1 && stratumId === null;
  const everywhere = { waveId: columns[0]?.id ?? null, stratum: null };
  if (rows.length > mostStrata) return <p className={classes.note}>{words.tooManyStrata}</p>;
  return (
    <div className={classes.more}>
      {known.waves.length > 1 && (
        <Checkbox
          size="xs"
          label={words.everyWave}
          checked={isShared}
          onChange={(event) => {
            setShared(event.currentTarget.checked);
            const ids = known.waves.map((wave) => wave.id);
            onChange(withSharedPopulations(draft, event.currentTarget.checked, ids));
          }}
        />
      )}
      {isSingle ? (
        <SizeInput
          label={unit}
          isLabelled
          size={populationAt(draft, everywhere)}
          onChange={(size) => onChange(withPopulation(draft, everywhere, size))}
        />
      ) : (
        <table className={classes.sizes}>
          <caption>{unit}</caption>
          <thead>
            <tr>
              {stratumId === null ? <td /> : <th scope="col">{words.stratum}</th>}
              {columns.map((column) => (
                <th key={column.id ?? ''} scope="col">
                  {column.name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((stratum) => (
              <tr key={stratum.value ?? ''}>
                <th scope="row">{stratum.label}</th>
                {columns.map((column) => {
                  const place = { waveId: column.id, stratum: stratum.value };
                  return (
                    <td key={column.id ?? ''}>
                      <SizeInput
                        label={`${unit}: ${[stratum.value === null ? '' : stratum.label, column.name].filter(Boolean).join(', ')}`}
                        size={populationAt(draft, place)}
                        onChange={(size) => onChange(withPopulation(draft, place, size))}
                      />
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p className={classes.note}>{stratumId === null ? words.blank : words.blankStrata}</p>
    </div>
  );
}

/** The values of the stratum column, or one nameless stratum where none is declared. */
function useStrata({ sampling }: QuestionProps['draft'], known: QuestionProps['known']) {
  const { design } = useTexts();
  const { stratumId } = sampling;
  const variable = known.variables.find((each) => each.id === stratumId);
  const isListed = variable !== undefined && variable.options.length > 0;
  const answer = useQueryMethod(
    'variable.distribution',
    stratumId === null || isListed
      ? null
      : {
          variableId: stratumId,
          waveIds: known.waves.map((wave) => wave.id),
          breakdown: [],
          audience: 'internal',
        },
  );
  const single: { value: PopulationPlace['stratum']; label: string }[] = [
    { value: null, label: design.weights.total },
  ];
  const listed = isListed ? variable.options : answer.data?.options;
  return {
    values: stratumId === null ? single : listed,
    error: answer.error,
    retry: answer.retry,
  };
}

function SizeInput(props: {
  label: string;
  isLabelled?: boolean;
  size: number | null;
  onChange: (size: number | null) => void;
}) {
  const { locale } = useLocale();
  return (
    <NumberInput
      {...(props.isLabelled ? { label: props.label, maw: 280 } : { 'aria-label': props.label, size: 'xs' })}
      hideControls
      min={1}
      allowDecimal={false}
      allowNegative={false}
      decimalSeparator={locale === 'es' ? ',' : '.'}
      thousandSeparator={locale === 'es' ? '.' : ','}
      value={props.size ?? ''}
      onChange={(value) => props.onChange(typeof value === 'number' && value >= 1 ? value : null)}
    />
  );
}
