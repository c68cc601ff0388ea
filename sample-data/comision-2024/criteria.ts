export interface Criterion {
  key: string;
  header: string;
  /** Out of 100. */
  weight: number;
}

/**
 * Ours: the source says that criteria were explained at a workshop and names none. Each is scored from 1 to 5. The last
 * two rest on words with which the source describes the meeting's aim (practices that can be replicated and sustained).
 */
export const criteria: readonly Criterion[] = [
  { key: 'pertinencia', header: 'Pertinencia: responde a una necesidad comprobada', weight: 20 },
  { key: 'participacion', header: 'Participación de las comunidades', weight: 20 },
  { key: 'resultados', header: 'Resultados a la vista, con datos', weight: 25 },
  { key: 'innovacion', header: 'Innovación', weight: 10 },
  { key: 'replicabilidad', header: 'Replicabilidad', weight: 15 },
  { key: 'sostenibilidad', header: 'Sostenibilidad', weight: 10 },
];
