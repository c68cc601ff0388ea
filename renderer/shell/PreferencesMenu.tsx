import { ActionIcon, Menu, Tooltip, useMantineColorScheme } from '@mantine/core';
import { IconAdjustmentsHorizontal, IconCheck } from '@tabler/icons-react';
import { useLocale, useTexts } from '../state/preferences';

const schemes = ['light', 'dark', 'auto'] as const;

/** Language and appearance; both are remembered on this computer. */
export function PreferencesMenu() {
  const { common } = useTexts();
  const { locale, setLocale } = useLocale();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const { preferences } = common;
  const schemeNames = { light: preferences.light, dark: preferences.dark, auto: preferences.system };
  const check = <IconCheck size={16} aria-hidden />;
  return (
    <Menu position="top-start" width={220}>
      <Menu.Target>
        <Tooltip label={preferences.label}>
          <ActionIcon variant="subtle" color="gray" aria-label={preferences.label}>
            <IconAdjustmentsHorizontal size={18} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{preferences.language}</Menu.Label>
        <Menu.Item rightSection={locale === 'es' && check} onClick={() => setLocale('es')}>
          {preferences.spanish}
        </Menu.Item>
        <Menu.Item rightSection={locale === 'en' && check} onClick={() => setLocale('en')}>
          {preferences.english}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Label>{preferences.appearance}</Menu.Label>
        {schemes.map((scheme) => (
          <Menu.Item
            key={scheme}
            rightSection={colorScheme === scheme && check}
            onClick={() => setColorScheme(scheme)}
          >
            {schemeNames[scheme]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
