// Prints how many generated samples gongwen reads right, beside chardet and jschardet, by encoding and damage; then how
// fast it is. Usage: node bench/encoding.mjs [samples per cell, default 60] [MB of the largest file, default 100]
// (needs dist/). The samples are those of tests/read/encoding-matrix.test.ts.
import * as chardet from 'chardet';
import jschardet from 'jschardet';
import { decode } from '../dist/read/encoding.js';
import { corpora, DAMAGES, ENCODINGS, LENGTHS, MIXTURES, mixture, problemOf, sample } from './encoding-samples.mjs';

const SAMPLES = Number(process.argv[2] ?? 60);
const MEGABYTES = Number(process.argv[3] ?? 100);

/** Whether each of the three is right. Of gongwen the text is asked for, of the others a name that may do. */
async function judge(bytes, alike, isRight) {
  const ours = await decode(bytes).then(isRight, () => false);
  const named = (name) => alike.test((name ?? '').toLowerCase().replace(/-([lb]e)$/, '$1'));
  return [ours, named(chardet.detect(bytes)), named(jschardet.detect(bytes).encoding)];
}

/** Percentages of gongwen, chardet and jschardet, rounded down: 100 is all. */
function cell(counts, all) {
  if (all === 0) return '–';
  return counts.map((count) => String(Math.floor((1000 * count) / all) / 10)).join(' / ');
}

function row(cells) {
  console.log(`| ${cells.join(' | ')} |`);
}

function head(title, columns) {
  console.log('');
  row([title, ...columns]);
  row(Array(columns.length + 1).fill('---'));
}

async function matrix(title, lengths) {
  head(
    title,
    DAMAGES.map(({ label }) => label),
  );
  const total = [0, 0, 0];
  let all = 0;
  for (const encoding of ENCODINGS) {
    const cells = [];
    for (const damage of DAMAGES) {
      const counts = [0, 0, 0];
      let count = 0;
      for (const length of lengths)
        for (let k = 0; k < (length > 200 ? Math.ceil(SAMPLES / 10) : SAMPLES); k++) {
          const made = sample(encoding, damage, length, k);
          if (!made) continue;
          count++;
          const right = await judge(
            made.bytes,
            encoding.alike,
            ({ text, encoding: { name } }) => problemOf(made, encoding, { text, name }) === '',
          );
          right.forEach((one, i) => {
            counts[i] += Number(one);
          });
        }
      cells.push(cell(counts, count));
      counts.forEach((one, i) => {
        total[i] += one;
      });
      all += count;
    }
    row([encoding.label, ...cells]);
  }
  console.log(`\nAll ${all} samples: ${cell(total, all)}`);
}

async function mixtures() {
  head('gongwen / chardet / jschardet', ['last fifth in the other', 'first fifth', 'told by gongwen']);
  for (const [main, other] of MIXTURES) {
    const { alike } = ENCODINGS.find(({ label }) => label === main);
    let told = 0;
    const cells = [];
    for (const where of ['tail', 'head']) {
      const counts = [0, 0, 0];
      for (let k = 0; k < SAMPLES; k++) {
        const made = mixture(main, other, where, k);
        const right = await judge(made.bytes, alike, ({ text, encoding, diagnostics }) => {
          told += Number(diagnostics.some(({ code }) => code === 'encoding/mixed'));
          return encoding.name === made.name && text === made.text;
        });
        right.forEach((one, i) => {
          counts[i] += Number(one);
        });
      }
      cells.push(cell(counts, SAMPLES));
    }
    row([`${main}, part ${other}`, ...cells, cell([told], 2 * SAMPLES)]);
  }
}

async function best(run, times) {
  let time = Infinity;
  for (let k = 0; k < times; k++) {
    const start = performance.now();
    await run();
    time = Math.min(time, performance.now() - start);
  }
  return time;
}

/** Whole copies of a text up to a size. */
function repeat(one, size) {
  return Buffer.concat(Array(Math.max(1, Math.round(size / one.length))).fill(one));
}

const FAST = ['utf-8', 'utf-8 with BOM', 'utf-16le', 'gb2312', 'gbk, traditional', 'big5', 'hz', 'iso-2022-cn'];

async function speed() {
  head('of 4 MB', ['MB/s', 'time of TextDecoder = 1']);
  for (const label of FAST) {
    const { encode, name, script = 'simplified' } = ENCODINGS.find((known) => known.label === label);
    const bytes = repeat(encode(corpora()[script]), 4e6);
    const plain = /hz|iso/.test(name) ? 'gb18030' : name; // Node has no decoder of the 7-bit encodings
    const ours = await best(() => decode(bytes), 7);
    const theirs = await best(() => new TextDecoder(plain).decode(bytes), 7);
    row([label, (bytes.length / 1e3 / ours).toFixed(0), (ours / theirs).toFixed(2)]);
  }
}

async function growth() {
  const sizes = [1e4, 1e5, 1e6, 1e7, MEGABYTES * 1e6];
  const name = (size) => (size < 1e6 ? `${size / 1e3} KB` : `${size / 1e6} MB`);
  head('time per MB, that of 1 MB = 1', sizes.map(name));
  for (const label of FAST) {
    const { encode, script = 'simplified' } = ENCODINGS.find((known) => known.label === label);
    const text = corpora()[script];
    const times = [];
    for (const size of sizes) {
      const bytes = repeat(encode(size < 1e5 ? text.slice(0, size / 4) : text), size);
      times.push((await best(() => decode(bytes), size > 1e6 ? 2 : 20)) / bytes.length);
    }
    row([label, ...times.map((time) => (time / times[2]).toFixed(2))]);
  }
}

console.log(`% right of ${SAMPLES} samples a length: gongwen / chardet / jschardet`);
await matrix('12 to 2000 characters', LENGTHS.slice(3));
await matrix('4 to 8 characters', LENGTHS.slice(0, 3));
await mixtures();
await speed();
await growth();
