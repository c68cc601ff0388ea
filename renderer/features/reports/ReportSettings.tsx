import { SegmentedControl, Select, Stack, Text, TextInput } from '@mantine/core';
import { useTexts } from '../../state/preferences';
import { useQueryMethod } from '../../state/use-query-method';
import type { ReportForm } from './report-form';
import classes from './reports.module.css';

/** Who signs the report, what practice it serves, who reads it and in which language. */
export function ReportSettings(props: { form: ReportForm; onChange: (change: Partial<ReportForm>) => void }) {
  const { comparison, reportsUi } = useTexts();
  const practices = useQueryMethod('practice.list', {}).data?.practices ?? [];
  const { form, onChange } = props;
  const words = reportsUi.editor;
  return (
    <section className={classes.sideSection}>
      <h2 className={classes.sideTitle}>{words.settings}</h2>
      <Stack gap="sm">
        <TextInput
          size="xs"
          label={words.municipality}
          value={form.municipality}
          maxLength={200}
          onChange={(event) => onChange({ municipality: event.currentTarget.value })}
        />
        <TextInput
          size="xs"
          label={words.unit}
          value={form.unit}
          maxLength={200}
          onChange={(event) => onChange({ unit: event.currentTarget.value })}
        />
        <Select
          size="xs"
          label={words.practice}
          value={form.practiceId ?? ''}
          data={[
            { value: '', label: words.practiceNone },
            ...practices.map((practice) => ({ value: practice.id as string, label: practice.title })),
          ]}
          onChange={(id) => onChange({ practiceId: practices.find((each) => each.id === id)?.id ?? null })}
        />
        <div>
          <Text size="xs" fw={500} mb={4}>
            {words.audience}
          </Text>
          <SegmentedControl
            fullWidth
            size="xs"
            aria-label={words.audience}
            value={form.audience}
            onChange={(value) => onChange({ audience: value === 'internal' ? 'internal' : 'publication' })}
            data={[
              { value: 'publication', label: comparison.spec.audiences.publication },
              { value: 'internal', label: comparison.spec.audiences.internal },
            ]}
          />
        </div>
        <div>
          <Text size="xs" fw={500} mb={4}>
            {words.language}
          </Text>
          <SegmentedControl
            fullWidth
            size="xs"
            aria-label={words.language}
            value={form.locale}
            onChange={(value) => onChange({ locale: value === 'en' ? 'en' : 'es' })}
            data={[
              { value: 'es', label: words.languages.es },
              { value: 'en', label: words.languages.en },
            ]}
          />
        </div>
      </Stack>
    </section>
  );
}
