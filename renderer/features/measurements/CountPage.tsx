import { ActionIcon, Button, Menu, SegmentedControl } from '@mantine/core';
import { IconCopy, IconDots, IconDownload, IconHighlight, IconPencil, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'wouter';
import type { Audience } from '../../../shared/domain/comparison';
import type { Measurement } from '../../../shared/domain/measurement';
import { useTexts } from '../../state/preferences';
import { Page } from '../../ui/Page';
import { SyntheticBadge } from '../../ui/SyntheticBadge';
import { AddToReport } from './AddToReport';
import { CountResult } from './CountResult';
import classes from './measurements.module.css';
import type { KnownData } from './propose-count';
import { useCountActions } from './use-count-actions';
import { useCountExport } from './use-count-export';

/** What a saved count says, to be read, printed and taken along. */
export function CountPage(props: { measurement: Measurement; known: KnownData }) {
  const { common, measurementsUi } = useTexts();
  const [audience, setAudience] = useState<Audience>('publication');
  const { measurement, known } = props;
  const { id, name, spec } = measurement;
  const instrument = known.instruments.find((each) => each.id === spec.instrumentId);
  const waves = known.waves.filter(
    (wave) =>
      wave.instrumentId === spec.instrumentId &&
      (spec.waveIds.length === 0 || spec.waveIds.includes(wave.id)),
  );
  const edit = `/recuentos/${id}/editar`;
  return (
    <Page
      title={name}
      purpose={[measurementsUi.kinds[spec.kind].name, instrument?.name].filter(Boolean).join(' · ')}
      back={{ href: '/recuentos', label: common.sections.measurements }}
      marks={waves.some(({ isSynthetic }) => isSynthetic) && <SyntheticBadge />}
      actions={
        <>
          <PageMenu measurement={measurement} audience={audience} />
          <AddToReport measurement={measurement} />
          {spec.kind === 'coding' ? (
            <Button
              component={Link}
              href={`/recuentos/${id}/codificar`}
              leftSection={<IconHighlight size={16} aria-hidden />}
            >
              {measurementsUi.code}
            </Button>
          ) : (
            <Button component={Link} href={edit} leftSection={<IconPencil size={16} aria-hidden />}>
              {measurementsUi.change}
            </Button>
          )}
        </>
      }
    >
      <CountResult
        spec={spec}
        audience={audience}
        name={name}
        aside={<AudienceChoice value={audience} onChange={setAudience} />}
      />
    </Page>
  );
}

function PageMenu({ measurement, audience }: { measurement: Measurement; audience: Audience }) {
  const { measurementsUi } = useTexts();
  const { duplicate, remove } = useCountActions(measurement);
  const save = useCountExport();
  const { id, name, spec } = measurement;
  const csv = { spec, name, audience, format: 'csv', chart: null } as const;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size="lg" aria-label={measurementsUi.actionsOf(name)}>
          <IconDots size={18} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconDownload size={16} />} onClick={() => void save(csv)}>
          {measurementsUi.result.saveTable}
        </Menu.Item>
        {spec.kind === 'coding' && (
          <Menu.Item component={Link} href={`/recuentos/${id}/editar`} leftSection={<IconPencil size={16} />}>
            {measurementsUi.change}
          </Menu.Item>
        )}
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

/** Who will read the figures: fewer of them are protected for the office itself. */
function AudienceChoice(props: { value: Audience; onChange: (audience: Audience) => void }) {
  const { measurementsUi } = useTexts();
  const { audience, audiences } = measurementsUi.result;
  return (
    <div className={classes.audience}>
      <span id="count-audience">{audience}</span>
      <SegmentedControl
        size="xs"
        aria-labelledby="count-audience"
        value={props.value}
        onChange={(value) => props.onChange(value === 'internal' ? 'internal' : 'publication')}
        data={[
          { value: 'publication', label: audiences.publication },
          { value: 'internal', label: audiences.internal },
        ]}
      />
    </div>
  );
}
