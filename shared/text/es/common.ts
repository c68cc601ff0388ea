export const commonText = {
  applicationName: 'Línea Base',
  sections: {
    home: 'Inicio',
    waves: 'Mediciones',
    variables: 'Variables',
    indicators: 'Indicadores',
    comparison: 'Comparación',
    series: 'Serie en el tiempo',
    measurements: 'Recuentos',
    reports: 'Informes',
    practices: 'Prácticas',
    planning: 'Planificar',
  },
  navigation: {
    label: 'Secciones del proyecto',
    skip: 'Ir al contenido',
    noProject: 'Sin proyecto abierto',
    openingSection: 'Abriendo la sección…',
  },
  actions: {
    accept: 'Aceptar',
    back: 'Volver',
    cancel: 'Cancelar',
    close: 'Cerrar',
    continue: 'Continuar',
    delete: 'Eliminar',
    moveDown: 'Bajar',
    moveUp: 'Subir',
    options: 'Opciones',
    retry: 'Reintentar',
    save: 'Guardar',
    search: 'Buscar',
    undo: 'Deshacer',
    redo: 'Rehacer',
  },
  states: {
    loading: 'Cargando…',
    failed: 'No se pudo completar',
    stale: 'Desactualizado',
    notFoundTitle: 'Esta página no existe',
    notFoundText: 'Puede que lo que buscabas se haya eliminado o que la dirección esté mal escrita.',
    goHome: 'Ir al inicio',
    crashTitle: 'Esta pantalla dejó de funcionar',
    crashText: 'Tus datos están a salvo en el archivo del proyecto. Vuelve a abrir la pantalla para seguir.',
  },
  noProject: {
    title: 'Primero abre un proyecto',
    text: 'Todo lo que mides vive dentro de un proyecto. Crea uno, abre uno anterior o recorre la demostración.',
    action: 'Elegir un proyecto',
  },
  stages: {
    reading: 'Leyendo el archivo',
    detecting: 'Reconociendo cómo está escrito',
    converting: 'Convirtiendo los valores',
    checking: 'Revisando que nada se pierda',
    storing: 'Guardando en el proyecto',
    computing: 'Calculando',
    drawing: 'Dibujando',
    writing: 'Escribiendo el archivo',
    sending: 'Entregando el archivo',
  },
  jobs: {
    label: 'Trabajos en curso',
    ofTotal: (done: string, total: string) => `${done} de ${total}`,
    cancelled: 'Se canceló. El proyecto quedó como estaba.',
  },
  history: {
    undone: (what: string) => `Se deshizo: ${what}`,
    redone: (what: string) => `Se rehízo: ${what}`,
    steps: {
      instrument: {
        created: (name: string) => `crear el instrumento «${name}»`,
        changed: (name: string) => `cambiar el instrumento «${name}»`,
        removed: (name: string) => `eliminar el instrumento «${name}»`,
      },
      indicator: {
        created: (name: string) => `crear el indicador «${name}»`,
        changed: (name: string) => `cambiar el indicador «${name}»`,
        removed: (name: string) => `eliminar el indicador «${name}»`,
      },
      design: {
        created: (name: string) => `declarar el diseño de «${name}»`,
        changed: (name: string) => `cambiar el diseño de «${name}»`,
        removed: (name: string) => `retirar el diseño de «${name}»`,
      },
      measurement: {
        created: (name: string) => `crear el recuento «${name}»`,
        changed: (name: string) => `cambiar el recuento «${name}»`,
        removed: (name: string) => `eliminar el recuento «${name}»`,
      },
      commission: {
        created: (name: string) => `crear la comisión «${name}»`,
        changed: (name: string) => `cambiar la comisión «${name}»`,
        removed: (name: string) => `eliminar la comisión «${name}»`,
      },
      coding: {
        created: (name: string) => `codificar respuestas en «${name}»`,
        changed: (name: string) => `cambiar la codificación en «${name}»`,
        removed: (name: string) => `quitar codificación en «${name}»`,
      },
      cleaning: {
        created: (name: string) => `corregir los datos de «${name}»`,
        changed: (name: string) => `cambiar una corrección de «${name}»`,
        removed: (name: string) => `quitar una corrección de «${name}»`,
      },
      comparison: {
        created: (name: string) => `crear la comparación «${name}»`,
        changed: (name: string) => `cambiar la comparación «${name}»`,
        removed: (name: string) => `eliminar la comparación «${name}»`,
      },
      report: {
        created: (name: string) => `crear el informe «${name}»`,
        changed: (name: string) => `cambiar el informe «${name}»`,
        removed: (name: string) => `eliminar el informe «${name}»`,
      },
      practice: {
        created: (name: string) => `crear la práctica «${name}»`,
        changed: (name: string) => `cambiar la práctica «${name}»`,
        removed: (name: string) => `eliminar la práctica «${name}»`,
      },
    },
  },
  preferences: {
    label: 'Preferencias',
    language: 'Idioma',
    spanish: 'Español',
    english: 'English',
    appearance: 'Apariencia',
    light: 'Clara',
    dark: 'Oscura',
    system: 'Como el equipo',
  },
  shortcuts: {
    title: 'Atajos de teclado',
    open: 'Atajos',
    goTo: (section: string) => `Ir a ${section}`,
    orKeys: 'o',
    list: 'Mostrar esta lista',
    closePanel: 'Cerrar el panel abierto',
  },
  synthetic: {
    badge: 'Datos sintéticos',
    explanation: 'Estas respuestas fueron fabricadas para la demostración. No son de personas reales.',
  },
  moments: {
    'ex-ante': 'Ex-ante',
    'ex-post': 'Ex-post',
    seguimiento: 'Seguimiento',
  },
  variableTypes: {
    integer: 'Número entero',
    decimal: 'Número con decimales',
    date: 'Fecha',
    datetime: 'Fecha y hora',
    boolean: 'Sí o no',
    single: 'Una opción',
    ordinal: 'Escala ordenada',
    multiple: 'Varias opciones',
    text: 'Texto libre',
    identifier: 'Identificador',
  },
  answers: { yes: 'Sí', no: 'No' },
  dates: { placeholder: 'dd-mm-aaaa', wrong: 'Ese día no existe. Escribe, por ejemplo, 05-06-2023.' },
  roleWords: { identifier: 'Identifica', group: 'Agrupa', measure: 'Mide' },
  roles: {
    identifier: 'Identifica a la persona',
    group: 'Agrupa (escuela, sexo, tramo)',
    measure: 'Es una respuesta que se mide',
  },
  table: {
    scrollHint: 'Usa las flechas para recorrer la tabla',
  },
  privacy: {
    protected: 'Protegido',
    protectedExplanation:
      'El grupo es tan pequeño que mostrar la cifra podría dar a conocer a alguien, así que no se muestra.',
  },
  glossary: {
    'ex-ante': {
      term: 'Ex-ante',
      explanation: 'La medición que se hace antes de empezar. Es la línea base con que se compara lo demás.',
    },
    'ex-post': {
      term: 'Ex-post',
      explanation: 'La medición que se hace después de la intervención, con las mismas preguntas.',
    },
    seguimiento: {
      term: 'Seguimiento',
      explanation: 'Una medición intermedia o posterior que muestra cómo va cambiando la situación.',
    },
    interval: {
      term: 'Intervalo de confianza',
      explanation:
        'El margen dentro del cual es razonable que esté el valor verdadero, dado cuántas personas respondieron.',
    },
    census: {
      term: 'Censo',
      explanation: 'Se preguntó a todas las personas del grupo, de modo que no hay azar de muestreo.',
    },
    sample: {
      term: 'Muestra',
      explanation: 'Se preguntó a una parte del grupo y desde ella se estima el total.',
    },
    matched: {
      term: 'Mismas personas',
      explanation:
        'Las personas de la línea base se reconocen en el seguimiento por su identificador, y se compara a cada una consigo misma.',
    },
    independent: {
      term: 'Cortes independientes',
      explanation:
        'Cada medición preguntó a personas distintas, o no hay cómo reconocerlas entre una y otra.',
    },
    pseudonym: {
      term: 'Seudónimo',
      explanation:
        'Un código que reemplaza al dato personal. Permite reconocer a la misma persona entre mediciones sin saber quién es.',
    },
    suppression: {
      term: 'Cifra protegida',
      explanation: 'Resultado que se oculta porque descansa en muy pocas personas.',
    },
    encoding: {
      term: 'Codificación',
      explanation:
        'La forma en que el archivo guarda las letras. Si está equivocada, las tildes y la ñ salen mal.',
    },
    delimiter: {
      term: 'Separador',
      explanation: 'El signo que separa una columna de la siguiente. Excel en Chile usa punto y coma.',
    },
    ordinal: {
      term: 'Escala ordenada',
      explanation: 'Respuestas que van de menos a más, como «nunca, a veces, siempre».',
    },
    instrument: {
      term: 'Instrumento',
      explanation: 'El cuestionario o formulario: sus preguntas, las respuestas posibles y sus versiones.',
    },
    receipt: {
      term: 'Recibo',
      explanation: 'El detalle de lo que se leyó, lo que se guardó, lo que se apartó y lo que se convirtió.',
    },
    cluster: {
      term: 'Conglomerado',
      explanation:
        'Un grupo que se elige completo, como una escuela o un curso. Las personas de un mismo grupo se parecen, y por eso cada una agrega menos información que si se hubiera elegido por separado.',
    },
    stratum: {
      term: 'Estrato',
      explanation:
        'Una parte de la población en que se eligió por separado, como las escuelas urbanas y las rurales. Asegura que todas las partes estén en la muestra.',
    },
    weight: {
      term: 'Peso',
      explanation:
        'Cuántas personas representa cada respuesta. Corrige que algunos grupos hayan tenido más posibilidades de salir elegidos que otros.',
    },
    'design-effect': {
      term: 'Efecto de diseño',
      explanation:
        'Cuántas veces más varía una cifra por haber elegido grupos o usado pesos, en vez de elegir personas de a una. Un efecto de 2 deja cien respuestas con el valor de cincuenta.',
    },
    correction: {
      term: 'Corrección por varias pruebas',
      explanation:
        'Al hacer muchas preguntas a la vez, alguna parecerá cambiar solo por azar. La corrección pide una señal más fuerte a cada una para que eso no pase.',
    },
    reliability: {
      term: 'Fiabilidad',
      explanation:
        'Qué tan firme es una cifra estimada desde una muestra, según una norma publicada. No oculta la cifra: avisa cuánto apoyarse en ella.',
    },
    'p-value': {
      term: 'Valor p',
      explanation:
        'Qué tan raro sería ver un cambio así de grande, o mayor, si en realidad nada hubiera cambiado. Mientras más chico, menos se puede culpar al azar.',
    },
    'standard-error': {
      term: 'Error estándar',
      explanation:
        'Cuánto variaría la cifra, en promedio, si se eligiera otra muestra de la misma manera. El intervalo se arma a partir de él.',
    },
    degrees: {
      term: 'Grados de libertad',
      explanation:
        'Cuántos datos independientes quedan para medir el error. Con conglomerados se cuentan grupos y no personas, así que suelen ser pocos.',
    },
    fingerprint: {
      term: 'Huella',
      explanation:
        'Un código calculado a partir del archivo. Si el archivo cambia en una letra, la huella cambia.',
    },
    median: {
      term: 'Mediana',
      explanation:
        'El valor de la mitad: la mitad de los casos tiene ese valor o uno menor. A diferencia del promedio, no la mueven unos pocos casos muy largos.',
    },
    'kaplan-meier': {
      term: 'Mediana de Kaplan-Meier',
      explanation:
        'La mediana cuando hay casos sin cerrar: cada uno cuenta hasta el último día en que se lo conoce. Dejarlos fuera haría ver el servicio más rápido de lo que es.',
    },
    kappa: {
      term: 'Kappa de Cohen',
      explanation:
        'Cuánto coinciden dos personas que codifican, descontado lo que coincidirían por azar. 1 es acuerdo total y 0, el que daría el azar.',
    },
    alpha: {
      term: 'Alfa de Krippendorff',
      explanation:
        'Cuánto coinciden los puntajes de varias personas, descontado el azar. Sirve aunque falten puntajes. 1 es acuerdo total y 0, el que daría el azar.',
    },
    icc: {
      term: 'Correlación intraclase',
      explanation:
        'Qué parte de las diferencias entre puntajes viene de las prácticas y no de quién calificó. Cerca de 1, da casi lo mismo quién califique; cerca de 0, depende sobre todo de eso.',
    },
    tau: {
      term: 'Tau-b de Kendall',
      explanation:
        'Compara dos órdenes de las mismas prácticas, de a pares: 1 si todos los pares quedan en el mismo orden y −1 si todos quedan al revés.',
    },
    'difference-in-changes': {
      term: 'Diferencia entre ambos cambios',
      explanation:
        'Lo que cambiaron quienes participaron menos lo que cambiaron quienes no. Si su intervalo incluye el cero, no se puede afirmar que hayan cambiado distinto.',
    },
  },
};
