import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import iconv from 'iconv-lite';
import { createRandom, type Random } from '../common/random';
import { type Answers, drawAnswers } from './answers';
import { codebook } from './codebook';
import { disorder, withoutSlips } from './disorder';
import { expectedFigures } from './expected';
import { missingCodes, rewordedHeaders } from './layout';
import { drawPopulation } from './population';
import { needAddedInExPost, schools, type WaveKey } from './vocabulary';
import { writeWave } from './write';

const seed = 20230605;
const fileNames: Readonly<Record<WaveKey, string>> = {
  exAnte: 'diagnostico-nna-2023-ex-ante.csv',
  exPost: 'diagnostico-nna-2024-ex-post.csv',
};

/** Schools come in bundles, in an order of their own each time; within a bundle the pupils are shuffled. */
function inFileOrder(answers: readonly Answers[], random: Random): Answers[] {
  const order = random.shuffled(schools.map((_, index) => index));
  return order.flatMap((school) => random.shuffled(answers.filter((row) => row.school === school)));
}

/** Both files and the figures they must give; the same bytes on each run. */
function generate() {
  const random = createRandom(seed);
  const both = drawPopulation(random).map((pupil) => drawAnswers(random, pupil));
  const truth = {
    exAnte: inFileOrder(
      both.flatMap(({ exAnte }) => exAnte ?? []),
      random,
    ),
    exPost: inFileOrder(
      both.flatMap(({ exPost }) => exPost ?? []),
      random,
    ),
  };
  const readable = {
    exAnte: withoutSlips(truth.exAnte, disorder.exAnte.slips),
    exPost: withoutSlips(truth.exPost, disorder.exPost.slips),
  };
  const files = {
    exAnte: writeWave('exAnte', readable.exAnte, random),
    exPost: writeWave('exPost', readable.exPost, random),
  };
  const bytes = {
    exAnte: iconv.encode(files.exAnte.text, 'windows-1252'),
    exPost: iconv.encode(files.exPost.text, 'utf-8', { addBOM: true }),
  };
  const stamp = (wave: WaveKey) => ({
    name: fileNames[wave],
    bytes: bytes[wave].length,
    sha256: createHash('sha256').update(bytes[wave]).digest('hex'),
  });
  const expected = {
    note: 'Datos sintéticos. Cifras contadas por el generador sobre sus propios registros, antes de escribir los archivos.',
    seed,
    sources: { exAnte: stamp('exAnte'), exPost: stamp('exPost') },
    missingCodes,
    differences: { reworded: rewordedHeaders, optionAdded: needAddedInExPost },
    ...expectedFigures(files, readable),
  };
  return { bytes, expected };
}

const target = process.argv[2] ?? dirname(fileURLToPath(import.meta.url));
const { bytes, expected } = generate();
mkdirSync(target, { recursive: true });
writeFileSync(join(target, fileNames.exAnte), bytes.exAnte);
writeFileSync(join(target, fileNames.exPost), bytes.exPost);
writeFileSync(join(target, 'expected.json'), `${JSON.stringify(expected, null, 2)}\n`);
writeFileSync(join(target, 'codebook.json'), `${JSON.stringify(codebook(), null, 2)}\n`);
