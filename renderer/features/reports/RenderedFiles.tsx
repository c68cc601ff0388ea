import { ActionIcon, Tooltip } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import type { OutputFile, Report } from '../../../shared/domain/report';
import { formatBytes } from '../../../shared/text/format';
import { useLocale, useTexts } from '../../state/preferences';
import { useSaveOutput } from '../../state/use-save-output';
import { Fingerprint } from '../../ui/Fingerprint';
import classes from './reports.module.css';

/** The files of the last rendering with size and fingerprint; those written just now can be saved. */
export function RenderedFiles(props: { report: Report; fresh: readonly OutputFile[] }) {
  const { comparison, reportsUi } = useTexts();
  const { locale } = useLocale();
  const saveOutput = useSaveOutput();
  const words = reportsUi.render;
  const files = props.report.rendering?.files ?? [];
  if (files.length === 0) return null;
  return (
    <>
      <ul className={classes.files} aria-label={words.files}>
        {files.map((file) => {
          const output = props.fresh.find((each) => each.name === file.name && each.sha256 === file.sha256);
          const label = words.saveFile(file.name);
          return (
            <li key={file.name}>
              <span className={classes.fileName}>
                <span title={file.name}>{file.name}</span>
                <span className={classes.note}>
                  {formatBytes(file.bytes, locale)} · <Fingerprint sha256={file.sha256} />
                </span>
              </span>
              {output && (
                <Tooltip label={label}>
                  <ActionIcon
                    variant="light"
                    aria-label={label}
                    onClick={() => void saveOutput(output, comparison.table.exported(output.name))}
                  >
                    <IconDownload size={16} />
                  </ActionIcon>
                </Tooltip>
              )}
            </li>
          );
        })}
      </ul>
      {props.fresh.length === 0 && <p className={classes.note}>{words.earlier}</p>}
    </>
  );
}
