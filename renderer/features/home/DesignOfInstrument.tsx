import { Anchor, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { InstrumentId } from '../../../shared/domain/ids';
import { designLine } from '../../../shared/text/design';
import { useLocale, useTexts } from '../../state/preferences';
import { Tag } from '../../ui/Tag';
import { DesignPanel } from '../comparison/design/DesignPanel';
import { clusterCount } from '../comparison/design/design-draft';
import { useDesign } from '../comparison/design/use-design';

/** The design of one instrument in a line, declared or proposed, and the way to change it. */
export function DesignOfInstrument(props: { instrumentId: InstrumentId; isNamed: boolean }) {
  const { design: words } = useTexts();
  const { locale } = useLocale();
  const [isOpen, panel] = useDisclosure(false);
  const known = useDesign(props.instrumentId);
  const design = known.declared ?? known.proposal;
  if (!design) return null;
  const line = designLine(design, known.labelOf, clusterCount(design, known.hints), locale);
  return (
    <>
      <Text mb="md">
        {props.isNamed && (
          <Text span size="sm" c="dimmed" display="block">
            {words.home.about(known.instrumentName)}
          </Text>
        )}
        {line}. {!known.declared && <Tag>{words.line.notDeclared}</Tag>}{' '}
        <Anchor component="button" type="button" size="sm" onClick={panel.open}>
          {known.declared ? words.line.change : words.line.declare}
        </Anchor>
      </Text>
      <DesignPanel instrumentId={props.instrumentId} start={null} isOpen={isOpen} onClose={panel.close} />
    </>
  );
}
