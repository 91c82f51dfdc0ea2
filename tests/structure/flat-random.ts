/** A table made up at random, and the lines that a page makes of it: blank cells vanish, labels stand once a group. */
export interface RandomTable {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly lines: readonly string[];
}

type Kind =
  | 'index'
  | 'group'
  | 'label'
  | 'content'
  | 'value'
  | 'unit'
  | 'property'
  | 'bodies'
  | 'partners'
  | 'time'
  | 'nature'
  | 'place'
  | 'note';

type Column = readonly [name: string, kind: Kind];

interface Trade {
  readonly groups: readonly string[];
  readonly indicators: readonly string[];
  readonly bodies: readonly string[];
  readonly projects: readonly string[];
}

const TRADES: readonly Trade[] = [
  {
    groups: ['供水保障', '防洪减灾', '水生态修复', '节水管理'],
    indicators: [
      '自来水普及率（%）',
      '用水总量（亿立方米）',
      '水质达标率（%）',
      '堤防达标长度（公里）',
      '万元产值用水量',
    ],
    bodies: ['县水务局', '县应急管理局', '市生态环境局', '各乡镇人民政府'],
    projects: ['水库除险加固工程', '中小河流治理项目', '灌区续建配套工程', '城乡供水一体化项目', '泵站更新改造'],
  },
  {
    groups: ['健康水平', '健康服务', '资源配置', '疾病预防'],
    indicators: [
      '人均预期寿命（岁）',
      '每千人口床位数（张）',
      '婴儿死亡率（‰）',
      '居民健康素养水平（%）',
      '家庭医生签约率',
    ],
    bodies: ['县卫生健康局', '县医保局', '县财政局、县发展改革局', '县疾控中心'],
    projects: ['人民医院迁建项目', '中医院门诊楼建设', '乡镇卫生院提升工程', '公共卫生中心', '妇幼保健院改造项目'],
  },
  {
    groups: ['创新驱动', '绿色制造', '数字转型', '规模效益'],
    indicators: [
      '规上工业增加值增速（%）',
      '研发投入强度',
      '高新技术企业数量（家）',
      '单位能耗下降',
      '亩均税收（万元）',
    ],
    bodies: ['县工业和信息化局', '县科技局', '开发区管委会', '县税务局'],
    projects: ['智能装备产业园', '铜箔生产线技改', '光伏组件项目', '标准化厂房二期', '污水处理厂扩建'],
  },
];
const TOWNS = ['青山镇', '白水镇', '龙泉镇', '石桥镇', '云岭镇', '柳河镇'];

/** Numbers from 0 to 1, the same for a seed everywhere (mulberry32). */
function numbersOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export function randomTable(seed: number): RandomTable {
  const next = numbersOf(seed);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(next() * from.length)] as T;
  const some = (share: number, ...columns: Column[]): Column[] => (next() < share ? columns : []);
  const trade = pick(TRADES);
  const shape = pick(['indicators', 'projects', 'tasks', 'towns'] as const);
  const columns = columnsOf(shape, pick, some);
  const labels = { indicators: trade.indicators, projects: trade.projects, tasks: trade.projects, towns: TOWNS }[shape];
  const blank = next() < 0.5 ? 0 : next() * 0.12;
  const rows: string[][] = [];
  const printed: string[] = [];
  const grouped = columns.some(([, kind]) => kind === 'group');
  // One body alone is the one that leads: that it only helps is not to be seen.
  const full: ReadonlySet<Kind> = new Set(
    columns.some(([, kind]) => kind === 'partners') ? ['content', 'bodies'] : ['content'],
  );
  let left = 0;
  let group = -1;
  for (let i = 0; i < labels.length; i++) {
    const opens = left === 0;
    if (opens) {
      left = 1 + Math.floor(next() * 3);
      group++;
    }
    left--;
    const merged = grouped && !opens;
    const cells = columns.map(([, kind]) => {
      if (kind === 'index') return String(shape === 'tasks' && grouped ? group + 1 : i + 1);
      if (kind === 'group') return (shape === 'tasks' ? trade.projects : trade.groups)[group % 4] ?? '';
      if (kind === 'label') return labels[i] ?? '';
      return next() < blank && !full.has(kind) ? '' : cellOf(kind, trade, shape, next, pick);
    });
    rows.push(cells);
    columns.forEach(([, kind], k) => {
      const once = kind === 'group' || (kind === 'index' && shape === 'tasks');
      if (cells[k] && !(merged && once)) printed.push(cells[k] as string);
    });
  }
  const lines = [
    '一、总体要求',
    '到2025年，基本建成现代化体系。',
    '表1 主要任务一览表',
    ...columns.map(([name]) => name),
  ];
  return {
    header: columns.map(([name]) => name),
    rows,
    lines: [...lines, ...printed, '二、保障措施', '加强组织领导，明确责任分工，确保各项任务落实到位。'],
  };
}

function columnsOf(
  shape: 'indicators' | 'projects' | 'tasks' | 'towns',
  pick: <T>(from: readonly T[]) => T,
  some: (share: number, ...columns: Column[]) => Column[],
): Column[] {
  switch (shape) {
    case 'indicators':
      return [
        ...some(0.4, ['序号', 'index']),
        ...some(0.5, [pick(['类别', '领域', '一级指标']), 'group']),
        [pick(['指标', '指标名称', '主要指标']), 'label'],
        ...some(0.4, ['单位', 'unit']),
        ...pick<Column[]>([
          [
            ['2020年', 'value'],
            ['2025年', 'value'],
          ],
          [
            ['2020年基期值', 'value'],
            ['2025年目标值', 'value'],
          ],
          [
            ['2020', 'value'],
            ['2022', 'value'],
            ['2025', 'value'],
          ],
        ]),
        ...some(0.3, ['年均增长', 'value']),
        ...some(0.5, ['属性', 'property']),
        ...some(0.3, ['责任单位', 'bodies']),
      ];
    case 'projects':
      return [
        ...some(0.9, ['序号', 'index']),
        ...some(0.3, ['项目类别', 'group']),
        ['项目名称', 'label'],
        ...some(0.8, ['建设内容及规模', 'content']),
        ...some(0.4, ['建设性质', 'nature']),
        ...some(0.4, ['建设地点', 'place']),
        ['建设年限', 'time'],
        ['总投资（万元）', 'value'],
        ...some(0.6, ['责任单位', 'bodies']),
        ...some(0.3, ['备注', 'note']),
      ];
    case 'tasks':
      return [
        ...some(0.8, ['序号', 'index']),
        ['工作任务', 'group'],
        [pick(['具体措施', '主要措施']), 'content'],
        ['牵头单位', 'bodies'],
        ...some(0.5, ['配合单位', 'partners']),
        ['完成时限', 'time'],
      ];
    default:
      return [
        ...some(0.5, ['序号', 'index']),
        [pick(['乡镇', '镇（街道）']), 'label'],
        ['任务数', 'value'],
        ['2022年', 'value'],
        ...some(0.5, ['2023年', 'value']),
        ...some(0.5, ['合计', 'value']),
        ...some(0.3, ['备注', 'note']),
      ];
  }
}

function cellOf(
  kind: Kind,
  trade: Trade,
  shape: string,
  next: () => number,
  pick: <T>(from: readonly T[]) => T,
): string {
  const upTo = (most: number): number => Math.floor(next() * most);
  switch (kind) {
    case 'value':
      if (shape !== 'indicators') return String(10 + upTo(9000));
      return pick([
        String(4 + upTo(900)),
        (next() * 100).toFixed(1),
        `≥${upTo(100)}`,
        `${upTo(100)}以上`,
        `[${upTo(50)}]`,
        '—',
        '65左右',
        '0.5—1',
        '完成省下达任务',
        '持续提升',
      ]);
    case 'content': {
      const verb = pick(['推进', '加快', '完善']);
      const end = pick(['，提升服务能力。', '，到2025年基本建成。', '，覆盖全县各乡镇；建立长效机制。']);
      return `${verb}${pick(trade.projects)}${end}`;
    }
    case 'unit':
      return pick(['%', '万人', '公里', '个', '万吨']);
    case 'property':
      return pick(['预期性', '约束性']);
    case 'bodies':
      return pick(trade.bodies);
    case 'partners':
      return next() < 0.5 ? pick(trade.bodies) : '';
    case 'time':
      return pick(['2022年', '2021—2025年', '2023', '2022年6月底前', '长期坚持', '2021-2023']);
    case 'nature':
      return pick(['新建', '续建', '改扩建']);
    case 'place':
      return pick(TOWNS);
    default:
      return next() < 0.2 ? pick(['新增', '按省级口径', '结转项目']) : '';
  }
}
