import { describe, expect, it } from 'vitest';
import { findIdentity } from '../../../electron/engine/privacy/identity';
import { checkDigit, readRut } from '../../../electron/engine/privacy/rut';

/** Twenty invented numbers with their check digits. */
const bodies = Array.from({ length: 20 }, (_, index) => 9_123_457 + index * 731_903);
const ruts = bodies.map((body) => `${body}-${checkDigit(body)}`);
const dotted = bodies.map((body) => `${String(body).replace(/\B(?=(\d{3})+$)/g, '.')}-${checkDigit(body)}`);
const people = [
  'Ana María Pérez Soto',
  'JUAN CARLOS MUÑOZ DÍAZ',
  'Wideline Jean-Baptiste',
  'Yulimar del Valle González',
  'luis alberto rojas tapia',
  'Mamani Quispe, Elver',
  'Pierre Louissaint',
  'Camila Andrea Huenchumán Painemal',
  'José Ñancupil Reyes',
  'Marie-Ange Charles',
];
const schools = [
  'Escuela Gabriela Mistral',
  'Liceo Pedro Aguirre Cerda',
  'Colegio San José',
  'Escuela Juan Pérez F-123',
];
const communes = [
  'Santiago',
  'San Pedro de la Paz',
  'Pedro Aguirre Cerda',
  'Padre Hurtado',
  'Valdivia',
  'Los Ángeles',
  'Ñuñoa',
  'Maipú',
];

const positives: readonly [header: string, values: readonly string[], kind: string][] = [
  ['RUT', ruts, 'rut'],
  ['x', ruts, 'rut'],
  ['dato', dotted, 'rut'],
  ['dato', ruts.map((rut) => rut.replace('-', '')), 'rut'],
  ['dato', dotted.map((rut) => rut.replaceAll('.', ',')), 'rut'],
  ['dato', dotted.map((rut) => rut.replaceAll('.', ' ').replace('-', ' ')), 'rut'],
  ['dato', ruts.map((rut) => rut.replace('-', '–')), 'rut'],
  ['dato', ruts.map((rut) => `RUN: ${rut}`), 'rut'],
  ['dato', ruts.map((rut) => `R.U.T. ${rut}`), 'rut'],
  ['dato', ruts.map((rut) => `00${rut}`), 'rut'],
  ['codigo', [...ruts.slice(0, 4), 'AB1', 'AB2', 'AB3', 'AB4', 'AB5', 'AB6'], 'rut'],
  ['datos/run_nna', bodies.map(String), 'rut'],
  ['RUN_ALUMNO', bodies.map(String), 'rut'],
  ['ID', bodies.map((body) => `${100_000_000 + body}-${checkDigit(100_000_000 + body)}`), 'ipe'],
  ['DNI', ['45678912', '41234567', '70123456'], 'passport'],
  ['N° documento', ['AB123456', 'V-12345678', '1020304050'], 'passport'],
  ['dato', ['V-12345678', 'V-9345678', 'E-81234567'], 'passport'],
  ['Pasaporte', ['AB123456', 'C7654321'], 'passport'],
  ['Nombre completo', people, 'name'],
  ['p1', people, 'name'],
  ['Columna 3', people.map((name) => name.toUpperCase()), 'name'],
  ['apellido_paterno', ['Pérez', 'Soto', 'Huenchumán', 'Zelaya', 'Xyz'], 'name'],
  ['dato', ['Ana', 'Camila', 'Wideline', 'José', 'Pedro', 'Yulimar'], 'name'],
  ['Nombre del apoderado', people, 'name'],
  ['Profesor jefe', people, 'name'],
  ['Profesor jefe', ['María Soto', 'Dieuseul Florvil', 'Ámbar Catrileo'], 'name'],
  ['Nombre del alumno', ['Wideline', 'Yulimar'], 'name'],
  ['p9', ['Ana Soto Díaz', 'Luis Rojas', 'Yorgelis Chirinos'], 'name'],
  ['p3', people.map((name) => name.toLowerCase()), 'name'],
  ['Alumno', people.map((name) => name.toLowerCase().split(' ').reverse().join(', ')), 'name'],
  ['Encuestador', ['Ana Soto', 'Luis Rojas', 'Eva Díaz', 'Paz Luna'], 'name'],
  ['username', ['asoto', 'lrojas', 'ediaz', 'pluna'], 'name'],
  ['¿Cuál es tu Instagram?', ['@ana.supuesta', 'luis_irreal', '@eva99'], 'name'],
  ['red', ['@ana.supuesta', '@luis_irreal', '@eva99'], 'name'],
  ['Domicilio', ['Los Olmos 123', 'Av. Sur 4'], 'address'],
  ['p4', ['Calle Los Olmos 123', 'Pasaje Dos 45', 'Villa El Sol 12'], 'address'],
  ['Fono', ['22 345 6789', '987654321'], 'phone'],
  ['p7', ['+56 9 8765 4321', '+58 412 1234567', '+509 3412 3456', '9 8765 4322'], 'phone'],
  ['p7', ['987654321', '987654322', '912345678', '945612378'], 'phone'],
  ['p8', ['a@b.cl', 'c@d.com', 'no tiene'], 'email'],
  ['FEC_NAC_ALU', ['201005', '200912', '201101'], 'birth-date'],
  ['Fecha de nacimiento', ['01-02-2010', '3 de abril de 2011'], 'birth-date'],
  ['Día de nacimiento', ['1', '15', '31'], 'birth-date'],
  ['mes_nac', ['1', '12', '7'], 'birth-date'],
  ['año_nac', ['2010', '2011', '2012'], 'birth-date'],
  ['gps', ['-33.4569 -70.6483 0 0', '-33.5 -70.6 0 0'], 'location'],
  ['p9', ['-33.4569 -70.6483 0 0', '-33.5 -70.6 0 0'], 'location'],
  ['p9', ['-33.45694', '-33.51234', '-33.40012'], 'location'],
  ['_gps_latitude', ['-33.45694', '-33.5'], 'location'],
  ['deviceid', ['collect:Ab12Cd34Ef', 'collect:Zz12Cd34Ef'], 'device'],
  ['q', ['200.14.2.7', '190.3.4.5'], 'device'],
  ['q', ['490154203237518', '356938035643809'], 'device'],
  ['Foto', ['1689.jpg', '1690.jpg'], 'media'],
  ['q', ['https://kc.ejemplo.org/m/1689.m4a', 'firma-12.png'], 'media'],
];

const negatives: readonly [header: string, values: readonly string[]][] = [
  ['RBD', ['000405-7', '000406-5', '024315-3', '00408-1']],
  ['RBD', ['405-7', '10234-1', '24315-3']],
  ['Ingreso', ['350000', '420000', '510000', '1200000']],
  ['Monto', ['$12.345.678', '$9.000.000', '$1.250.000']],
  ['Monto total', ['12345670', '9000000', '1250000', '17500000', '22400000']],
  ['Folio', ['2024-000123', '2024-000124', '2024-000125']],
  ['Folio', ['10000001', '10000002', '10000003', '10000004', '10000005', '10000006']],
  ['código', ['A-12', 'A-13', 'B-14']],
  ['CUT', ['05301', '09101', '04102']],
  ['Nombre del establecimiento', schools],
  ['nombre_escuela', schools],
  ['x', schools],
  ['Nombre', schools],
  ['Comuna', communes],
  ['x', communes],
  ['Nacionalidad', ['Chilena', 'Haitiana', 'Venezolana', 'Peruana']],
  ['País de nacimiento', ['Chile', 'Haití', 'Venezuela']],
  ['Lugar de nacimiento', ['Puerto Príncipe', 'Caracas', 'Lima']],
  ['Curso', ['1° básico A', '2° básico B', '8° básico C']],
  ['Asistencia', ['93,5', '88,25', '90,1']],
  ['Temperatura', ['-3.4512', '12.0001', '7.1234']],
  ['Fecha de encuesta', ['01-02-2024', '03-04-2024']],
  ['Fecha de llegada', ['01-02-2018', '03-04-2019']],
  ['¿Tiene RUN chileno?', ['Sí', 'No']],
  ['¿Tiene celular?', ['Sí', 'No']],
  ['¿Cuenta con correo electrónico?', ['Sí', 'No']],
  ['¿Usa Instagram?', ['Sí', 'No']],
  ['Tipo de vivienda', ['Casa', 'Departamento', 'Pieza']],
  ['Comuna', ['Pedro Aguirre Cerda', 'San Pedro', 'Padre Hurtado']],
  ['Escuela', ['Gabriela Mistral', 'Pedro Aguirre Cerda', 'Carlos Rivera']],
  ['p2', ['Muy Bueno', 'Bueno', 'Muy Malo']],
  ['p5', ['Enseñanza Media', 'Enseñanza Básica', 'Educación Parvularia']],
  ['Estudiante', ['Alumno Regular', 'Alumno Prioritario']],
  ['p6', ['juegos del patio', 'libros nuevos', 'talleres artísticos', 'clases entretenidas']],
  ['Orden de nacimiento', ['1', '2', '3']],
  ['Mes', ['Abril', 'Julio', 'Marzo', 'Junio', 'Mayo']],
  ['Opinión', ['Me gusta mucho', 'No me gusta', 'Da lo mismo', 'Falta apoyo']],
  ['¿Quién ayuda?', ['Madre', 'Padre', 'Abuela', 'Tía']],
  ['Teléfono', ['Sí', 'No', 'A veces']],
  ['Versión', ['1.2.3', '1.2.4']],
  ['Personas por hogar', ['3', '4', '5']],
  ['Población', ['123456', '98765', '254321']],
  ['Estudiante', ['Sí', 'No', 'No sabe', 'A veces']],
];

describe(`columns with personal details (${positives.length} with, ${negatives.length} without)`, () => {
  it.each(positives.map(([header, values, kind]) => ({ header, kind, first: values[0], values })))(
    'finds $kind under «$header» ($first …)',
    ({ header, values, kind }) => {
      expect(
        findIdentity(
          header,
          values.map((value) => ({ value, count: 1 })),
        )?.kind,
      ).toBe(kind);
    },
  );

  it.each(negatives.map(([header, values]) => ({ header, first: values[0], values })))(
    'finds nothing under «$header» ($first …)',
    ({ header, values }) => {
      for (const count of [1, 7]) {
        expect(
          findIdentity(
            header,
            values.map((value) => ({ value, count })),
          ),
        ).toBeNull();
      }
    },
  );
});

describe('numbers written by hand', () => {
  it('are no RUT where they number a school', () => {
    expect(['000405-7', '405-7', '24315-3', '10'].map(readRut)).toEqual([null, null, null, null]);
  });

  it('are a RUT with anything between the digits', () => {
    const forms = [
      '12.345.678-5',
      '12345678-5',
      '123456785',
      '12,345,678-5',
      '12 345 678 5',
      'RUN: 12.345.678–5',
      '0012345678-5',
    ];
    expect(forms.map((text) => readRut(text)?.body)).toEqual(forms.map(() => 12_345_678));
  });
});
