import { ActionIcon, Menu, Skeleton } from '@mantine/core';
import { IconCopy, IconDots, IconPencil, IconTrash } from '@tabler/icons-react';
import { Link, useLocation } from 'wouter';
import type { Measurement } from '../../../shared/domain/measurement';
import { formatNumber } from '../../../shared/text/format';
import { useLocale, useTexts } from '../../state/preferences';
import { useErrorWords } from '../../state/use-error-words';
import { useQueryMethod } from '../../state/use-query-method';
import { Tag } from '../../ui/Tag';
import { HeadlineFigures } from './HeadlineFigures';
import { kindIcons } from './kind-icons';
import classes from './measurements.module.css';
import { useCountActions } from './use-count-actions';

/** One count: what it measures, the figure that says most, and whether there is something to look at. */
export function CountCard(props: { measurement: Measurement; instrumentName: string }) {
  const { measurementsUi } = useTexts();
  const { measurement } = props;
  const Sign = kindIcons[measurement.spec.kind];
  return (
    <li className={classes.card}>
      <div className={classes.cardHead}>
        <Sign size={16} stroke={1.6} aria-hidden />
        {measurementsUi.kinds[measurement.spec.kind].name}
        <CardMenu measurement={measurement} />
      </div>
      <h2 className={classes.cardTitle}>
        <Link href={`/recuentos/${measurement.id}`}>{measurement.name}</Link>
      </h2>
      <div className={classes.cardFoot}>
        <CardFigure measurement={measurement} />
        <span className={classes.basis}>{props.instrumentName}</span>
      </div>
    </li>
  );
}

function CardFigure({ measurement }: { measurement: Measurement }) {
  const { measurementsUi } = useTexts();
  const { locale } = useLocale();
  const wordsOf = useErrorWords();
  const words = measurementsUi.list;
  const answer = useQueryMethod('measurement.compute', {
    spec: measurement.spec,
    audience: 'publication',
  });
  if (answer.error) return <p className={classes.cardError}>{wordsOf(answer.error).title}</p>;
  if (!answer.data) {
    return (
      <>
        <Skeleton height={56} width="60%" aria-hidden />
        <span className="lb-hidden">{words.computing}</span>
      </>
    );
  }
  const { notices, headline } = answer.data;
  return (
    <>
      {headline.length === 0 ? (
        <p className={classes.basis}>{words.noFigure}</p>
      ) : (
        <HeadlineFigures result={answer.data} most={1} look="card" />
      )}
      {notices.length > 0 && (
        <Tag tone="warning">
          {notices.length === 1 ? words.oneNotice : words.notices(formatNumber(notices.length, 0, locale))}
        </Tag>
      )}
    </>
  );
}

function CardMenu({ measurement }: { measurement: Measurement }) {
  const { measurementsUi } = useTexts();
  const [, navigate] = useLocation();
  const { duplicate, remove } = useCountActions(measurement);
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={measurementsUi.actionsOf(measurement.name)}>
          <IconDots size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconPencil size={16} />}
          onClick={() => navigate(`/recuentos/${measurement.id}/editar`)}
        >
          {measurementsUi.change}
        </Menu.Item>
        <Menu.Item leftSection={<IconCopy size={16} />} onClick={duplicate}>
          {measurementsUi.duplicate}
        </Menu.Item>
        <Menu.Item leftSection={<IconTrash size={16} />} onClick={remove}>
          {measurementsUi.remove}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
