import { readFileSync } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';

const Bounds = z.object({ x: z.int(), y: z.int(), width: z.int().min(1), height: z.int().min(1) });
export type Bounds = z.infer<typeof Bounds>;
const WindowState = z.object({ bounds: Bounds.nullable(), isMaximised: z.boolean() });
export type WindowState = z.infer<typeof WindowState>;

export const smallestWindow = { width: 960, height: 640 } as const;
const firstWindow = { width: 1360, height: 880 } as const;

/** Where the window was left; a file that is absent or unreadable gives the first-time state. */
export function readWindowState(path: string): WindowState {
  try {
    return WindowState.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return { bounds: null, isMaximised: false };
  }
}

/** Keeps where the window was left. A failure costs only the position, so it is not told. */
export async function writeWindowState(path: string, state: WindowState): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(`${path}.new`, JSON.stringify(state));
    await rename(`${path}.new`, path);
  } catch {
    return;
  }
}

/**
 * The bounds to open with: those kept if a good part of them is still on a screen (one may have been unplugged),
 * otherwise a size that fits the first screen, placed by the system.
 */
export function fittingBounds(
  kept: Bounds | null,
  screens: readonly Bounds[],
): { width: number; height: number; x?: number; y?: number } {
  if (kept !== null && screens.some((screen) => overlap(kept, screen) >= 0.3)) return kept;
  const screen = screens[0];
  if (screen === undefined) return firstWindow;
  return {
    width: Math.min(firstWindow.width, screen.width),
    height: Math.min(firstWindow.height, screen.height),
  };
}

function overlap(window: Bounds, screen: Bounds): number {
  const width = Math.min(window.x + window.width, screen.x + screen.width) - Math.max(window.x, screen.x);
  const height = Math.min(window.y + window.height, screen.y + screen.height) - Math.max(window.y, screen.y);
  return (Math.max(0, width) * Math.max(0, height)) / (window.width * window.height);
}
