import type { EvidenceProblem, EvidenceStrength } from '../../domain/evidence';

/** The ladder of evidence, what breaks a link, the page that prints it, the bundle and its check. */
export const evidenceText = {
  strength: {
    label: 'Fuerza de la evidencia',
    rung: (rung: string, of: string, name: string) => `${name} (escalón ${rung} de ${of})`,
    names: {
      none: 'Sin evidencia',
      stated: 'Cifra declarada',
      counted: 'Contada en los datos',
      'before-after': 'Comparada antes y después',
      'with-group': 'Comparada con otro grupo',
    } satisfies Record<EvidenceStrength, string>,
    meanings: {
      none: 'Nada respalda todavía esta afirmación.',
      stated: 'Un documento da la cifra, sin los datos de donde sale.',
      counted: 'La cifra se contó en los datos de un solo momento.',
      'before-after': 'La cifra compara un momento con otro. Describe un cambio observado, no su causa.',
      'with-group': 'El cambio se compara con el de un grupo que no participó.',
    } satisfies Record<EvidenceStrength, string>,
  },
  problems: {
    'report-missing': {
      what: 'El informe se eliminó.',
      advice: 'Vincula la afirmación con otro informe, o deshaz la eliminación.',
    },
    'comparison-missing': {
      what: 'La comparación se eliminó.',
      advice: 'Vincula la afirmación con otra cifra, o deshaz la eliminación.',
    },
    'measurement-missing': {
      what: 'El recuento se eliminó.',
      advice: 'Vincula la afirmación con otra cifra, o deshaz la eliminación.',
    },
    'indicator-missing': {
      what: 'El indicador se eliminó.',
      advice: 'Vincula la afirmación con otra cifra, o deshaz la eliminación.',
    },
    'not-printed': {
      what: 'El informe ya no imprime esta cifra.',
      advice: 'Vuelve a ponerla en el informe, o vincula la afirmación con otra.',
    },
    'figure-missing': {
      what: 'La cifra ya no existe: su grupo, su etapa o su archivo cambió.',
      advice: 'Vincula la afirmación con otra cifra.',
    },
    suppressed: {
      what: 'La cifra está protegida: descansa en muy pocas personas o permitiría deducir otra.',
      advice: 'Vincula la afirmación con una cifra de más personas.',
    },
    'not-computable': {
      what: 'La cifra ya no se puede calcular: falta una medición o una pregunta.',
      advice: 'Abre la comparación o el recuento para ver qué le falta.',
    },
    'never-rendered': {
      what: 'El informe todavía no se genera.',
      advice: 'Genera el informe.',
    },
    'data-changed': {
      what: 'Cambiaron respuestas en las que descansa esta afirmación.',
      advice: 'Vuelve a generar el informe.',
    },
    'indicator-changed': {
      what: 'Cambió el indicador.',
      advice: 'Vuelve a generar el informe.',
    },
    'definition-changed': {
      what: 'Cambió la comparación, el recuento o el texto de una pregunta que usa.',
      advice: 'Vuelve a generar el informe.',
    },
    'report-changed': {
      what: 'Cambió la parte del informe que imprime la cifra.',
      advice: 'Vuelve a generar el informe.',
    },
    'words-changed': {
      what: 'Lo que el informe dice de esta cifra cambió por otros datos de la comparación: la corrección por mirar varias preguntas, o la protección de otro grupo.',
      advice: 'Vuelve a generar el informe.',
    },
    'report-outdated': {
      what: 'El informe entero está desactualizado y se generó con una versión anterior del programa.',
      advice: 'Vuelve a generar el informe.',
    },
  } satisfies Record<EvidenceProblem, { what: string; advice: string }>,
  facts: {
    value: 'Cifra',
    n: 'n',
    nOf: (numerator: string, n: string) => `${numerator} de ${n}`,
    interval: 'Intervalo de confianza',
    method: 'Método',
    stated: 'Cifra declarada',
    statedSource: (text: string, source: string) => (source === '' ? text : `${text} (${source})`),
    measurement: 'Recuento',
    indicator: 'Indicador',
    group: 'Grupo',
    report: 'Informe',
    reportFile: (name: string, sha256: string) => `${name}: ${sha256}`,
    files: 'Archivos del informe',
    noFiles: 'Todavía no se genera ningún archivo.',
    waves: 'Datos',
    waveData: (name: string, sha256: string) => `${name}: ${sha256}`,
    fingerprint: 'Huella del resultado',
    showDetails: 'Método, archivos y huellas',
  },
  stating: {
    unlinked: 'Sin vínculo',
    change: 'Cambiar cifra declarada',
    add: 'Anotar cifra declarada',
    text: 'Cifra tal como la da el documento',
    textPlaceholder: 'Por ejemplo: 1.270 orientaciones',
    source: 'De qué documento es',
    sourcePlaceholder: 'Nombre del documento y página',
    remove: 'Quitar la cifra declarada',
    done: 'Listo',
    heading: 'Cifra declarada, sin sus datos',
  },
  linking: {
    block: 'Parte del informe',
    figure: 'Cifra',
    noFigures: 'Este recuento no tiene cifras que se puedan vincular.',
    noBlocks: 'Este informe no contiene comparaciones ni recuentos. Agrega uno en Informes.',
  },
  page: {
    title: 'Evidencia de la práctica',
    kicker: 'Página de evidencia',
    file: 'evidencia',
    summary: 'Cuántas afirmaciones hay en cada escalón',
    claims: 'Afirmación por afirmación',
    noClaims: 'Esta práctica todavía no afirma resultados.',
    count: { one: 'afirmación', many: 'afirmaciones' },
    rungLine: (name: string, count: string) => `${name}: ${count}`,
    standing: (current: string, linked: string) => `Vigentes: ${current} de ${linked} con vínculo.`,
    ladderTitle: 'Qué significa cada escalón',
    ladderIntro:
      'La escalera ordena las afirmaciones por lo que hay detrás de cada una. Subir un escalón no hace mayor el resultado: hace más firme decirlo.',
    observed:
      'Comparar antes y después describe un cambio observado. Para hablar de su causa hace falta, al menos, un grupo que no participó.',
    practice: 'Práctica',
    application: 'Programa',
    applicationValue: (name: string, version: string) => `${name} ${version}`,
    export: 'Página de evidencia',
    bundle: 'Paquete de evidencia',
    bundleDone: (name: string) => `Se guardó ${name}. Su huella SHA-256:`,
  },
  bundle: {
    file: 'paquete-de-evidencia',
    readme: 'LEEME.txt',
    columns: {
      claim: 'Afirmación',
      wave: 'Medición',
      group: 'Grupo',
      indicator: 'Indicador',
      label: 'De qué es',
      period: 'Período',
      phase: 'Antes o después',
      measure: 'Qué dice',
      value: 'Valor',
      n: 'n',
      numerator: 'Contadas',
      lower: 'Extremo inferior del intervalo',
      upper: 'Extremo superior del intervalo',
      status: 'Estado de la celda',
      key: 'Nombre de la cifra',
      unit: 'Unidad',
      baseline: 'Línea base',
      followUp: 'Seguimiento',
      change: 'Cambio observado',
      method: 'Método',
    },
    readmeText: (facts: {
      title: string;
      application: string;
      version: string;
      claims: string;
      files: string;
      isSynthetic: boolean;
      internal: readonly string[];
    }) =>
      [
        `PAQUETE DE EVIDENCIA: ${facts.title}`,
        '',
        ...(facts.isSynthetic
          ? ['ATENCIÓN: los datos son sintéticos. Ninguna fila describe a una persona real.', '']
          : []),
        ...(facts.internal.length > 0
          ? [
              `ATENCIÓN, USO INTERNO: ${facts.internal.join(', ')}. Sus grupos pueden ser más pequeños que los de una publicación. No entregues este paquete fuera de la oficina.`,
              '',
            ]
          : []),
        `Lo hizo ${facts.application} ${facts.version}. Contiene ${facts.claims} y ${facts.files}.`,
        '',
        'QUÉ HAY ADENTRO',
        '  ficha/        La ficha de la práctica (PDF, HTML y el registro en JSON).',
        '  evidencia/    La página de evidencia: cada afirmación con su cifra y su estado.',
        '  informes/     Los informes que imprimen esas cifras.',
        '  datos/        Los agregados que publican esos informes, como Data Package versión 2.',
        '                No hay datos de personas: solo tablas, y sin las cifras protegidas.',
        '  manifest.json Qué archivos hay, con su huella, y qué afirmación usa cada cifra.',
        '  SHA256SUMS    Las mismas huellas, para comprobarlas con otro programa.',
        '',
        'CÓMO COMPROBAR QUE NADIE LO CAMBIÓ',
        '  1. Pide a quien te lo entregó la huella SHA-256 del archivo .zip y compárala con la tuya:',
        '       Windows:      certutil -hashfile paquete.zip SHA256',
        '       macOS:        shasum -a 256 paquete.zip',
        '       Linux:        sha256sum paquete.zip',
        '     Si es la misma, el paquete es exactamente el que se exportó.',
        '  2. Para comprobar los archivos uno por uno, descomprímelo y, dentro de la carpeta:',
        '       sha256sum -c SHA256SUMS',
        '  3. Con el programa, sin abrir ningún proyecto:',
        '       npm run cli -- verify paquete.zip',
        '',
        'QUÉ PRUEBA Y QUÉ NO',
        '  Las huellas muestran que los archivos son los que se exportaron y cuáles datos los sostienen.',
        '  No dicen si los datos se recogieron bien: eso lo explica cada informe en «Cómo se hizo».',
        '',
      ].join('\r\n'),
  },
  verify: {
    ok: (name: string) => `${name}: el paquete está completo y nada cambió.`,
    failed: (name: string, count: string) => `${name}: ${count} no se cumplen.`,
    sha256: (hash: string) => `Huella del paquete (compárala con la que se mostró al exportar): ${hash}`,
    holds: (what: string) => `  bien  ${what}`,
    fails: (what: string) => `  MAL   ${what}`,
    usage: 'Uso: npm run cli -- verify <paquete.zip> [--json]',
    summary: 'Comprueba un paquete de evidencia (.zip), sin abrir un proyecto',
    practice: (title: string, instant: string, version: string) =>
      `Práctica: «${title}». Contenido del ${instant}. Programa ${version}.`,
    checks: {
      'zip-readable': 'El archivo es un zip seguro: tamaños razonables, sin rutas peligrosas ni repetidas',
      'manifest-valid': 'El manifiesto existe y se entiende',
      'files-complete': 'No falta ningún archivo',
      'files-known': 'No sobra ningún archivo',
      'files-unchanged': 'Cada archivo tiene la huella y el tamaño anotados',
      'sums-agree': 'SHA256SUMS dice lo mismo que el manifiesto',
      'claims-linked': 'Cada afirmación apunta a archivos y cifras que están en el paquete',
      'data-valid': 'Las tablas de datos se leen según su descripción',
    },
    problems: {
      missing: (name: string) => `falta ${name}`,
      added: (name: string) => `sobra ${name}`,
      changed: (name: string) => `cambió ${name}`,
      unsafe: (name: string) => `entrada peligrosa: ${name}`,
      repeated: (name: string) => `entrada repetida: ${name}`,
      tooLarge: (name: string) => `demasiado grande: ${name}`,
      unreadable: (name: string) => `no se puede leer: ${name}`,
      invalid: (detail: string) => detail,
      disagrees: (name: string) => `no coincide: ${name}`,
      unlinked: (name: string) => `apunta a algo que no está: ${name}`,
      cell: (file: string, row: string, field: string) => `${file}, fila ${row}, columna ${field}`,
    },
  },
};
