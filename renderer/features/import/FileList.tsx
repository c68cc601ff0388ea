import { Text, Title } from '@mantine/core';
import { useTexts } from '../../state/preferences';
import type { ImportFile } from './draft';
import { FileRow } from './FileRow';
import type { FileCheck } from './file-checks';
import classes from './import.module.css';
import { afterFiles } from './use-file-intake';
import type { ImportWork } from './use-import-draft';

/** The files of the wave in their order, each with what it holds, its label and a way to move or remove it. */
export function FileList(props: { work: ImportWork; checks: readonly FileCheck[] }) {
  const { work, checks } = props;
  const { importReading: text } = useTexts();
  const { files, codebook } = work.draft;
  const change = (next: readonly ImportFile[]) => work.change(afterFiles(work, next, codebook));
  function move(index: number, by: number): void {
    const next = [...files];
    const [file] = next.splice(index, 1);
    if (!file) return;
    next.splice(index + by, 0, file);
    change(next);
  }
  return (
    <section>
      <Title order={3}>{text.files.label}</Title>
      {files.length > 1 && (
        <Text c="dimmed" size="sm" mt={4}>
          {text.files.several} {text.files.labelHelp}
        </Text>
      )}
      <ul className={classes.fileList}>
        {files.map((file, index) => (
          <FileRow
            key={file.fileId}
            file={file}
            check={checks[index] ?? { data: undefined, error: null }}
            hasLabel={files.length > 1}
            isFirst={index === 0}
            isLast={index === files.length - 1}
            onLabel={(label) =>
              work.change({ files: files.map((each) => (each === file ? { ...each, label } : each)) })
            }
            onMove={(by) => move(index, by)}
            onRemove={() => change(files.filter((each) => each !== file))}
          />
        ))}
      </ul>
    </section>
  );
}
