import { Text, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import type { ColumnPlan, ColumnProfile } from '../../../shared/domain/import';
import { formatCount, formatNumber } from '../../../shared/text/format';
import { useLocale, useTexts } from '../../state/preferences';
import { type DataColumn, DataTable } from '../../ui/DataTable';
import { Tag } from '../../ui/Tag';
import { ColumnPanel } from './ColumnPanel';
import { StepFrame } from './StepFrame';
import type { InspectedStepProps } from './step-props';

type ColumnRow = { plan: ColumnPlan; profile: ColumnProfile };

/** Every column with its type and what that rests on; one click opens what can be corrected. */
export function ColumnsStep(props: InspectedStepProps) {
  const { work, inspection } = props;
  const { common, import: text } = useTexts();
  const { locale } = useLocale();
  const [search, setSearch] = useState('');
  const [openSource, setOpenSource] = useState<number | null>(null);
  const number = (value: number) => formatNumber(value, 0, locale);
  const all = useMemo<ColumnRow[]>(
    () =>
      work.ownColumns.flatMap((plan, index) => {
        const profile = inspection.columns[index];
        return profile ? [{ plan, profile }] : [];
      }),
    [work.ownColumns, inspection],
  );
  const rows = all.filter((row) => fits(row, search));
  const place = all.findIndex((row) => row.plan.source === openSource);
  const open = all[place];

  const columns: DataColumn<ColumnRow>[] = [
    {
      key: 'label',
      header: text.columnsStep.header,
      width: 'minmax(240px, 2.4fr)',
      render: ({ plan }) => <span title={plan.label}>{plan.label}</span>,
    },
    {
      key: 'type',
      header: text.columnsStep.type,
      width: 'minmax(170px, 1fr)',
      render: ({ plan }) => common.variableTypes[plan.type],
    },
    {
      key: 'evidence',
      header: text.columnsStep.evidence,
      width: 'minmax(200px, 1.2fr)',
      render: (row) => evidence(row),
    },
    {
      key: 'missing',
      header: text.columnsStep.missing,
      width: 'minmax(150px, 1fr)',
      render: ({ plan, profile }) => (
        <Text span size="sm" c="dimmed">
          {[
            profile.blank > 0
              ? formatCount(profile.blank, text.columnsStep.blank, text.columnsStep.blanks, locale)
              : '',
            ...plan.missingCodes,
          ]
            .filter(Boolean)
            .join(' · ')}
        </Text>
      ),
    },
    {
      key: 'action',
      header: text.columnsStep.action,
      width: 'minmax(140px, 0.7fr)',
      render: ({ plan }) =>
        plan.action === 'keep' ? (
          text.columnsStep.keep
        ) : (
          <Tag {...(plan.action === 'drop' ? {} : { tone: 'accent' as const })}>
            {text.columnsStep[plan.action]}
          </Tag>
        ),
    },
  ];
  function evidence({ plan, profile }: ColumnRow) {
    const candidate = profile.candidates.find((entry) => entry.type === plan.type);
    if (!candidate) return '';
    if (candidate.misfits === 0) return text.columnsStep.fitsAll(number(candidate.fits));
    return (
      <Text span size="sm" c="var(--lb-warning-text)">
        {text.columnsStep.fitsSome(number(candidate.fits), number(candidate.misfits))}
      </Text>
    );
  }

  return (
    <StepFrame
      title={text.columnsStep.title}
      text={text.columnsStep.text}
      onBack={props.onBack}
      onNext={props.onNext}
      note={formatCount(all.length, text.column, text.columns, locale)}
    >
      <TextInput
        maw={320}
        mb="md"
        aria-label={text.columnsStep.search}
        placeholder={text.columnsStep.search}
        leftSection={<IconSearch size={16} aria-hidden />}
        value={search}
        onChange={(event) => setSearch(event.currentTarget.value)}
      />
      {rows.length === 0 ? (
        <Text c="dimmed">{text.columnsStep.none}</Text>
      ) : (
        <DataTable
          label={text.columnsStep.title}
          columns={columns}
          rowCount={rows.length}
          rowAt={(index) => rows[index]}
          onRowClick={(row) => setOpenSource(row.plan.source)}
          maxHeight="max(320px, calc(100vh - 500px))"
        />
      )}
      {open && (
        <ColumnPanel
          key={open.plan.source}
          plan={open.plan}
          profile={open.profile}
          onChange={(change) => work.editColumns({ [open.plan.source]: change })}
          onClose={() => setOpenSource(null)}
          onPrevious={place > 0 ? () => setOpenSource(all[place - 1]?.plan.source ?? null) : null}
          onNext={place < all.length - 1 ? () => setOpenSource(all[place + 1]?.plan.source ?? null) : null}
        />
      )}
    </StepFrame>
  );
}

function fits(row: ColumnRow, search: string): boolean {
  const wanted = search.trim().toLocaleLowerCase('es');
  return wanted === '' || `${row.plan.label} ${row.plan.header}`.toLocaleLowerCase('es').includes(wanted);
}
