import { Table } from '@mantine/core';
import type { Receipt } from '../../../shared/domain/wave';
import { formatNumber } from '../../../shared/text/format';
import { useLocale, useTexts } from '../../state/preferences';
import { Fingerprint } from '../../ui/Fingerprint';
import { Section } from '../../ui/Section';
import classes from './waves.module.css';

/** The files of a wave that came in several, with their counts; nothing where it was one. */
export function ReceiptFiles(props: { receipt: Receipt }) {
  const { files } = props.receipt;
  const { receipt } = useTexts();
  const { locale } = useLocale();
  const text = receipt.files;
  const number = (value: number) => formatNumber(value, 0, locale);
  if (files.length < 2) return null;
  return (
    <Section title={receipt.filesTitle}>
      <Table.ScrollContainer minWidth={640}>
        <Table aria-label={receipt.filesTitle} className={classes.crosswalk}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{text.file}</Table.Th>
              <Table.Th>{text.label}</Table.Th>
              <Table.Th ta="end">{text.firstLine}</Table.Th>
              <Table.Th ta="end">{text.read}</Table.Th>
              <Table.Th ta="end">{text.kept}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {files.map((file) => (
              <Table.Tr key={file.firstLine}>
                <Table.Td>
                  {file.fileName} · <Fingerprint sha256={file.sha256} />
                </Table.Td>
                <Table.Td>{file.label}</Table.Td>
                <Table.Td ta="end">{number(file.firstLine)}</Table.Td>
                <Table.Td ta="end">{number(file.rowsRead)}</Table.Td>
                <Table.Td ta="end">{number(file.rowsKept)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Section>
  );
}
