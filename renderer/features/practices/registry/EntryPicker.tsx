import { type ComboboxParsedItem, type OptionsFilter, Select } from '@mantine/core';
import { foldWords } from '../../../../shared/reference/fold';
import { useTexts } from '../../../state/preferences';
import { type Entry, ownerOf } from './entry';

/** A record chosen by typing part of its name or municipality, of the project or of the catalogue. */
export function EntryPicker(props: {
  label: string;
  own: readonly Entry[];
  shipped: readonly Entry[];
  value: string | null;
  onChange: (key: string | null) => void;
}) {
  const { registry } = useTexts();
  const words = registry.comparing;
  const items = (entries: readonly Entry[]) =>
    entries.map(({ key, record }) => ({
      value: key,
      label: [ownerOf(record), record.title].filter(Boolean).join(': '),
    }));
  return (
    <Select
      searchable
      label={props.label}
      placeholder={words.choose}
      data={[
        { group: words.fromProject, items: items(props.own) },
        { group: registry.catalogue.title, items: items(props.shipped) },
      ].filter(({ items: listed }) => listed.length > 0)}
      filter={findOptions}
      value={props.value}
      onChange={props.onChange}
    />
  );
}

/** Options whose label has what is typed, without accents and capitals; groups without any are left out. */
const findOptions: OptionsFilter = ({ options, search }) => {
  const wanted = foldWords(search);
  const fits = ({ label }: { label: string }) => foldWords(label).includes(wanted);
  const found: ComboboxParsedItem[] = [];
  for (const option of options) {
    if (!('group' in option)) {
      if (fits(option)) found.push(option);
      continue;
    }
    const items = option.items.filter(fits);
    if (items.length > 0) found.push({ ...option, items });
  }
  return found;
};
