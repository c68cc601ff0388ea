import { ActionIcon, Button } from '@mantine/core';
import { IconPencil, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { Code } from '../../../shared/domain/measurement';
import { formatNumber } from '../../../shared/text/format';
import { useLocale, useTexts } from '../../state/preferences';
import { CodeEditor } from './CodeEditor';
import classes from './coding.module.css';
import type { CodingMeasurement } from './use-coding';

const mostCodes = 80;

/** The list of codes with how often this coder gave each, and what can be done to it. */
export function CodePanel(props: {
  measurement: CodingMeasurement;
  codes: readonly Code[];
  counts: Record<string, number>;
}) {
  const { coding } = useTexts();
  const { locale } = useLocale();
  const words = coding.codes;
  const [edited, setEdited] = useState<Code | 'new' | null>(null);
  const isFull = props.measurement.spec.codes.length >= mostCodes;
  return (
    <aside className={classes.panel} aria-label={words.title}>
      <h2>{words.title}</h2>
      {props.codes.length === 0 && <p className={classes.quiet}>{words.empty}</p>}
      <ol className={classes.codes}>
        {props.codes.map((code, index) => (
          <li key={code.id}>
            <span className={classes.codeKey}>{index < 9 ? index + 1 : ''}</span>
            <span className={classes.codeWords}>
              <strong>{code.label}</strong>
              {code.description !== '' && <span className={classes.quiet}>{code.description}</span>}
            </span>
            <span className={classes.codeCount} title={words.count(String(props.counts[code.id] ?? 0))}>
              {formatNumber(props.counts[code.id] ?? 0, 0, locale)}
            </span>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={words.edit(code.label)}
              onClick={() => setEdited(code)}
            >
              <IconPencil size={16} />
            </ActionIcon>
          </li>
        ))}
      </ol>
      <Button
        variant="default"
        leftSection={<IconPlus size={16} aria-hidden />}
        disabled={isFull}
        onClick={() => setEdited('new')}
      >
        {words.add}
      </Button>
      {isFull && <p className={classes.quiet}>{words.limit}</p>}
      {edited !== null && (
        <CodeEditor
          measurement={props.measurement}
          codes={props.codes}
          code={edited === 'new' ? null : edited}
          onClose={() => setEdited(null)}
        />
      )}
    </aside>
  );
}
