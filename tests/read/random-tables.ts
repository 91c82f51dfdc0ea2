/** Random tables of plans, and the ways in which a text prints them. */

/** A source of numbers in [0, 1) that a seed fixes (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export interface RandomTable {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

type Random = () => number;

const PLACES = ['城镇', '农村', '规模化', '集中式', '中心城区', '村级', '全县', '重点'];
const THINGS = [
  '自来水',
  '污水',
  '生活垃圾',
  '学前教育',
  '养老服务',
  '公共图书馆',
  '卫生厕所',
  '灌溉水',
  '义务教育',
  '高标准农田',
];
const MEASURES = ['普及率', '处理率', '覆盖率', '床位数', '面积', '建成数量', '达标比例', '入园率', '利用系数', '人数'];
const UNITS = ['%', '万人', '个', '公里', '亩', '张', '亿元'];
const BODIES = ['县水务局', '县教育局', '东街镇政府', '县卫生健康局', '县住房和城乡建设局', '县民政局'];
const WORKS = ['新建', '改建', '扩建', '改造提升', '续建'];
const SITES = ['东街镇', '西街镇', '南河乡', '北山街道', '云岭工业园区'];
const REMARKS = ['含乡镇', '年度考核', '分年实施', '省级统计口径', '首次纳入'];

const pick = <T>(random: Random, from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;

function number(random: Random): string {
  const plain = (random() * pick(random, [10, 100, 5000])).toFixed(pick(random, [0, 0, 1, 2]));
  const form = random();
  if (form < 0.6) return plain;
  if (form < 0.66) return pick(random, ['—', '-', '―', '/']);
  if (form < 0.72) return `≥${plain}`;
  if (form < 0.76) return `>${plain}`;
  if (form < 0.8) return `${plain}%`;
  if (form < 0.84) return `[${plain}]`;
  if (form < 0.87) return `〔${plain}〕`;
  if (form < 0.9) return `${plain}左右`;
  if (form < 0.93) return `下降${plain}%以上`;
  if (form < 0.96) return `-${plain}`;
  return pick(random, ['持续改善', '完成省下达任务']);
}

function label(random: Random): string {
  const unit = random() < 0.4 ? `（${pick(random, UNITS)}）` : '';
  return `${random() < 0.6 ? pick(random, PLACES) : ''}${pick(random, THINGS)}${pick(random, MEASURES)}${unit}`;
}

interface Column {
  readonly name: string;
  readonly cell: (random: Random, row: number) => string;
}

const INDEX: Column = { name: '序号', cell: (_, row) => String(row + 1) };

function indicatorColumns(random: Random): Column[] {
  const names = pick(random, [
    ['2020年', '2025年'],
    ['2020年', '2023年', '2025年'],
    ['基期值', '目标值'],
    ['2025年'],
    ['现状值', '2025年', '年均增长'],
    ['2022年', '2023年', '2024年', '2025年'],
  ]);
  return [
    ...(random() < 0.5 ? [INDEX] : []),
    { name: pick(random, ['指标', '指标名称', '主要指标']), cell: label },
    ...(random() < 0.4 ? [{ name: '单位', cell: (r: Random) => pick(r, UNITS) }] : []),
    ...names.map((name): Column => ({ name, cell: number })),
    ...(random() < 0.5
      ? [{ name: pick(random, ['属性', '指标属性']), cell: (r: Random) => pick(r, ['预期性', '约束性']) }]
      : []),
    ...(random() < 0.2 ? [{ name: '备注', cell: (r: Random) => pick(r, REMARKS) }] : []),
  ];
}

function projectColumns(random: Random): Column[] {
  return [
    ...(random() < 0.8 ? [INDEX] : []),
    { name: '项目名称', cell: (r) => `${pick(r, SITES)}${pick(r, THINGS)}工程` },
    ...(random() < 0.5 ? [{ name: '建设内容', cell: (r: Random) => `${pick(r, WORKS)}${pick(r, THINGS)}设施` }] : []),
    ...(random() < 0.5 ? [{ name: '建设地点', cell: (r: Random) => pick(r, SITES) }] : []),
    { name: '总投资', cell: (r) => (r() * 9000).toFixed(0) },
    ...(random() < 0.6 ? [{ name: '责任单位', cell: (r: Random) => pick(r, BODIES) }] : []),
    ...(random() < 0.3 ? [{ name: '完成时限', cell: (r: Random) => `202${Math.floor(r() * 6)}年` }] : []),
  ];
}

export function randomTable(random: Random): RandomTable {
  const columns = random() < 0.7 ? indicatorColumns(random) : projectColumns(random);
  const count = 3 + Math.floor(random() * 10);
  const rows = Array.from({ length: count }, (_, row) => columns.map(({ cell }) => cell(random, row)));
  return { header: columns.map(({ name }) => name), rows };
}

const isLabel = (name: string): boolean => /^(?:指标|指标名称|主要指标|项目名称)$/.test(name);

/** A table as it is read, the lines that print it, and the way in which they do. */
export interface Printed {
  readonly truth: readonly string[];
  readonly lines: readonly string[];
  readonly way: string;
}

/** What pages do to a table in which one blank parts two cells. */
export const WAYS = [
  'plain',
  'head set wide',
  'blank lines',
  'groups',
  'cells left out',
  'blanks in labels',
  'values in the next line',
  'labels broken before their values',
  'labels broken behind their values',
] as const;

const GROUPS = ['供水保障', '一、水质提升', '（二）服务能力', '生态'];

/** The lines of a row, and how it is read. */
function printedRow(
  row: readonly string[],
  at: number,
  way: string,
  random: Random,
): { truth: string; lines: string[] } {
  const cells = [...row];
  const filled = (all: readonly string[]): string => all.filter((cell) => cell !== '').join(' ');
  const harmed = random() < 0.2;
  const gone = 1 + Math.floor(random() * (cells.length - 1));
  if (way === 'cells left out' && harmed && gone !== at) cells[gone] = '';
  const truth = cells.join('|');
  const name = cells[at] ?? '';
  const wide = 8;
  const broken = name.length > wide;
  if (way === 'blanks in labels' && harmed) cells[at] = `${name.slice(0, 3)} ${name.slice(3)}`;
  if (way === 'values in the next line' && harmed) {
    return { truth, lines: [filled(cells.slice(0, at + 1)), filled(cells.slice(at + 1))] };
  }
  if (way === 'labels broken before their values' && broken) {
    const first = [...cells.slice(0, at), name.slice(0, wide)];
    return { truth, lines: [filled(first), filled([name.slice(wide), ...cells.slice(at + 1)])] };
  }
  if (way === 'labels broken behind their values' && broken) {
    const first = [...cells.slice(0, at), name.slice(0, wide), ...cells.slice(at + 1)];
    return { truth, lines: [filled(first), name.slice(wide)] };
  }
  return { truth, lines: [filled(cells)] };
}

/** One blank between two cells. */
export function blankPrinted(table: RandomTable, random: Random): Printed {
  const way = pick(random, WAYS);
  const at = table.header.findIndex(isLabel);
  const wide = table.header.map((name) => (name.length === 2 ? [...name].join(' ') : name));
  const truth = [table.header.join('|')];
  const lines = [(way === 'head set wide' ? wide : table.header).join(' ')];
  table.rows.forEach((row, r) => {
    if (way === 'groups' && r % 3 === 0) {
      const group = pick(random, GROUPS);
      lines.push(group);
      truth.push([group, ...row.slice(1).map(() => '')].join('|'));
    }
    const printed = printedRow(row, at, way, random);
    lines.push(...printed.lines);
    truth.push(printed.truth);
  });
  return { truth, way, lines: way === 'blank lines' ? lines.flatMap((line) => [line, '']) : lines };
}

/** How pipes stand in a table that a page broke. */
export const PIPE_WAYS = [
  'behind each cell',
  'in their own lines',
  'behind some cells',
  'around rows in their own lines',
  'in broken rows',
] as const;

/** Pipes between the cells of a table. */
export function pipePrinted(table: RandomTable, random: Random): Printed {
  const all = [table.header, ...table.rows];
  const truth = all.map((row) => row.join('|'));
  const way = pick(random, PIPE_WAYS);
  const cells = all.flat();
  const linesOf = {
    'behind each cell': () => cells.map((cell) => `${cell} |`),
    'in their own lines': () => cells.flatMap((cell) => [cell, '|']),
    'behind some cells': () =>
      cells
        .map((cell, i) => `${cell} |${random() < 0.5 || i === cells.length - 1 ? '\n' : ' '}`)
        .join('')
        .trimEnd()
        .split('\n'),
    'around rows in their own lines': () => all.flatMap((row) => ['|', ...row.flatMap((cell) => [cell, '|'])]),
    'in broken rows': () =>
      all.flatMap((row, r) => {
        const cut = 1 + Math.floor(random() * (row.length - 1));
        const whole = r === 0 || random() < 0.6;
        return whole ? [row.join(' | ')] : [`${row.slice(0, cut).join(' | ')} |`, row.slice(cut).join(' | ')];
      }),
  } satisfies Record<(typeof PIPE_WAYS)[number], () => string[]>;
  return { truth, way, lines: linesOf[way]() };
}
