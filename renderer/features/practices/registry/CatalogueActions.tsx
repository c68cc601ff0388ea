import { Button, Tooltip } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { Link } from 'wouter';
import { useTexts } from '../../../state/preferences';
import { useQueryMethod } from '../../../state/use-query-method';
import { useAdding } from './use-adding';

/** Takes a record of the catalogue into the project, to be worked on or as a template. */
export function CatalogueActions({ slug }: { slug: string }) {
  const { registry } = useTexts();
  const words = registry.catalogue;
  const list = useQueryMethod('practice.list', {});
  const { add, use, isRunning } = useAdding();
  const own = list.data?.practices.find(
    ({ templateSlug, basedOn }) => templateSlug === slug && basedOn === null,
  );
  if (own) {
    return (
      <>
        <Button variant="default" loading={isRunning} onClick={() => void add(slug)}>
          {words.addAgain}
        </Button>
        <Button component={Link} href={`/practicas/${own.id}`}>
          {words.openOwn}
        </Button>
      </>
    );
  }
  return (
    <>
      <Tooltip label={words.useHint} multiline w={280}>
        <Button variant="default" loading={isRunning} onClick={() => void use(slug)}>
          {words.use}
        </Button>
      </Tooltip>
      <Button
        loading={isRunning}
        leftSection={<IconPlus size={16} aria-hidden />}
        onClick={() => void add(slug)}
      >
        {words.add}
      </Button>
    </>
  );
}
