import { Alert, Select, Stack, Textarea } from '@mantine/core';
import { RowUnit, rowUnits } from '../../../shared/domain/instrument';
import { rowUnitDoubts } from '../../../shared/domain/row-unit';
import { measurementWords } from '../../../shared/text/measurements';
import { useLocale } from '../../state/preferences';
import type { ImportWork } from './use-import-draft';

/** What a row of a new instrument stands for; where columns speak against it being no person, why it is none. */
export function RowUnitField({ work }: { work: ImportWork }) {
  const words = measurementWords(useLocale().locale).rows;
  const { rowUnit, rowUnitReason } = work.draft;
  const { certain, doubtful } = rowUnitDoubts(rowUnit, work.columns);
  return (
    <Stack gap={8}>
      <Select
        label={words.question}
        description={words.help}
        allowDeselect={false}
        data={rowUnits.map((value) => ({ value, label: words[value] }))}
        value={rowUnit}
        onChange={(value) => work.change({ rowUnit: RowUnit.parse(value) })}
      />
      {certain.length > 0 && <Alert color="red">{words.impossible(certain.join(', '))}</Alert>}
      {certain.length === 0 && doubtful.length > 0 && (
        <Textarea
          label={words.reason}
          description={words.reasonHelp(doubtful.join(', '))}
          autosize
          maxLength={500}
          required
          value={rowUnitReason}
          onChange={(event) => work.change({ rowUnitReason: event.currentTarget.value })}
        />
      )}
    </Stack>
  );
}
