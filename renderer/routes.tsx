import { type Icon, IconFileImport, IconHome2, IconListDetails } from '@tabler/icons-react';
import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import type { Texts } from '../shared/text';

type Screen = LazyExoticComponent<ComponentType>;
const HomeScreen = lazy(() => import('./features/home'));
const WavesScreen = lazy(() => import('./features/waves'));
const WaveScreen = lazy(() => import('./features/waves').then(({ WaveScreen }) => ({ default: WaveScreen })));
const ImportScreen = lazy(() => import('./features/import'));
const VariablesScreen = lazy(() => import('./features/variables'));

/** One entry of the rail. `digit` is its place in the keyboard shortcuts. */
export type Section = {
  key: keyof Texts['common']['sections'];
  path: string;
  digit: number;
  icon: Icon;
};

/** The journey's sections, in order. */
export const sections: readonly Section[] = [
  { key: 'home', path: '/inicio', digit: 1, icon: IconHome2 },
  { key: 'waves', path: '/mediciones', digit: 2, icon: IconFileImport },
  { key: 'variables', path: '/variables', digit: 3, icon: IconListDetails },
];

/** `needsProject` screens offer to open one when none is. The first pattern that fits is shown. */
export type Route = { pattern: string; Screen: Screen; needsProject: boolean };

export const routes: readonly Route[] = [
  { pattern: '/inicio/:panel?', Screen: HomeScreen, needsProject: false },
  { pattern: '/mediciones/importar/:step?', Screen: ImportScreen, needsProject: true },
  { pattern: '/mediciones/:id/:tab?', Screen: WaveScreen, needsProject: true },
  { pattern: '/mediciones', Screen: WavesScreen, needsProject: true },
  { pattern: '/variables/:id?', Screen: VariablesScreen, needsProject: true },
];
