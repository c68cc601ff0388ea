import { useEffect, useRef } from 'react';

export type CodingKeys = {
  /** From 0 for the first code. */
  code: (index: number) => void;
  none: () => void;
  quote: () => void;
  next: () => void;
  previous: () => void;
};

const sectionPrefixMs = 1200;

function isBusy(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target.closest('[role="dialog"],[role="radiogroup"]')) return true;
  return ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName);
}

/** Numbers mark codes, 0 none, C a quote, arrows move; not while something is written, nor after the G that leads to a section. */
export function useCodingKeys(keys: CodingKeys): void {
  const latest = useRef(keys);
  const prefixAt = useRef(0);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      if (event.ctrlKey || event.metaKey || event.altKey || isBusy(event.target)) return;
      const key = event.key.toLowerCase();
      if (key === 'g') prefixAt.current = Date.now();
      const digit = /^Digit([0-9])$/.exec(event.code)?.[1];
      if (digit !== undefined) {
        if (Date.now() - prefixAt.current < sectionPrefixMs) return;
        if (digit === '0') latest.current.none();
        else latest.current.code(Number(digit) - 1);
      } else if (key === 'c') latest.current.quote();
      else if (key === 'arrowright') latest.current.next();
      else if (key === 'arrowleft') latest.current.previous();
      else return;
      event.preventDefault();
    }
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}
