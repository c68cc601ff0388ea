import { useCallback } from 'react';
import { AppError, ErrorCode } from '../../../shared/errors';
import { measurementReason } from '../../../shared/text/measurements';
import { useLocale, useTexts } from '../../state/preferences';
import { useErrorWords } from '../../state/use-error-words';

/** Why a figure, a comparison or a link is not there: a reason of templates, an error's title, or one of statistics. */
export function useReasonWords(): (reason: string) => string {
  const { templates } = useTexts();
  const { locale } = useLocale();
  const errorWords = useErrorWords();
  return useCallback(
    (reason) => {
      const own = Object.entries(templates.reasons).find(([key]) => key === reason);
      if (own) return own[1];
      const code = ErrorCode.safeParse(reason);
      if (code.success) return errorWords(new AppError(code.data)).title;
      return measurementReason(reason, locale);
    },
    [templates, errorWords, locale],
  );
}
