import { useEffect, useRef } from 'react';
import { useLocation } from 'wouter';
import { sections } from '../routes';
import { useHistory } from '../state/use-history';

const prefixMs = 1200;

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName);
}

/** The digit of a key of the upper row; null for another key. */
function digitOf({ code }: KeyboardEvent): number | null {
  const written = /^Digit([0-9])$/.exec(code)?.[1];
  return written === undefined ? null : Number(written);
}

/** Keys that work on every screen: sections, undo and redo, and the list of keys. Text fields keep their own. */
export function useShortcuts(actions: { showList: () => void }): void {
  const [, navigate] = useLocation();
  const { undo, redo } = useHistory();
  const prefixAt = useRef(0);
  const { showList } = actions;
  useEffect(() => {
    function goTo(digit: number): boolean {
      const section = sections.find((entry) => entry.digit === digit);
      if (section) navigate(section.path);
      return section !== undefined;
    }
    function onKeyDown(event: KeyboardEvent): void {
      const command = event.ctrlKey || event.metaKey;
      const digit = digitOf(event);
      if (event.altKey && !command && digit !== null) {
        if (goTo(digit)) event.preventDefault();
        return;
      }
      if (isTyping(event.target)) return;
      const key = event.key.toLowerCase();
      if (command && key === 'z') {
        event.preventDefault();
        if (event.shiftKey) redo();
        else undo();
      } else if (command || event.altKey) return;
      else if (key === '?') showList();
      else if (key === 'g') prefixAt.current = Date.now();
      else if (digit !== null && Date.now() - prefixAt.current < prefixMs) {
        prefixAt.current = 0;
        goTo(digit);
      }
    }
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [navigate, redo, showList, undo]);
}
