import { MultiSelect, Radio, Select, Stack, Text } from '@mantine/core';
import { ImportPlan, type Inspection } from '../../../shared/domain/import';
import { useTexts } from '../../state/preferences';
import { Term } from '../../ui/Term';
import { columnName } from './column-words';
import { withIdentifier } from './draft';
import type { ImportWork } from './use-import-draft';

const RepeatedIdentifiers = ImportPlan.shape.repeatedIdentifiers;
const noIdentifier = 'none';

/** By which column, or by which several together, the same person is recognised, and what a repeated one means. */
export function IdentityPerson({ work, inspection }: { work: ImportWork; inspection: Inspection }) {
  const { import: text, importColumns: words } = useTexts();
  const { identity: say } = words;
  const chosen = work.draft.personColumns;
  const identifier = work.columns.find((column) => column.role === 'identifier' && column.action !== 'drop');
  const width = inspection.headers.length;
  const ownPieces = work.ownColumns.filter(({ source, parts }) => source < width && parts.length === 0);
  const nameOf = new Map(ownPieces.map((column) => [column.source, columnName(column)]));
  return (
    <Stack gap={24} maw={640}>
      <Select
        label={text.identity.identifierLabel}
        description={
          <>
            {text.identity.identifierHelp} <Term name="matched" />
          </>
        }
        searchable
        data={[
          { value: noIdentifier, label: text.identity.identifierNone },
          ...work.columns
            .filter((column) => column.action !== 'drop')
            .map((column) => ({ value: String(column.source), label: columnName(column) })),
        ]}
        value={identifier ? String(identifier.source) : noIdentifier}
        onChange={(value) => {
          const source = value === noIdentifier ? null : Number(value);
          const isPerson = identifier?.source === source;
          if (!isPerson && chosen.length > 0) work.change({ personColumns: [] });
          work.editColumns(withIdentifier(work.ownColumns, source));
        }}
      />
      <MultiSelect
        label={say.severalLabel}
        description={say.severalHelp}
        placeholder={chosen.length === 0 ? say.severalPlaceholder : ''}
        searchable
        clearable
        hidePickedOptions
        data={ownPieces.map((column) => ({ value: String(column.source), label: columnName(column) }))}
        value={chosen.map(String)}
        onChange={(values) => work.change({ personColumns: values.map(Number) })}
      />
      {chosen.length > 0 && (
        <Text size="sm" {...(chosen.length === 1 ? { c: 'var(--lb-warning-text)' } : {})}>
          {chosen.length === 1
            ? say.severalOne
            : say.severalDone(chosen.map((source) => `«${nameOf.get(source) ?? ''}»`).join(' + '))}
        </Text>
      )}
      {identifier && (
        <Radio.Group
          label={say.repeatedLabel}
          value={work.draft.repeatedIdentifiers}
          onChange={(value) => work.change({ repeatedIdentifiers: RepeatedIdentifiers.parse(value) })}
        >
          <Stack gap={8} mt={8}>
            <Radio value="set-aside" label={text.confirm.repeatedSetAside} />
            <Radio value="keep-last" label={text.confirm.repeatedKeepLast} />
            <Radio value="stop" label={text.confirm.repeatedStop} />
          </Stack>
        </Radio.Group>
      )}
    </Stack>
  );
}
