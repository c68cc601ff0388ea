import { useDebouncedCallback } from '@mantine/hooks';
import { useCallback, useEffect, useRef, useState } from 'react';

const pauseMs = 900;

export type Autosave<Value> = {
  value: Value;
  change: (step: (value: Value) => Value) => void;
  isDirty: boolean;
  /** Keeps what is pending at once; resolves when nothing is pending any more. */
  flush: () => Promise<void>;
};

/**
 * Something edited in place and kept after a short pause, and when the screen is left. When it changes in the store by
 * other means (undo, another screen) while nothing is pending, the editing follows. `save` resolves to false on failure;
 * then what was written stays on screen as not kept. `textOf` must be one and the same function each time; two values with the
 * same text are the same.
 */
export function useAutosave<Value>(
  stored: Value,
  save: (value: Value) => Promise<boolean>,
  textOf: (value: Value) => string = JSON.stringify,
): Autosave<Value> {
  const [value, setValue] = useState(stored);
  const [isDirty, setDirty] = useState(false);
  const latest = useRef(value);
  const kept = useRef(textOf(stored));
  const saveNow = useRef(save);
  saveNow.current = save;

  const keep = useCallback(async () => {
    const written = latest.current;
    const text = textOf(written);
    if (text === kept.current) return setDirty(false);
    if (!(await saveNow.current(written))) return;
    kept.current = text;
    if (textOf(latest.current) === text) setDirty(false);
  }, [textOf]);
  const keepSoon = useDebouncedCallback(keep, { delay: pauseMs, flushOnUnmount: true });

  const storedText = textOf(stored);
  useEffect(() => {
    if (storedText === kept.current || textOf(latest.current) !== kept.current) return;
    kept.current = storedText;
    latest.current = stored;
    setValue(stored);
  }, [stored, storedText, textOf]);

  const change = useCallback(
    (step: (value: Value) => Value) => {
      latest.current = step(latest.current);
      setValue(latest.current);
      setDirty(true);
      keepSoon();
    },
    [keepSoon],
  );
  const flush = useCallback(async () => {
    keepSoon.cancel();
    await keep();
  }, [keepSoon, keep]);
  return { value, change, isDirty, flush };
}
