import { describe, expect, it } from 'vitest';
import { tellsOfSomebody } from '../../../electron/engine/cleaning/typed-identity';
import { redactText } from '../../../electron/engine/privacy/redact-text';

/** Answers of option lists and short texts in which nobody is named. */
const ordinary = [
  ...[
    'Escuela Juan Pablo II',
    'Liceo Pedro Aguirre Cerda',
    'Colegio Padre Alberto Hurtado',
    'Colegio Don Bosco',
  ],
  ...['Escuela Básica José Miguel Carrera', 'escuela luis cruz martínez', 'Jardín Infantil Rosa Ester'],
  ...['Escuela Carlos Rivera', 'Plaza Arturo Prat', 'Villa El Carmen', 'Calle Freire', 'Gabriela Mistral'],
  ...[
    'San Pedro de la Paz',
    'San José de Maipo',
    'Padre Hurtado',
    'Padre Las Casas',
    'San Cristóbal y Nieves',
  ],
  ...[
    'Profesor Jefe',
    'PROFESOR JEFE',
    'Docente PIE',
    'Profesora UTP',
    'Psicólogo SENAME',
    'Inspector General',
  ],
  ...[
    'Alumno Regular',
    'Estudiante Migrante',
    'Familia Monoparental',
    'Madre Jefa de hogar',
    'Apoderado Suplente',
  ],
  ...['Hermano Mayor', 'Tío Paterno', 'Niño Haitiano', 'Familia Venezolana', 'Director DAEM'],
  ...[
    'EL PROFESOR NO VINO',
    'LA PROFESORA AYUDA MUCHO',
    'MI HIJO ESTÁ FELIZ',
    'La Tía Nos ayuda',
    'El Profesor Es bueno',
  ],
  ...['vivo hace 10 años aquí', 'Vive en pieza de 20 metros', 'vivo en Chile desde 2018', 'la toma de 2019'],
  ...['Camino al colegio 20 minutos', 'Me gusta Santiago', 'vivimos 12 personas', 'Por Facebook o Instagram'],
];

/** Invented people in unusual places, with what must not be left of them. */
const personal: readonly [text: string, secret: string][] = [
  ['MI HIJO JUAN NO ENTIENDE', 'JUAN'],
  ['ME LLAMO MIRLANDE JOSEPH', 'MIRLANDE'],
  ['Juan me pega en el recreo', 'Juan'],
  ['Le dije a Camila que no', 'Camila'],
  ['Quiero jugar con Benjamín.', 'Benjamín'],
  ['Hablar con Rosmery Condori', 'Condori'],
  ['Sra. M. Soto', 'Soto'],
  ['mi nombre: Rosmery Condori', 'Rosmery'],
  ['Escuela Manuel Montt, profesora Camila Rojas', 'Rojas'],
  ['Profesora jefe: Camila Rojas', 'Rojas'],
  ['rut12345678-5vive acá', '345678'],
  ['12.345.678-5vive', '345.678'],
  ['tel987654321ok', '98765'],
  ['cel: 8765 4313', '4313'],
  ['ana [at] ejemplo.cl', 'ana'],
  ['ig ana_inventada99', 'inventada'],
  ['mi insta es ana_inventada99', 'inventada'],
  ['facebook: Ana Inventada', 'Inventada'],
  ['goo.gl/maps/Ab12', 'Ab12'],
  ['F. de nac.: 12.05.2010', '12.05'],
  ['33°26\'45" sur', '26'],
];

describe('words that are no names', () => {
  it.each(ordinary)('stay as they are: «%s»', (text) => {
    expect(redactText(text)).toBe(text);
  });

  it.each(personal)('do not hide the details beside them: «%s»', (text, secret) => {
    expect(redactText(text)).not.toContain(secret);
  });
});

describe('texts that somebody types', () => {
  it('tell of somebody where they name a person, and not where they name a school or a reason', () => {
    expect(tellsOfSomebody('Según doña Camila Rojas')).toBe(true);
    expect(tellsOfSomebody('fono 911122223')).toBe(true);
    expect(tellsOfSomebody('Corregido con el acta del Liceo Manuel Montt')).toBe(false);
    expect(tellsOfSomebody('Error de digitación, visto en la ficha 12')).toBe(false);
  });
});
