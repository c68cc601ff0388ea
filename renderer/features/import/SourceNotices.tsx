import { Anchor, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react';
import type { Inspection } from '../../../shared/domain/import';
import type { SourceNotice } from '../../../shared/domain/source';
import { formatNumber } from '../../../shared/text/format';
import { noticeWords } from '../../../shared/text/source-notice-words';
import { useLocale, useTexts } from '../../state/preferences';
import { nothingSaidOfColumns } from './draft';
import classes from './import.module.css';
import type { ImportWork } from './use-import-draft';

/** What should be known of the file: what asks for a look first, the rest on demand. */
export function SourceNotices(props: { work: ImportWork; inspection: Inspection }) {
  const { work, inspection } = props;
  const { importReading } = useTexts();
  const text = importReading.notices;
  const { locale } = useLocale();
  const [isOpen, rest] = useDisclosure(false);
  const urgent = inspection.notices.filter(({ severity }) => severity === 'attention');
  const plain = inspection.notices.filter(({ severity }) => severity === 'information');
  if (urgent.length + plain.length === 0) return null;
  const count = formatNumber(plain.length, 0, locale);
  return (
    <section>
      {urgent.length > 0 && <Title order={3}>{text.title}</Title>}
      <ul className={classes.notices}>
        {urgent.map((notice) => (
          <Notice key={keyOf(notice)} notice={notice} work={work} />
        ))}
        {isOpen && plain.map((notice) => <Notice key={keyOf(notice)} notice={notice} work={work} />)}
      </ul>
      {plain.length > 0 && (
        <Anchor component="button" type="button" size="sm" aria-expanded={isOpen} onClick={rest.toggle}>
          {isOpen ? text.less : urgent.length > 0 ? text.more(count) : text.onlyMore(count)}
        </Anchor>
      )}
    </section>
  );
}

function Notice(props: { notice: SourceNotice; work: ImportWork }) {
  const { notice, work } = props;
  const { importReading, sourceNotices } = useTexts();
  const { locale } = useLocale();
  const words = noticeWords(notice, sourceNotices, locale);
  if (words === '') return null;
  const isUrgent = notice.severity === 'attention';
  const Icon = isUrgent ? IconAlertTriangle : IconInfoCircle;
  return (
    <li className={classes.notice} data-urgent={isUrgent || undefined}>
      <Icon size={16} stroke={1.75} aria-hidden />
      <span>
        {words} {repair()}
      </span>
    </li>
  );

  function repair() {
    const isBroken = notice.code === 'double-encoding';
    if (!isBroken && notice.code !== 'double-encoding-repaired') return null;
    const { repairsDoubleEncoding: _before, ...corrections } = work.draft.corrections;
    return (
      <Anchor
        component="button"
        type="button"
        size="sm"
        onClick={() =>
          work.change({
            corrections: isBroken ? { ...corrections, repairsDoubleEncoding: true } : corrections,
            ...nothingSaidOfColumns,
          })
        }
      >
        {isBroken ? importReading.notices.repair : importReading.notices.unrepair}
      </Anchor>
    );
  }
}

function keyOf(notice: SourceNotice): string {
  return `${notice.code} ${notice.columns.join()} ${notice.lines.join()} ${JSON.stringify(notice.details)}`;
}
