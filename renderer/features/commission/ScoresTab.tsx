import { Button, Group, NativeSelect } from '@mantine/core';
import { IconDownload, IconScale, IconUpload } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'wouter';
import type { Commission, CommissionResult } from '../../../shared/domain/commission';
import { formatNumber } from '../../../shared/text/format';
import { useLocale, useTexts } from '../../state/preferences';
import { useCommand } from '../../state/use-command';
import { useSaveOutput } from '../../state/use-save-output';
import { EmptyState } from '../../ui/EmptyState';
import { ReadingPanel } from './ReadingPanel';
import { ScoreTable } from './ScoreTable';
import type { CommissionEditing } from './use-commission-editor';
import { useScoreSheet } from './use-score-sheet';

/** Scores, evaluator by evaluator, on screen or by way of a spreadsheet. */
export function ScoresTab(props: {
  commission: Commission;
  editing: CommissionEditing;
  result: CommissionResult | undefined;
}) {
  const { commissionUi } = useTexts();
  const { locale } = useLocale();
  const words = commissionUi.scores;
  const { form } = props.editing;
  const [chosen, setChosen] = useState<string | null>(null);
  const evaluator = form.evaluators.find(({ id }) => id === chosen) ?? form.evaluators[0];
  const isReady = evaluator && form.criteria.length > 0 && form.candidates.length > 0;
  const sheet = useScoreSheet(props.editing);
  const setup = `/practicas/comisiones/${props.commission.id}/preparar`;
  function withProgress(id: string, name: string): string {
    const found = props.result?.evaluators.find(({ evaluatorId }) => evaluatorId === id);
    if (!found) return name;
    const number = (value: number): string => formatNumber(value, 0, locale);
    return words.evaluatorProgress(name, number(found.scored), number(found.expected));
  }
  return (
    <>
      <Group justify="space-between" align="flex-end" mb="md">
        {isReady ? (
          <NativeSelect
            label={words.evaluator}
            data={form.evaluators.map(({ id, name }) => ({ value: id, label: withProgress(id, name) }))}
            value={evaluator.id}
            onChange={(event) => setChosen(event.currentTarget.value)}
          />
        ) : (
          <span />
        )}
        <Group gap="xs">
          {isReady && <ExportButton commission={props.commission} editing={props.editing} />}
          <Button
            variant="default"
            leftSection={<IconUpload size={16} aria-hidden />}
            onClick={() => void sheet.pick()}
          >
            {words.import}
          </Button>
        </Group>
      </Group>
      {isReady ? (
        <ScoreTable key={evaluator.id} editing={props.editing} evaluator={evaluator} />
      ) : (
        <EmptyState
          icon={IconScale}
          title={words.needsSetup}
          actions={
            <Button component={Link} href={setup}>
              {words.goToSetup}
            </Button>
          }
        />
      )}
      <ReadingPanel commission={props.commission} editing={props.editing} sheet={sheet} />
    </>
  );
}

function ExportButton(props: { commission: Commission; editing: CommissionEditing }) {
  const { commissionUi } = useTexts();
  const { locale } = useLocale();
  const saveOutput = useSaveOutput();
  const { run, isRunning } = useCommand('commission.exportSheet');
  async function save(): Promise<void> {
    await props.editing.flush();
    const file = await run({ commissionId: props.commission.id, locale });
    if (file) await saveOutput(file, commissionUi.scores.exported(file.name));
  }
  return (
    <Button
      variant="default"
      loading={isRunning}
      leftSection={<IconDownload size={16} aria-hidden />}
      onClick={() => void save()}
    >
      {commissionUi.scores.export}
    </Button>
  );
}
