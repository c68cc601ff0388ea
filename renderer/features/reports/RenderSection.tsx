import { Button, Chip, Group, Text, Tooltip } from '@mantine/core';
import { useState } from 'react';
import type { OutputFile, Report, ReportStatus } from '../../../shared/domain/report';
import { ReportFormat } from '../../../shared/domain/report';
import { formatInstant, formatNumber } from '../../../shared/text/format';
import { useLocale, useTexts } from '../../state/preferences';
import { useDoneToast } from '../../state/toasts';
import { useCommand } from '../../state/use-command';
import { ErrorState } from '../../ui/ErrorState';
import { ProgressBar } from '../../ui/ProgressBar';
import { RenderedFiles } from './RenderedFiles';
import classes from './reports.module.css';
import type { ReportEditing } from './use-report-editor';

const formats = ReportFormat.options;

/** Chooses formats, writes the files with progress and cancel, and hands them over. */
export function RenderSection(props: { report: Report; status: ReportStatus; editing: ReportEditing }) {
  const { common, reportsUi } = useTexts();
  const { locale } = useLocale();
  const { report, editing } = props;
  const [chosen, setChosen] = useState<ReportFormat[]>(['pdf', 'html']);
  const [fresh, setFresh] = useState<readonly OutputFile[]>([]);
  const say = useDoneToast();
  const rendering = useCommand('report.render', { isQuiet: true });
  const words = reportsUi.render;
  const isEmpty = editing.form.blocks.length === 0;
  async function render(): Promise<void> {
    await editing.flush();
    const done = await rendering.run({ reportId: report.id, formats: chosen });
    if (!done) return;
    setFresh(done.files);
    say(words.done(formatNumber(done.files.length, 0, locale)));
  }
  return (
    <section className={classes.sideSection}>
      <h2 className={classes.sideTitle}>{words.title}</h2>
      <Chip.Group
        multiple
        value={chosen}
        onChange={(values) => setChosen(formats.filter((format) => values.includes(format)))}
      >
        <Group gap={6} role="group" aria-label={words.choose}>
          {formats.map((format) => (
            <Tooltip key={format} label={words.formatHelp[format]} refProp="rootRef" multiline maw={240}>
              <Chip size="xs" value={format}>
                {words.formats[format]}
              </Chip>
            </Tooltip>
          ))}
        </Group>
      </Chip.Group>
      {rendering.isRunning ? (
        <div className={classes.rendering}>
          <ProgressBar progress={rendering.progress} label={words.running} />
          <Button size="compact-sm" variant="subtle" onClick={rendering.cancel}>
            {common.actions.cancel}
          </Button>
        </div>
      ) : (
        <Button fullWidth mt="md" disabled={isEmpty || chosen.length === 0} onClick={() => void render()}>
          {report.rendering ? words.again : words.run}
        </Button>
      )}
      {isEmpty && <p className={classes.note}>{words.emptyReport}</p>}
      {rendering.error && rendering.error.code !== 'cancelled' && <ErrorState error={rendering.error} />}
      <Text size="xs" c="dimmed" mt="sm">
        {report.rendering
          ? reportsUi.renderedAt(formatInstant(report.rendering.renderedAt, locale))
          : reportsUi.neverRendered}
      </Text>
      <RenderedFiles report={report} fresh={fresh} />
    </section>
  );
}
