// Plans that the benches read: the clean texts of our own fixtures, with other numbers and other words of the same kind,
// the same in every run.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { generator } from './encoding-samples.mjs';

const fixtures = new URL('../fixtures', import.meta.url).pathname;

/** The clean texts of all fixtures. */
export const PLANS = readdirSync(fixtures, { recursive: true })
  .filter((name) => name.endsWith('clean.txt'))
  .sort()
  .map((name) => readFileSync(join(fixtures, name), 'utf8'));

/** All fixtures as a download would have them: the ending of the name, and the bytes. */
export const sources = () =>
  readdirSync(fixtures, { recursive: true })
    .filter((name) => /(?:^|[\\/])source\.[^\\/]+$/.test(name))
    .sort()
    .map((name) => ({ ending: name.split('.').at(-1), bytes: readFileSync(join(fixtures, name)) }));

/** Words that stand for each other, so that no two plans of the text are copies and each reads like one. */
const EQUALS = [
  '建设 发展 完善 改善 推进 促进 优化',
  '服务 教育 医疗 养老 供水 交通 环境 就业',
  '工程 项目 行动 计划',
  '学校 医院 园区 社区 乡镇 企业',
  '管理 保障 监测 指导 评价',
  '农村 城镇 全县 基层',
  '资源 设施 能力 机制 体系',
].map((words) => words.split(' '));
const GROUP_OF = new Map(EQUALS.flatMap((group) => group.map((word) => [word, group])));
const WORD = new RegExp(`${[...GROUP_OF.keys()].join('|')}|(?<![\\d.])\\d{1,3}(?![\\d.年月日])`, 'g');

/** A plan with other numbers and other words of the same kind. */
export function varied(plan, random) {
  return plan.replace(WORD, (word) => {
    const group = GROUP_OF.get(word);
    if (group) return group[Math.floor(random() * group.length)];
    return /^[1-9]\d$/.test(word) ? String(10 + Math.floor(random() * 90)) : word;
  });
}

/** All fixtures' clean texts, again and again, each time varied, up to a size in bytes. */
export function textOf(bytes, seed = 5) {
  const random = generator(seed);
  const made = [];
  for (let size = 0, i = 0; size < bytes; i++) {
    made.push(i < PLANS.length ? PLANS[i] : varied(PLANS[i % PLANS.length], random));
    size += Buffer.byteLength(made.at(-1));
  }
  return made;
}

/** The lines of a plan from its first on, up to a size in bytes. */
function opening(plan, bytes) {
  const lines = [];
  let size = 0;
  for (const line of plan.split('\n')) {
    size += Buffer.byteLength(line) + 1;
    if (size > bytes && lines.length > 0) break;
    lines.push(line);
  }
  return lines;
}

const page = (lines, charset) =>
  `<!DOCTYPE html>\n<html><head><meta charset="${charset}"><title>${lines[0]}</title></head><body>\n<div class="nav"><a href="/">首页</a> &gt; <a href="/zwgk/">政务公开</a></div>\n<div class="article">\n${lines.map((line) => `<p>&emsp;&emsp;${line}</p>`).join('\n')}\n</div>\n<div class="foot">版权所有 云岭县人民政府办公室</div>\n</body></html>\n`;

/** What crawlers bring home, in turn: the ending of the name, and the bytes. */
const KINDS = [
  ['txt', (lines) => Buffer.from(lines.join('\n'))],
  ['html', (lines) => Buffer.from(page(lines, 'utf-8'))],
  ['txt', (lines) => iconv.encode(lines.join('\r\n'), 'gbk')],
  ['html', (lines) => iconv.encode(page(lines, 'gb2312'), 'gbk')],
];

/** Sizes of the text of a page, in bytes of UTF-8. */
const [LEAST, MOST] = [2000, 6000];

/** Page `i` of a row of pages without end, the same in every run: text and HTML, in UTF-8 and GBK, 2 to 6 KB. */
export function pageAt(i) {
  const random = generator(0x9e37 + i);
  const plan = varied(PLANS[i % PLANS.length], random);
  // Not the remainder by four alone: as many plans are text as are pages, whatever number of fixtures there is.
  const [ending, bytes] = KINDS[Math.floor(random() * KINDS.length)];
  const lines = opening(plan, LEAST + random() * (MOST - LEAST));
  return { name: `plan-${String(i + 1).padStart(6, '0')}.${ending}`, bytes: bytes(lines) };
}

/**
 * Write the first pages into a folder.
 * @returns their size in bytes.
 */
export function writePages(folder, count) {
  mkdirSync(folder, { recursive: true });
  let size = 0;
  for (let i = 0; i < count; i++) {
    const { name, bytes } = pageAt(i);
    writeFileSync(join(folder, name), bytes);
    size += bytes.length;
  }
  return size;
}

export const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];
