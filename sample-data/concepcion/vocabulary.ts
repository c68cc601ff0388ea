/** The four modules that the record names; two had been held by its date. */
export const modules = [
  'Contexto migratorio y conceptos básicos',
  'Nueva ley de Migración y Extranjería (Ley 21.325)',
  'Pasos no habilitados, irregularidad y procedimientos de expulsión',
  'Impacto de los procesos migratorios en la salud mental',
] as const;

export const modulesHeld = 2;

export interface Statement {
  header: string;
  isTrue: boolean;
}

/** What each test asserts, module by module; whoever takes it marks true, false or "no sé". */
export const statements: readonly (readonly Statement[])[] = [
  [
    {
      header: 'M1.1 Refugiado y migrante son, ante la ley, exactamente lo mismo',
      isTrue: false,
    },
    {
      header: 'M1.2 Los derechos humanos no dependen de tener los papeles al día',
      isTrue: true,
    },
    { header: 'M1.3 La movilidad humana abarca la migración y también el refugio', isTrue: true },
    {
      header: 'M1.4 Una escuela puede rechazar a un niño porque no tiene RUN',
      isTrue: false,
    },
    { header: 'M1.5 Los prejuicios se aprenden y también se pueden desaprender', isTrue: true },
  ],
  [
    { header: 'M2.1 La Ley 21.325 creó el Servicio Nacional de Migraciones', isTrue: true },
    { header: 'M2.2 Las reglas anteriores a la Ley 21.325 eran de 1975', isTrue: true },
    {
      header: 'M2.3 Por regla general, quien entra como turista cambia a residencia sin salir de Chile',
      isTrue: false,
    },
    { header: 'M2.4 La residencia definitiva deja vivir en Chile sin plazo', isTrue: true },
    { header: 'M2.5 La ley niega la atención de salud a quien está en situación irregular', isTrue: false },
  ],
];
