import { type ComboboxItem, type OptionsFilter, Select } from '@mantine/core';
import { comunas } from '../../../shared/reference/comunas';
import { foldWords } from '../../../shared/reference/fold';
import { regions } from '../../../shared/reference/regions';
import { useTexts } from '../../state/preferences';
import type { FichaProps } from './Ficha';

const options: readonly (ComboboxItem & { folded: string })[] = comunas.map(({ code, name, region }) => ({
  value: code,
  label: `${name} (${regionName(region)})`,
  folded: foldWords(name),
}));
const folded = new Map(options.map(({ value, folded: words }) => [value, words]));
const mostShown = 60;

/** The comuna of a practice, found by its name without accents. It brings its region and, where missing, the municipality. */
export function ComunaField({ form, onChange }: FichaProps) {
  const words = useTexts().registry.record;
  function choose(code: string | null): void {
    const comuna = comunas.find((each) => each.code === code);
    if (!comuna) {
      onChange({ comunaCode: null });
      return;
    }
    const before = comunas.find((each) => each.code === form.comunaCode)?.name;
    const isOpen = form.municipality.trim() === '' || form.municipality === before;
    onChange({
      comunaCode: comuna.code,
      region: regionName(comuna.region),
      country: 'Chile',
      ...(isOpen ? { municipality: comuna.name } : {}),
    });
  }
  return (
    <Select
      searchable
      clearable
      size="xs"
      label={words.comuna}
      placeholder={words.comunaSearch}
      nothingFoundMessage={words.comunaNone}
      data={[...options]}
      filter={findComunas}
      limit={mostShown}
      value={form.comunaCode}
      onChange={choose}
    />
  );
}

function regionName(code: string): string {
  return regions.find(([each]) => each === code)?.[2] ?? code;
}

/** Comunas whose name begins with what is typed, then those that contain it. */
const findComunas: OptionsFilter = ({ options: all, search }) => {
  const wanted = foldWords(search);
  const nameOf = (option: (typeof all)[number]) =>
    'value' in option ? (folded.get(String(option.value)) ?? '') : '';
  const place = (option: (typeof all)[number]) => nameOf(option).indexOf(wanted);
  return all
    .filter((option) => place(option) >= 0)
    .sort((left, right) => Number(place(left) > 0) - Number(place(right) > 0))
    .slice(0, mostShown);
};
