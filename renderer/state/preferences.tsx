import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { type Locale, type Texts, texts } from '../../shared/text';

const localeKey = 'linea-base.locale';
type Preferences = { locale: Locale; texts: Texts; setLocale: (locale: Locale) => void };
const PreferencesContext = createContext<Preferences | null>(null);

function storedLocale(): Locale {
  return localStorage.getItem(localeKey) === 'en' ? 'en' : 'es';
}

/** Keeps the reader's language; the colour scheme is kept by the theme itself. */
export function PreferencesProvider(props: { children: ReactNode; initialLocale?: Locale }) {
  const [locale, setLocale] = useState<Locale>(() => props.initialLocale ?? storedLocale());
  useEffect(() => {
    document.documentElement.lang = locale === 'es' ? 'es-CL' : 'en';
  }, [locale]);
  const preferences = useMemo<Preferences>(
    () => ({
      locale,
      texts: texts(locale),
      setLocale(next) {
        localStorage.setItem(localeKey, next);
        setLocale(next);
      },
    }),
    [locale],
  );
  return <PreferencesContext value={preferences}>{props.children}</PreferencesContext>;
}

function usePreferences(): Preferences {
  const preferences = useContext(PreferencesContext);
  if (preferences === null) throw new Error('PreferencesProvider is missing above this component');
  return preferences;
}

/** Every text of the interface in the reader's language. */
export function useTexts(): Texts {
  return usePreferences().texts;
}

/** The reader's language and how to change it. */
export function useLocale(): { locale: Locale; setLocale: (locale: Locale) => void } {
  return usePreferences();
}
