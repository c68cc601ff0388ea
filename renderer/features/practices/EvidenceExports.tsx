import { Button, Menu } from '@mantine/core';
import { IconFileCertificate, IconPackageExport } from '@tabler/icons-react';
import { useState } from 'react';
import type { Practice } from '../../../shared/domain/practice';
import type { OutputFile } from '../../../shared/domain/report';
import { useLocale, useTexts } from '../../state/preferences';
import { useCommand } from '../../state/use-command';
import { useSaveOutput } from '../../state/use-save-output';
import { Fingerprint } from '../../ui/Fingerprint';
import classes from './evidence.module.css';

/** The page of evidence, and the bundle with its fingerprint for whoever will check it. */
export function EvidenceExports(props: { practice: Practice; flush: () => Promise<void> }) {
  const { practices, evidence } = useTexts();
  const { locale } = useLocale();
  const words = evidence.page;
  const saveOutput = useSaveOutput();
  const page = useCommand('practice.printEvidence');
  const bundle = useCommand('practice.bundle');
  const [saved, setSaved] = useState<OutputFile | null>(null);
  const practiceId = props.practice.id;
  async function print(format: 'pdf' | 'docx' | 'html'): Promise<void> {
    await props.flush();
    const file = await page.run({ practiceId, format, locale });
    if (file) await saveOutput(file, practices.printed(file.name));
  }
  async function pack(): Promise<void> {
    await props.flush();
    const file = await bundle.run({ practiceId });
    if (!file) return;
    await saveOutput(file, practices.printed(file.name));
    setSaved(file);
  }
  return (
    <div className={classes.exports}>
      <Menu position="top-start">
        <Menu.Target>
          <Button
            variant="default"
            loading={page.isRunning}
            leftSection={<IconFileCertificate size={16} aria-hidden />}
          >
            {words.export}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => void print('pdf')}>{practices.printPdf}</Menu.Item>
          <Menu.Item onClick={() => void print('docx')}>{practices.printDocx}</Menu.Item>
          <Menu.Item onClick={() => void print('html')}>{practices.printHtml}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Button
        variant="default"
        loading={bundle.isRunning}
        leftSection={<IconPackageExport size={16} aria-hidden />}
        onClick={() => void pack()}
      >
        {words.bundle}
      </Button>
      {saved && (
        <span role="status">
          {words.bundleDone(saved.name)} <Fingerprint sha256={saved.sha256} />
        </span>
      )}
    </div>
  );
}
