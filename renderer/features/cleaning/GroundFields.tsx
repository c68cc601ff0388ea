import { Radio, Stack, Textarea, TextInput } from '@mantine/core';
import { CleaningScope } from '../../../shared/domain/cleaning';
import { useTexts } from '../../state/preferences';
import type { Cleaning } from './use-cleaning';

/** Where a correction holds, who makes it and why. `person`: it is one cell, which other waves have by whose it is. */
export function GroundFields(props: { cleaning: Cleaning; person?: boolean; onlyWave?: boolean }) {
  const { ground, changeGround } = props.cleaning;
  const { cleaning } = useTexts();
  const text = cleaning.fields;
  return (
    <Stack gap={20}>
      <Radio.Group
        label={text.scope}
        description={props.onlyWave ? cleaning.cell.noIdentifier : undefined}
        value={ground.scope}
        onChange={(value) => changeGround({ scope: CleaningScope.parse(value) })}
      >
        <Stack gap={8} mt={8}>
          {CleaningScope.options.map((scope) => (
            <Radio
              key={scope}
              value={scope}
              disabled={scope === 'instrument' && props.onlyWave === true}
              label={cleaning.scopes[scope]}
              description={
                scope === 'instrument' && props.person ? text.scopeHelp.person : text.scopeHelp[scope]
              }
            />
          ))}
        </Stack>
      </Radio.Group>
      <Textarea
        label={text.reason}
        description={text.reasonHelp}
        required
        autosize
        minRows={2}
        maxLength={1000}
        value={ground.reason}
        onChange={(event) => changeGround({ reason: event.currentTarget.value })}
      />
      <TextInput
        label={text.who}
        description={text.whoHelp}
        required
        maxLength={200}
        value={ground.who}
        onChange={(event) => changeGround({ who: event.currentTarget.value })}
      />
    </Stack>
  );
}
