/** The four questions about how the sample was drawn, the proposals made from the data, and the design in one line. */
export const designText = {
  title: 'Diseño declarado',
  purpose: (instrument: string) =>
    `Vale para todas las mediciones de «${instrument}». De estas cuatro respuestas depende con qué método se compara y cuánto margen lleva cada cifra.`,
  question: (number: string, words: string) => `${number}. ${words}`,
  save: 'Guardar el diseño',
  tryHere: 'Usar solo aquí',
  saved: (instrument: string) => `Se declaró el diseño de «${instrument}»`,
  notDeclared: 'Propuesto por los datos; aún no se ha declarado.',
  declaredOn: (date: string) => `Declarado el ${date}.`,
  agrees: (evidence: string) => `Los datos lo apoyan: ${evidence}`,
  suggests: (evidence: string) => `Los datos sugieren otra cosa: ${evidence}`,
  useSuggestion: 'Usar lo que sugieren',
  column: (evidence: string) => evidence.charAt(0).toLocaleUpperCase() + evidence.slice(1),
  mayBeGroup: (evidence: string) =>
    `Puede que sí: ${evidence} Que haya escuelas no dice si se sortearon escuelas o alumnos; eso lo sabes tú.`,
  mayBeWeight: (evidence: string) => `Puede que sí: ${evidence}`,
  useColumn: 'Usar esta columna',
  noEvidence: 'Los datos no permiten saberlo: depende de cómo se hizo la medición.',
  noGroupEvidence: 'Ninguna columna se ve como una escuela, un curso u otro grupo.',
  noWeightEvidence: 'Ninguna columna se ve como un peso.',
  noIdentifierEvidence: 'Ninguna columna identifica a la misma persona en dos mediciones.',
  censusSkips:
    'Como se preguntó a todas las personas, esto no cambia ninguna cifra. Se puede dejar anotado igual.',
  evidence: {
    repeat: (count: string, total: string) => `${count} de ${total} identificadores se repiten.`,
    repeatShare: (count: string, share: string) => `${count} identificadores se repiten (${share}).`,
    differ: (count: string) =>
      count === '0'
        ? 'ningún identificador se repite entre mediciones.'
        : `solo ${count} identificadores se repiten entre mediciones.`,
    cluster: (variable: string, count: string) => `la columna «${variable}» reúne ${count} grupos.`,
    clusterOnly: (variable: string) => `la columna «${variable}» reúne a las personas en grupos.`,
    weight: (variable: string) =>
      `la columna «${variable}» se ve como un peso, por su nombre o por sus valores.`,
    stratum: (variable: string) => `la columna «${variable}» se ve como una división del territorio.`,
  },
  coverage: {
    question: '¿A quiénes se preguntó?',
    sample: 'A una parte',
    sampleHelp: 'Es una muestra. Cada cifra lleva su margen, porque se estima desde esa parte.',
    census: 'A todas las personas del grupo',
    censusHelp: 'Es un censo. Las diferencias son exactas: no llevan margen ni prueba.',
  },
  linkage: {
    question: '¿Son las mismas personas?',
    matched: 'Sí, y se reconocen por su identificador',
    matchedHelp: 'Cada persona se compara consigo misma.',
    independent: 'No, o no hay cómo saberlo',
    independentHelp: 'Cada medición se toma completa, sin emparejar a nadie.',
  },
  groups: {
    question: '¿Se eligieron por grupos?',
    alone: 'No, de a una persona',
    aloneHelp: 'Cada quien tuvo su propia oportunidad de salir elegido.',
    together: 'Sí, primero grupos: escuelas, cursos, barrios',
    togetherHelp:
      'Da lo mismo si dentro de cada grupo se preguntó a todos o a algunos. Quienes comparten una escuela se parecen, así que cien alumnos de dos escuelas dicen menos que cien de veinte.',
    column: 'Columna que dice a qué grupo pertenece cada persona',
    pick: 'Elige una columna',
    columnTerm: '¿Qué es un conglomerado?',
    strataTerm: '¿Qué es un estrato?',
    strata: '¿Se sorteó por separado en cada zona o tipo?',
    strataHelp: 'Por ejemplo, aparte en escuelas urbanas y rurales, para asegurar que hubiera de ambas.',
    noStrata: 'No, en un solo conjunto',
    lonely: 'Si un estrato tiene un solo grupo',
    lonelyHelp: 'Con un solo grupo no se puede medir cuánto varía ese estrato.',
    lonelyRules: {
      adjust: 'Comparar ese grupo con el promedio de todos (lo más prudente)',
      average: 'Suponer que varía como los demás estratos',
      certainty: 'Tomarlo por seguro: no suma margen',
      remove: 'Dejarlo fuera del margen',
    },
  },
  weights: {
    question: '¿Hay pesos o se conoce el tamaño de la población?',
    column: 'Columna de pesos',
    columnHelp: 'También se llama factor de expansión.',
    columnTerm: '¿Qué es un peso?',
    none: 'No hay pesos: cada respuesta vale lo mismo',
    knows: 'Se conoce cuántos había en total',
    knowsHelp:
      'Sirve cuando la muestra es una parte grande del total: mientras más se acerca a todos, menor es el margen.',
    people: 'Personas que había en total',
    clusters: (variable: string) => `Grupos de «${variable}» que había en total`,
    everyWave: 'El mismo total en todas las mediciones',
    total: 'Total',
    stratum: 'Estrato',
    blank: 'Si no se sabe, déjalo en blanco.',
    blankStrata: 'Escribe el total de cada estrato en cada medición, o deja todos en blanco.',
    tooManyStrata: 'Esta columna tiene demasiados valores para escribir un total en cada uno.',
  },
  consequence: {
    title: 'Qué resulta de estas respuestas',
    shares: 'Porcentajes',
    means: 'Promedios',
    both: 'Porcentajes y promedios',
    cautious:
      'Como los grupos son pocos, al lado aparece un segundo cálculo, más prudente, para ver si lleva a lo mismo.',
  },
  home: {
    noWaves: 'Se declara cuando llega la primera medición.',
    about: (instrument: string) => `Diseño de «${instrument}»`,
    settings:
      'Cómo se eligió a las personas se declara en el diseño de cada instrumento, en Inicio o en Comparación.',
  },
  line: {
    label: 'Diseño',
    change: 'Cambiar el diseño',
    declare: 'Declarar el diseño',
    notDeclared: 'sin declarar',
    differs: (declared: string) => `Esta comparación no usa el diseño declarado: ${declared}.`,
    useDeclared: 'Usar el declarado',
  },
  summary: {
    census: {
      matched: 'Censo de las mismas personas',
      independent: 'Censo en cada medición, sin emparejar personas',
    },
    sample: { matched: 'Muestra de las mismas personas', independent: 'Muestras de personas distintas' },
    clustersCounted: (count: string, variable: string) =>
      `${count} grupos de «${variable}» como conglomerados`,
    clusters: (variable: string) => `grupos de «${variable}» como conglomerados`,
    strata: (variable: string) => `«${variable}» como estratos`,
    weights: 'con pesos',
    population: 'con tamaño de población conocido',
    lost: 'una columna que ya no existe',
  },
};
