import { Anchor, Button, Text, Title } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { Link } from 'wouter';
import { formatNumber } from '../../../shared/text/format';
import { useLocale, useTexts } from '../../state/preferences';
import { useDoneToast } from '../../state/toasts';
import { useCommand } from '../../state/use-command';
import { MomentBadge } from '../../ui/MomentBadge';
import { ProgressBar } from '../../ui/ProgressBar';
import { SyntheticBadge } from '../../ui/SyntheticBadge';
import { GapNote } from './GapNote';
import type { StepProps } from './TemplateSteps';
import classes from './templates.module.css';

/** The waves of each instrument, one's own file or a sample file, and what a wave lacks. */
export function DataStep(props: StepProps) {
  const { status } = props;
  const { templates } = useTexts();
  const text = templates.data;
  const importing = useImportSamples(props);
  if (!status.isUsed) return <Text c="dimmed">{text.first}</Text>;
  const isOpen = status.samples.some(({ waveId }) => waveId === null);
  return (
    <>
      <Text className={classes.lead}>{text.text}</Text>
      <div className={classes.buttons}>
        <Button
          component={Link}
          href="/mediciones/importar"
          leftSection={<IconFileImport size={16} aria-hidden />}
        >
          {text.own}
        </Button>
        {isOpen && status.samples.length > 1 && (
          <Button variant="default" loading={importing.isRunning} onClick={() => void importing.run(null)}>
            {text.allSamples}
          </Button>
        )}
      </div>
      {importing.progress && <ProgressBar progress={importing.progress} />}
      {status.instruments.map((instrument) => (
        <InstrumentData key={instrument.key} instrument={instrument} importing={importing} {...props} />
      ))}
      {status.gaps.map((gap) => (
        <GapNote key={gap.waveId} gap={gap} wave={gap.wave} />
      ))}
    </>
  );
}

type Importing = ReturnType<typeof useImportSamples>;

function useImportSamples({ practiceId }: StepProps) {
  const { templates } = useTexts();
  const { locale } = useLocale();
  const say = useDoneToast();
  const { run, isRunning, progress } = useCommand('template.importSample');
  return {
    isRunning,
    progress,
    async run(sampleKey: string | null): Promise<void> {
      const done = await run({ practiceId, sampleKey });
      for (const { name, outcome, rowsKept, rowsRead } of done?.imported ?? []) {
        if (outcome === 'kept') continue;
        const [kept, read] = [formatNumber(rowsKept, 0, locale), formatNumber(rowsRead, 0, locale)];
        say(templates.data.imported(name, kept, read));
      }
    },
  };
}

function InstrumentData(
  props: StepProps & { instrument: StepProps['status']['instruments'][number]; importing: Importing },
) {
  const { instrument, described, status, importing } = props;
  const { templates } = useTexts();
  const text = templates.data;
  const { locale } = useLocale();
  const samples = described.samples.filter((sample) => sample.instrument === instrument.key);
  const open = samples.filter(({ key }) => status.samples.some((each) => each.key === key && !each.waveId));
  return (
    <article className={classes.card}>
      <Title order={3}>{instrument.name}</Title>
      {instrument.waves.length === 0 && <Text className={classes.facts}>{text.noWaves}</Text>}
      <ul className={classes.list}>
        {instrument.waves.map((wave) => (
          <li key={wave.id}>
            <span>
              {wave.name} <MomentBadge moment={wave.moment} />
            </span>
            {wave.isSynthetic && <SyntheticBadge />}
            <span className={classes.facts}>{text.rows(formatNumber(wave.rows, 0, locale))}</span>
            <Anchor component={Link} href={`/mediciones/${wave.id}/recibo`} size="sm">
              {text.receipt}
            </Anchor>
          </li>
        ))}
      </ul>
      {instrument.mixesSynthetic && (
        <Text className={classes.notice} data-tone="warning">
          {text.mixed}
        </Text>
      )}
      {open.length > 0 && (
        <details className={classes.disclosure} open={instrument.waves.length === 0}>
          <summary>{text.samples}</summary>
          <ul className={classes.list}>
            {open.map((sample) => (
              <li key={sample.key}>
                <span className={classes.words}>
                  <span>{sample.name}</span>
                  <span className={classes.facts}>
                    {sample.fileName}
                    {sample.files > 1 && ` · ${text.files(formatNumber(sample.files, 0, locale))}`}
                    {` · ${sample.shape}`}
                  </span>
                </span>
                <Button
                  variant="default"
                  size="compact-sm"
                  loading={importing.isRunning}
                  aria-label={`${text.sample}: ${sample.name}`}
                  onClick={() => void importing.run(sample.key)}
                >
                  {text.sample}
                </Button>
              </li>
            ))}
          </ul>
        </details>
      )}
    </article>
  );
}
