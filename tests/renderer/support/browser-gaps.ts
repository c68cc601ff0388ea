import { cleanup, configure } from '@testing-library/react';
import { afterEach } from 'vitest';

// Several test files share the machine's cores, so waiting is long; a passing test does not wait.
configure({ asyncUtilTimeout: 15_000 });

/** What jsdom lacks and the component library asks for: it has no layout, no media queries and no scrolling. */
class SilentResizeObserver implements ResizeObserver {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}

window.ResizeObserver = SilentResizeObserver;
window.matchMedia = (query) => ({
  matches: false,
  media: query,
  onchange: null,
  addListener: () => undefined,
  removeListener: () => undefined,
  addEventListener: () => undefined,
  removeEventListener: () => undefined,
  dispatchEvent: () => false,
});
window.scrollTo = () => undefined;
Element.prototype.scrollIntoView = () => undefined;
Element.prototype.scrollTo = () => undefined;
for (const height of ['offsetHeight', 'clientHeight']) {
  Object.defineProperty(HTMLElement.prototype, height, { configurable: true, value: 600 });
}
for (const width of ['offsetWidth', 'clientWidth']) {
  Object.defineProperty(HTMLElement.prototype, width, { configurable: true, value: 1200 });
}
Object.defineProperty(document, 'fonts', {
  configurable: true,
  value: { addEventListener: () => undefined, removeEventListener: () => undefined },
});

afterEach(() => {
  cleanup();
  localStorage.clear();
});
