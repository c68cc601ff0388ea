import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { type Job, useJobs } from '../state/jobs';
import { useTexts } from '../state/preferences';
import { ProgressBar } from '../ui/ProgressBar';
import classes from './Rail.module.css';

const noticeableMs = 400;

/** Running commands that take long enough to be noticed, each with its progress and a way to cancel it. */
export function JobTray() {
  const { common } = useTexts();
  const jobs = useJobs();
  return (
    <section aria-label={common.jobs.label}>
      {jobs.map((job) => (
        <JobCard key={job.id} job={job} />
      ))}
    </section>
  );
}

function JobCard(props: { job: Job }) {
  const { common } = useTexts();
  const [isNoticeable, setNoticeable] = useState(false);
  useEffect(() => {
    const timer = window.setTimeout(() => setNoticeable(true), noticeableMs);
    return () => window.clearTimeout(timer);
  }, []);
  if (!isNoticeable) return null;
  return (
    <div className={classes.job}>
      <ProgressBar progress={props.job.progress} />
      <Button mt={8} size="compact-xs" variant="subtle" onClick={props.job.cancel}>
        {common.actions.cancel}
      </Button>
    </div>
  );
}
