import { DuckDBInstance } from '@duckdb/node-api';
import { describe, expect, it } from 'vitest';
import { compileSql, join, literal, sql } from '../../../electron/engine/db/sql';
import { registerRedaction } from '../../../electron/engine/privacy/redact-function';
import { redacted } from '../../../electron/engine/privacy/redact-sql';
import { detailsIn, redactText } from '../../../electron/engine/privacy/redact-text';

/** Invented people, addresses and numbers as children and offices write them, what must go and what must stay; written before the rules. */
const cases: readonly [text: string, secrets: readonly string[], words: readonly string[]][] = [
  ['maria_soto', ['soto'], []],
  ['maria_soto juan_perez', ['soto', 'perez'], []],
  ['wilner_jean_baptiste', ['wilner', 'baptiste'], []],
  ['yusleidy_gonzalez camila_huenchullan', ['gonzalez', 'huenchullan'], []],
  ['juan_pablo_munoz_rojas', ['munoz', 'rojas'], []],
  ['muy_de_acuerdo', [], ['muy_de_acuerdo']],
  ['sala_de_clases patio biblioteca', [], ['sala_de_clases patio biblioteca']],
  ['santa_rosa san_miguel', [], ['santa_rosa san_miguel']],
  ['mama_papa abuela', [], ['mama_papa abuela']],
  ['maria_elena', [], ['maria_elena']],
  ['SOTO PEREZ, MARIA JOSE', ['SOTO', 'MARIA'], []],
  ['Huenchumilla, Ailén', ['Huenchumilla', 'Ailén'], []],
  ['M. Soto', ['Soto'], []],
  ['Soto M.', ['Soto'], []],
  ['Jean Wilner Pierre-Louis', ['Wilner', 'Pierre'], []],
  ['Mi mejor amiga es Yuleisy Contreras del 5B', ['Yuleisy', 'Contreras'], ['mejor amiga']],
  ['El tío Marcelo Painemal nos reta mucho', ['Painemal'], ['nos reta mucho']],
  ['la profe Rayén Curihuinca es muy buena', ['Rayén', 'Curihuinca'], ['es muy buena']],
  ['me llamo Dieunika y vengo de Haití', ['Dieunika'], ['Haití']],
  ['Millaray Catrileo Antilef', ['Millaray', 'Catrileo'], []],
  ['Kervens Saint-Fleur me empuja en el recreo', ['Kervens', 'Fleur'], ['me empuja en el recreo']],
  ['Me molesta Benjamín Araya y nadie hace nada', ['Benjamín', 'Araya'], ['nadie hace nada']],
  ['mi hermana Génesis Rondón está en 3° básico', ['Génesis', 'Rondón'], ['básico']],
  ['el benja soto me pega', ['soto'], ['me pega']],
  ['Colegio Juan Pérez me pega', ['Pérez'], ['me pega']],
  ['En el colegio Matías Fuentes me dice negro', ['Matías', 'Fuentes'], ['me dice negro']],
  ['Los Copihues 452', ['452', 'Copihues'], []],
  ['Pje 3 casa 12', ['casa 12'], []],
  ['Av Grecia #123 depto 4', ['123'], []],
  ['vivo en Las Acacias 1180, La Florida', ['Acacias 1180'], ['vivo en']],
  ['Psje. Los Aromos N° 34', ['Aromos'], []],
  ['Manuel Rodríguez 0456', ['0456'], []],
  ['villa los héroes block 14 depto 301', ['301'], []],
  ['El Roble 2231 dpto 52-B', ['2231'], []],
  ['PTP 084512399', ['084512399'], ['PTP']],
  ['pasaporte AB123456', ['AB123456'], []],
  ['mi cédula es V-28.456.789', ['28.456.789'], []],
  ['DNI 45678912', ['45678912'], []],
  ['CI: 8456123 LP', ['8456123'], []],
  ['Cédula venezolana 27654321', ['27654321'], []],
  ['PPT 5123456 vigente', ['5123456'], ['vigente']],
  ['8765 4321', ['8765'], []],
  ['9 8765 4321', ['8765'], []],
  ['+569.8765.4321', ['8765'], []],
  ['+56 (9) 8765-4321', ['8765'], []],
  ['llámame al 9-876-54-321', ['876'], ['llámame']],
  ['wsp 87654321', ['87654321'], []],
  ['juanito.perez @ gmail.com', ['juanito', 'perez'], []],
  ['camila arroba gmail punto com', ['camila'], []],
  ['escribir a mrojas(at)colegio.cl', ['mrojas'], ['escribir']],
  ['Taller Víctor Jara', [], ['Taller Víctor Jara']],
  ['Block 3', [], ['Block 3']],
  ['Escuela Gabriela Mistral', [], ['Escuela Gabriela Mistral']],
  ['Me gusta escuchar Calle 13', [], ['Calle 13']],
  ['Población La Legua', [], ['Población La Legua']],
  ['Liceo Manuel Barros Borgoño', [], ['Liceo Manuel Barros Borgoño']],
  ['Leímos un poema de Pablo Neruda', [], ['Pablo Neruda']],
  ['Programa Abriendo Caminos 2023', [], ['Programa Abriendo Caminos 2023']],
  ['El año 2022 fuimos 35 alumnos de 4 cursos', [], ['El año 2022 fuimos 35 alumnos de 4 cursos']],
  ['Fiestas Patrias 2023', [], ['Fiestas Patrias 2023']],
  ['Nos juntamos en la plaza Pedro de Valdivia', [], ['plaza Pedro de Valdivia']],
  ['Escuela Básica República de Haití D-123', [], ['República de Haití']],
  ['Estadio Víctor Jara y Museo Violeta Parra', [], ['Víctor Jara', 'Violeta Parra']],
  ['Soy de Puerto Príncipe y hablo creole', [], ['Soy de Puerto Príncipe y hablo creole']],
  ['Habilidades Para la Vida II', [], ['Habilidades Para la Vida II']],
  ['Los Ángeles 2023', [], ['Los Ángeles 2023']],
  ['Fundación Juan Piamarta', [], ['Fundación Juan Piamarta']],
  ['Hospital Luis Calvo Mackenna', [], ['Luis Calvo Mackenna']],
  ['Hablo mapudungun con mi abuela en Temuco', [], ['mapudungun con mi abuela en Temuco']],
  ['Santiago Centro', [], ['Santiago Centro']],
  ['Rosa es mi color favorito', [], ['Rosa es mi color favorito']],
  ['Más luz en el patio, más flores y más paz', [], ['luz en el patio, más flores y más paz']],
  ['San Bernardo y San Joaquín', [], ['San Bernardo y San Joaquín']],
  ['Presupuesto 12345678 pesos', [], ['12345678']],
  ['Jardín Infantil Semillita 2', [], ['Jardín Infantil Semillita 2']],
  ['fabiola_desir', ['desir'], []],
  ['rodrigo_catalan ximena_paillalef ninguno', ['catalan', 'paillalef'], ['ninguno']],
  ['pedro_pablo_gutierrez', ['gutierrez'], []],
  ['de_acuerdo en_desacuerdo', [], ['de_acuerdo en_desacuerdo']],
  ['sala_cuna jardin_infantil nivel_medio_mayor', [], ['sala_cuna jardin_infantil nivel_medio_mayor']],
  ['pedro_aguirre_cerda lo_espejo la_cisterna', [], ['pedro_aguirre_cerda lo_espejo la_cisterna']],
  ['Curihual Nahuelpan, Sayén', ['Curihual', 'Sayén'], []],
  ['J. P. Contreras', ['Contreras'], []],
  ['Riquelme V.', ['Riquelme'], []],
  ['VALENZUELA TORO KAREN ANDREA', ['VALENZUELA', 'KAREN'], []],
  ['Ketlyne Dorvilus me ayuda con la tarea', ['Dorvilus', 'Ketlyne'], ['con la tarea']],
  ['mi compañero Yeferson Urdaneta vende dulces', ['Urdaneta'], ['vende dulces']],
  ['Rayen Huenupi y Aukan Cheuquepil son hermanos', ['Huenupi', 'Cheuquepil'], ['son hermanos']],
  ['El auxiliar don Heriberto nos cuida', ['Heriberto'], ['nos cuida']],
  ['me da miedo el Brayan Sepúlveda', ['Sepúlveda'], ['me da miedo']],
  ['Liceo Camilo Ortega me insultó y nadie hizo nada', ['Ortega'], ['me insultó']],
  ['Escuela Andrea Pinto me molesta en el recreo', ['Pinto'], ['me molesta en el recreo']],
  ['Las Violetas 1437', ['1437'], []],
  ['San Martín 890 depto 22', ['890'], []],
  ['Volcán Osorno 3021, casa 7', ['3021'], []],
  ['pje el boldo 77', ['77'], []],
  ['Avda. Matta N°1020 of. 31', ['1020'], []],
  ['mz 4 sitio 12', ['12'], []],
  ['Teniente Merino 0231', ['0231'], []],
  ['permiso PTP N° 5512345', ['5512345'], []],
  ['Pasaporte haitiano R12345678', ['12345678'], ['haitiano']],
  ['C.I. 19.876.543', ['876'], []],
  ['dni peruano 70123456', ['70123456'], []],
  ['cédula de identidad V 25678901', ['25678901'], []],
  ['6543-2109', ['6543'], []],
  ['9_7766_5544', ['7766'], []],
  ['mi numero es nueve 8765 4321', ['8765'], []],
  ['+56 9.7654.3210 / 22 765 4321', ['7654', '765 4321'], []],
  ['pia.reyes @gmail . com', ['reyes'], []],
  ['sofi ARROBA hotmail.com', ['sofi'], []],
  ['kevin.lopez[arroba]outlook.es', ['lopez'], []],
  ['Colegio Alberto Blest Gana', [], ['Colegio Alberto Blest Gana']],
  ['Jardín Infantil Los Copihues', [], ['Jardín Infantil Los Copihues']],
  ['Población José María Caro', [], ['Población José María Caro']],
  ['Taller de teatro Andrés Pérez', [], ['Andrés Pérez']],
  ['Metro Pedro de Valdivia', [], ['Metro Pedro de Valdivia']],
  ['Feria de las Culturas 2022', [], ['Feria de las Culturas 2022']],
  ['Los Prisioneros y Los Bunkers', [], ['Los Prisioneros y Los Bunkers']],
  ['Programa Escuelas Abiertas 2024', [], ['Programa Escuelas Abiertas 2024']],
  ['La Araucanía 2019', [], ['La Araucanía 2019']],
  ['Torre B', [], ['Torre B']],
  ['Consultorio Doctor Sótero del Río', [], ['Sótero del Río']],
  ['Vengo de Cabo Haitiano y hablo francés', [], ['Vengo de Cabo Haitiano y hablo francés']],
  ['Soy de San Cristóbal, Táchira', [], ['Soy de San Cristóbal, Táchira']],
  ['Celebramos We Tripantu y Año Nuevo', [], ['Celebramos We Tripantu y Año Nuevo']],
  ['Me gusta Lenguaje, Historia y Educación Física', [], ['Me gusta Lenguaje, Historia y Educación Física']],
  ['Falta agua, luz y Internet', [], ['Falta agua, luz y Internet']],
  ['Cupos 5000 8000', [], ['5000 8000']],
  ['Ley Karin 21643', [], ['Ley Karin 21643']],
  ['Beca Presidente de la República', [], ['Beca Presidente de la República']],
  ['Mi papá trabaja en Santa Isabel', [], ['Mi papá trabaja en Santa Isabel']],
  ['La profesora María Elena', ['Elena'], ['profesora']],
  ['Rosa y Blanca son colores', [], ['Rosa y Blanca son colores']],
];

describe('answers of children and offices', () => {
  it.each(cases)('«%s» tells of nobody and keeps its words', (text, secrets, words) => {
    const result = redactText(text);
    expect(secrets.filter((secret) => result.includes(secret))).toEqual([]);
    expect(words.filter((word) => !result.includes(word))).toEqual([]);
    if (secrets.length > 0) expect(detailsIn(text)).not.toEqual([]);
  });

  it('are rewritten in the database just as outside of it, whatever its quick look says', async () => {
    const database = await DuckDBInstance.create(':memory:');
    const connection = await database.connect();
    registerRedaction(connection);
    const texts = cases.map(([text]) => literal(text));
    const { text, values } = compileSql(
      sql`select text, ${redacted(sql`text`)} as result from (select unnest([${join(texts)}]) as text)`,
    );
    const rows = (await connection.runAndReadAll(text, values)).getRowObjectsJS();
    connection.closeSync();
    database.closeSync();
    expect(rows.map((row) => [row.text, row.result])).toEqual(
      cases.map(([text]) => [text, redactText(text)]),
    );
  });
});
