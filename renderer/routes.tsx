import {
  type Icon,
  IconArrowsDiff,
  IconCalculator,
  IconCertificate,
  IconChartLine,
  IconFileImport,
  IconHome2,
  IconListDetails,
  IconListNumbers,
  IconReportAnalytics,
  IconTargetArrow,
} from '@tabler/icons-react';
import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import type { Texts } from '../shared/text';

type Screen = LazyExoticComponent<ComponentType>;
const HomeScreen = lazy(() => import('./features/home'));
const WavesScreen = lazy(() => import('./features/waves'));
const WaveScreen = lazy(() => import('./features/waves').then(({ WaveScreen }) => ({ default: WaveScreen })));
const CleaningScreen = lazy(() => import('./features/cleaning'));
const PeopleScreen = lazy(() => import('./features/people'));
const VaultScreen = lazy(() => import('./features/privacy'));
const ImportScreen = lazy(() => import('./features/import'));
const VariablesScreen = lazy(() => import('./features/variables'));
const IndicatorsScreen = lazy(() => import('./features/indicators'));
const IndicatorScreen = lazy(() =>
  import('./features/indicators').then(({ IndicatorScreen }) => ({ default: IndicatorScreen })),
);
const ComparisonScreen = lazy(() => import('./features/comparison'));
const PanelScreen = lazy(() => import('./features/panel'));
const SeriesScreen = lazy(() => import('./features/series'));
const MeasurementsScreen = lazy(() => import('./features/measurements'));
const MeasurementScreen = lazy(() =>
  import('./features/measurements').then(({ MeasurementScreen }) => ({ default: MeasurementScreen })),
);
const NewMeasurementScreen = lazy(() =>
  import('./features/measurements').then(({ NewMeasurementScreen }) => ({ default: NewMeasurementScreen })),
);
const EditMeasurementScreen = lazy(() =>
  import('./features/measurements').then(({ EditMeasurementScreen }) => ({ default: EditMeasurementScreen })),
);
const CodingScreen = lazy(() => import('./features/coding'));
const PlanningScreen = lazy(() => import('./features/planning'));
const ReportsScreen = lazy(() => import('./features/reports'));
const ReportScreen = lazy(() =>
  import('./features/reports').then(({ ReportScreen }) => ({ default: ReportScreen })),
);
const TemplateScreen = lazy(() => import('./features/templates'));
const PracticesScreen = lazy(() => import('./features/practices'));
const PracticeScreen = lazy(() =>
  import('./features/practices').then(({ PracticeScreen }) => ({ default: PracticeScreen })),
);
const CommissionsScreen = lazy(() => import('./features/commission'));
const CommissionScreen = lazy(() =>
  import('./features/commission').then(({ CommissionScreen }) => ({ default: CommissionScreen })),
);
const CatalogueScreen = lazy(() =>
  import('./features/practices').then(({ CatalogueScreen }) => ({ default: CatalogueScreen })),
);
const CatalogueRecordScreen = lazy(() =>
  import('./features/practices').then(({ CatalogueRecordScreen }) => ({ default: CatalogueRecordScreen })),
);
const CompareScreen = lazy(() =>
  import('./features/practices').then(({ CompareScreen }) => ({ default: CompareScreen })),
);

/** One entry of the rail. `digit` is its key in the keyboard shortcuts: 1 to 9 in order, then 0. */
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
  { key: 'indicators', path: '/indicadores', digit: 4, icon: IconTargetArrow },
  { key: 'comparison', path: '/comparacion', digit: 5, icon: IconArrowsDiff },
  { key: 'series', path: '/serie', digit: 6, icon: IconChartLine },
  { key: 'measurements', path: '/recuentos', digit: 7, icon: IconListNumbers },
  { key: 'reports', path: '/informes', digit: 8, icon: IconReportAnalytics },
  { key: 'practices', path: '/practicas', digit: 9, icon: IconCertificate },
  { key: 'planning', path: '/planificar', digit: 0, icon: IconCalculator },
];

/** `needsProject` screens offer to open one when none is. The first pattern that fits is shown. */
export type Route = { pattern: string; Screen: Screen; needsProject: boolean };

export const routes: readonly Route[] = [
  { pattern: '/inicio/:panel?', Screen: HomeScreen, needsProject: false },
  { pattern: '/privacidad', Screen: VaultScreen, needsProject: true },
  { pattern: '/mediciones/importar/:step?', Screen: ImportScreen, needsProject: true },
  { pattern: '/mediciones/limpieza/:id?', Screen: CleaningScreen, needsProject: true },
  { pattern: '/mediciones/personas', Screen: PeopleScreen, needsProject: true },
  { pattern: '/mediciones/:id/:tab?', Screen: WaveScreen, needsProject: true },
  { pattern: '/mediciones', Screen: WavesScreen, needsProject: true },
  { pattern: '/variables/:id?', Screen: VariablesScreen, needsProject: true },
  { pattern: '/indicadores/:id/:example?', Screen: IndicatorScreen, needsProject: true },
  { pattern: '/indicadores', Screen: IndicatorsScreen, needsProject: true },
  { pattern: '/comparacion/seguimiento', Screen: PanelScreen, needsProject: true },
  { pattern: '/comparacion/:id/seguimiento', Screen: PanelScreen, needsProject: true },
  { pattern: '/comparacion/:id?', Screen: ComparisonScreen, needsProject: true },
  { pattern: '/serie', Screen: SeriesScreen, needsProject: true },
  { pattern: '/recuentos/nuevo/:kind?', Screen: NewMeasurementScreen, needsProject: true },
  { pattern: '/recuentos/:id/editar', Screen: EditMeasurementScreen, needsProject: true },
  { pattern: '/recuentos/:id/codificar', Screen: CodingScreen, needsProject: true },
  { pattern: '/recuentos/:id', Screen: MeasurementScreen, needsProject: true },
  { pattern: '/recuentos', Screen: MeasurementsScreen, needsProject: true },
  { pattern: '/planificar', Screen: PlanningScreen, needsProject: false },
  { pattern: '/informes/:id', Screen: ReportScreen, needsProject: true },
  { pattern: '/informes', Screen: ReportsScreen, needsProject: true },
  { pattern: '/practicas/comisiones/:id/:tab?', Screen: CommissionScreen, needsProject: true },
  { pattern: '/practicas/comisiones', Screen: CommissionsScreen, needsProject: true },
  { pattern: '/practicas/comparar', Screen: CompareScreen, needsProject: true },
  { pattern: '/practicas/catalogo/:slug', Screen: CatalogueRecordScreen, needsProject: true },
  { pattern: '/practicas/catalogo', Screen: CatalogueScreen, needsProject: true },
  { pattern: '/practicas/:id/plantilla', Screen: TemplateScreen, needsProject: true },
  { pattern: '/practicas/:id', Screen: PracticeScreen, needsProject: true },
  { pattern: '/practicas', Screen: PracticesScreen, needsProject: true },
];
