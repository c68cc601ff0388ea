import { useCallback } from 'react';
import type { AppError } from '../../shared/errors';
import { errorText } from '../../shared/text/errors';
import { useLocale } from './preferences';

/** What happened, where (empty when it names no place), and what to do about it. */
export type ErrorWords = ReturnType<typeof errorText>;

/** Words a failure in the reader's language. */
export function useErrorWords(): (error: AppError) => ErrorWords {
  const { locale } = useLocale();
  return useCallback((error) => errorText(error.toWire(), locale), [locale]);
}
