import { Button, Text } from '@mantine/core';
import { Link } from 'wouter';
import type { Claim, EvidenceLink, Practice } from '../../../shared/domain/practice';
import { resultStatement } from '../../../shared/text/sentences';
import { useLocale, useTexts } from '../../state/preferences';
import { ErrorState } from '../../ui/ErrorState';
import { LoadingState } from '../../ui/LoadingState';
import { SidePanel } from '../../ui/SidePanel';
import { EvidenceCard } from './EvidenceCard';
import { FigureCard } from './FigureCard';
import { LinkFields } from './LinkFields';
import classes from './practices.module.css';
import { ReportFoot } from './ReportFoot';
import { type LinkChoice, useLinkChoice } from './use-link-choice';

/** Links a claim to one result of one report, with a preview of how it will stand beside the claim. */
export function LinkPanel(props: {
  claim: Claim | null;
  practice: Practice;
  onClose: () => void;
  onLink: (link: EvidenceLink) => void;
}) {
  const { common, practices } = useTexts();
  const choice = useLinkChoice(props.claim, props.practice);
  const words = practices.linking;
  const { link } = choice;
  return (
    <SidePanel
      isOpen={props.claim !== null}
      onClose={props.onClose}
      title={words.title}
      size={560}
      footer={
        <>
          <Button variant="default" onClick={props.onClose}>
            {common.actions.cancel}
          </Button>
          <Button disabled={link === null} onClick={() => link && props.onLink(link)}>
            {words.save}
          </Button>
        </>
      }
    >
      {props.claim && (
        <>
          <p className={classes.quoted}>{props.claim.text}</p>
          {choice.reports.length === 0 ? (
            <>
              <Text c="dimmed">{words.noReports}</Text>
              <Button component={Link} href="/informes" variant="default" mt="md">
                {words.createReport}
              </Button>
            </>
          ) : (
            <>
              <LinkFields choice={choice} />
              <Preview choice={choice} />
            </>
          )}
        </>
      )}
    </SidePanel>
  );
}

function Preview(props: { choice: LinkChoice }) {
  const { practices } = useTexts();
  const { locale } = useLocale();
  const { choice } = props;
  const { cut, report } = choice;
  const words = practices.linking;
  const row = cut?.rows[0];
  const change = row?.changes[0];
  const indicator = cut?.indicators[0];
  if (choice.measurement) return <CountedPreview choice={choice} />;
  if (choice.answer.error) return <ErrorState error={choice.answer.error} onRetry={choice.answer.retry} />;
  if (choice.answer.isLoading) return <LoadingState progress={choice.answer.progress} />;
  if (!cut || !row || !change || !indicator || !report) return null;
  return (
    <section className={classes.preview}>
      <h3>{words.preview}</h3>
      {change.status === 'suppressed' ? (
        <p className={classes.evidenceHint}>{words.protectedGroup}</p>
      ) : (
        <EvidenceCard
          result={cut}
          sentence={resultStatement(cut, row, change, indicator, locale)}
          reportId={report.id}
          reportTitle={report.title}
          renderedAt={report.rendering?.renderedAt ?? null}
        />
      )}
      {report.rendering === null && <p className={classes.evidenceHint}>{words.notRendered}</p>}
    </section>
  );
}

function CountedPreview(props: { choice: LinkChoice }) {
  const { practices, evidence } = useTexts();
  const { counted, report } = props.choice;
  const { answer, figure } = counted;
  const words = practices.linking;
  if (answer.error) return <ErrorState error={answer.error} onRetry={answer.retry} />;
  if (answer.isLoading) return <LoadingState progress={answer.progress} />;
  if (!answer.data || !report) return null;
  if (!figure) return <p className={classes.evidenceHint}>{evidence.linking.noFigures}</p>;
  return (
    <section className={classes.preview}>
      <h3>{words.preview}</h3>
      {figure.status === 'suppressed' ? (
        <p className={classes.evidenceHint}>{words.protectedGroup}</p>
      ) : (
        <div className={classes.card}>
          <FigureCard figure={figure} />
          <ReportFoot
            isSynthetic={answer.data.waves.some((wave) => wave.isSynthetic)}
            reportId={report.id}
            reportTitle={report.title}
            renderedAt={report.rendering?.renderedAt ?? null}
          />
        </div>
      )}
      {report.rendering === null && <p className={classes.evidenceHint}>{words.notRendered}</p>}
    </section>
  );
}
