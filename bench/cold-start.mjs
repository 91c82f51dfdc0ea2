// How long the program takes to start: bare node, `--version`, and `extract` of one text of 60 KB. The three are run in
// turn, again and again, so that a busy machine slows them all; medians are compared. Needs `npm run build`.
//   node bench/cold-start.mjs [rounds] [--check] [FILE]
// --check: exit 1 when a ratio is over its limit; FILE: extract this one instead of an invented text
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';

const BYTES = 60 * 1024;
const WARM_UP = 3;
const rounds = Number(process.argv.find((argument) => /^\d+$/.test(argument)) ?? 21);
const bin = fileURLToPath(new URL('../bin/gongwen.js', import.meta.url));

const NUMERALS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];
const THEMES = ['学前教育', '养老服务', '农田水利', '公共交通', '医疗卫生', '生态环境', '数字政务', '就业创业'];
const UNITS = ['县教育局', '县财政局', '县民政局', '县水利局', '县交通运输局', '县卫生健康局'];

const PROSE =
  '坚持统筹规划、分类指导、分步实施,把握公共服务的公益属性,健全城乡一体的长效机制,补齐短板弱项,优化资源布局,提高服务质量,不断满足人民群众对美好生活的需要。' +
  '加强宣传引导,及时总结推广基层经验做法,营造全社会关心支持的良好氛围。';

/** One paragraph of an invented plan. As in real ones most are prose; some hold targets, deadlines or responsibilities. */
function paragraph(i) {
  const theme = THEMES[i % THEMES.length];
  const [lead, partner] = [UNITS[i % UNITS.length], UNITS[(i + 1) % UNITS.length]];
  const target = `到2025年,${theme}覆盖率达到${80 + (i % 20)}%以上,新建服务站点${i + 2}个。`;
  const deadline = '2023年6月底前完成调查摸底,建立工作台账。';
  const units = `(牵头单位:${lead};责任单位:${partner})`;
  return `(${NUMERALS[i % 10]})推进${theme}建设。${PROSE}${i % 3 === 0 ? target : ''}${i % 4 === 0 ? deadline : ''}${i % 2 === 0 ? units : ''}`;
}

function plan() {
  const lines = ['云岭县公共服务提升行动计划(2021—2025年)'];
  for (let i = 0, size = 0; size < BYTES; i++) {
    if (i % 10 === 0) lines.push(`${NUMERALS[(i / 10) % 10]}、${THEMES[(i / 10) % THEMES.length]}`);
    lines.push(paragraph(i), PROSE);
    size += Buffer.byteLength(lines.slice(-2).join('\n')) + 1;
  }
  return `${lines.join('\n')}\n`;
}

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

function time(args) {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  if (status !== 0) throw new Error(`node ${args.join(' ')} ended with ${status}: ${stderr}`);
  return performance.now() - start;
}

const folder = mkdtempSync(join(tmpdir(), 'gongwen-bench-'));
try {
  const invented = join(folder, 'plan.txt');
  writeFileSync(invented, plan());
  const file = process.argv.slice(2).find((argument) => !/^(?:\d+|--check)$/.test(argument)) ?? invented;
  const runs = [
    { name: 'node -e 0', args: ['-e', '0'], limit: null, times: [] },
    { name: 'gongwen --version', args: [bin, '--version'], limit: 1.6, times: [] },
    {
      name: `gongwen extract, ${Math.round(statSync(file).size / 1024)} KB`,
      args: [bin, 'extract', file],
      limit: 3,
      times: [],
    },
  ];
  for (let round = -WARM_UP; round < rounds; round++) {
    for (const { args, times } of runs) {
      const taken = time(args);
      if (round >= 0) times.push(taken);
    }
  }
  const bare = median(runs[0].times);
  const over = runs.filter(({ limit, times }) => limit !== null && median(times) / bare > limit);
  console.log(`node ${process.version}, ${rounds} rounds, medians`);
  console.table(
    runs.map(({ name, times, limit }) => ({
      run: name,
      ms: Math.round(median(times)),
      fastest: Math.round(Math.min(...times)),
      ratio: Number((median(times) / bare).toFixed(2)),
      limit: limit ?? '',
    })),
  );
  if (over.length > 0) console.log(`over the limit: ${over.map(({ name }) => name).join(', ')}`);
  if (over.length > 0 && process.argv.includes('--check')) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
