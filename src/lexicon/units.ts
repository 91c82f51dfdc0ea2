/** A unit of measure or a measure word, with what kind of thing it counts. */
export interface Unit {
  readonly name: string;
  readonly kind: 'rate' | 'points' | 'money' | 'people' | 'things' | 'size' | 'time' | 'times' | 'index';
}

const of = (kind: Unit['kind'], names: string): Unit[] => names.split(' ').map((name) => ({ name, kind }));

/** Units as plans print them, without 万 and 亿 (which stand before them). */
export const UNITS: readonly Unit[] = [
  ...of('rate', '% ‰ 成'),
  ...of('points', '个百分点 百分点 个基点'),
  ...of('money', '元 美元 欧元 元/人 元/月 元/年 元/天 元/亩 元/吨 元/平方米 元/生/年 元/人/年 元/人/月 元/人·年'),
  ...of('people', '人次 人日 人年 人 名 位 户 户次'),
  ...of(
    'things',
    '所 个 家 处 座 项 种 类 门 节 场 次 条 栋 幢 台 套 台套 辆 艘 架 张 本 篇 支 只 头 尾 羽 株 棵 份 件 期 班 间 层 部 幅 册 ' +
      '轮 批次 场次 例 宗 笔 对 片 口 眼 盏 根 块 面 组 队 级 档 届 列 款 单 标准箱 标台 标准车 条次 班次 架次 架套 艘次 件套 台次 路 段 对次 宗次 桩 箱 盒 袋 瓶 桶 筐 杆 窝 匹 大类 小类 门类 棒 盆 樘 米次 厂 站 村 校 园 店 员 例次',
  ),
  ...of(
    'size',
    '平方米 平方公里 立方米 公里 千米 米 毫米 厘米 亩 公顷 吨 千克 公斤 斤 克 升 毫升 千瓦 千瓦时 千瓦小时 兆瓦 兆瓦时 吉瓦 吉瓦时 度 吨标准煤 ' +
      '标准立方米 车公里 吨公里 TB PB GB Mbps Gbps PFlops EFLOPS 机架 标准机架 微克/立方米 毫克/升 毫克/立方米 克/千克 吨/日 吨/年 立方米/日 ' +
      '/10万 /10万人 /万 /千人 千克/人 平方米/人 升/人 人/平方公里 人/万人 张/千人 人/千人 名/千人 个/万人 件/万人 辆/万人 床/千人 分贝 ㎡ m2 km² 平米',
  ),
  ...of(
    'size',
    'km km2 m² m³ m3 hm2 hm² μg/m³ μg/m3 ug/m3 mg/L mg/m³ kg MW MWh GW GWh kW kWh TWh tce TEU mm cm dB m³/s m3/s 微克每立方米 毫克每立方米 毫克每升 立方米每秒 元每立方米 元每平方米',
  ),
  ...of('time', '课时 学时 学分 小时 分钟 秒 个工作日 工作日 个月 天 日 年 周 个学期 学期 岁 周岁 个小时'),
  ...of('times', '倍 番 折 分'),
];

const byLength = [...UNITS].sort((a, b) => b.name.length - a.name.length);

const escaped = (name: string): string => name.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

/** What makes a unit the beginning of another word: 2025分别, 12部门, 3厂区. */
const OPENS_WORD: Readonly<Record<string, string>> = { 分: '别', 部: '门', 校: '区', 厂: '区' };

const patternOf = ({ name }: Unit): string => {
  const not = OPENS_WORD[name] ?? (/[A-Za-z]$/.test(name) ? '[A-Za-z0-9]' : undefined);
  return escaped(name) + (not ? `(?!${not})` : '');
};

/** All units, longest first, as one alternative of a pattern. */
const SINGLE = byLength.map(patternOf).join('|');
/**
 * How many strokes a unit may have. The engine writes a repetition of up to three out, one copy behind the other: with
 * all units in each, that takes ten times as long to compile, and longer than a plan to read.
 */
const STROKES = '{0,4}';

/** Units, and one for each of another (吨/万元, 批次/千人, 元/生/年). */
export const UNIT_PATTERN = `(?:${SINGLE})(?:[/／](?:10{1,5}|[百千万亿]{1,2})?(?:${SINGLE}|生|床|镇|乡|县|GDP)|[/／][百千万亿](?![\\u4e00-\\u9fff]))${STROKES}`;

const kinds = new Map(UNITS.map((unit) => [unit.name, unit.kind]));

/** The kind of a unit as printed, with or without 万 and 亿 before it. */
export function unitKind(unit: string): Unit['kind'] {
  let kind = kindOf.get(unit);
  if (kind === undefined) {
    kind = kindOfWords(unit);
    if (kindOf.size >= MOST_KNOWN) kindOf.clear();
    kindOf.set(unit, kind);
  }
  return kind;
}

/** Units as printed: there are few of them, and every number asks. */
const kindOf = new Map<string, Unit['kind']>();
const MOST_KNOWN = 1000;

function kindOfWords(unit: string): Unit['kind'] {
  const whole = unit.replace(/[(（].[)）]$/, '');
  // 万千瓦 is 万 and 千瓦; 千 and 百 belong to the number only where the rest is a unit by itself.
  const forms = [whole, whole.replace(/^[万亿]+(?=.)/, ''), whole.replace(/^[万亿千百十]+(?=.)/, '')];
  const known = forms.map((form) => kinds.get(form)).find((kind) => kind !== undefined);
  if (known !== undefined || !/[/／]/.test(whole)) return known ?? 'index';
  // So much for each of something: money stays money, all else is measured.
  return unitKind(whole.split(/[/／]/)[0] ?? '') === 'money' ? 'money' : 'size';
}

const LATIN_UNIT =
  'm|km|km2|km²|m2|m²|m3|m³|kg|g|mg|t|L|kW|MW|GW|kWh|MWh|GWh|TWh|dB|MB|GB|TB|PB|EB|Mbps|Gbps|PFlops|EFlops|EFLOPS|PFLOPS|TEU|tce|℃|°C|μg|m3/s|m³/s';
const WHOLE_UNIT = new RegExp(
  `^(?:[百千万亿]{0,3}(?:${SINGLE}|标准?箱|床|人月|亩次|生|标方|标立方米|${LATIN_UNIT})|[百千万亿]{1,2}|1?/?[1十百千]?[0百千万亿]{1,3})` +
    `(?:[(（][\\u4e00-\\u9fff]{1,3}[)）])?(?:[/／·•每](?:\\d{1,4}[百千万亿]{0,2}|[百千万亿]{1,2}|\\d{0,4}[百千万亿]{0,2}(?:${SINGLE}|${LATIN_UNIT}|生|床|车|标准煤|GDP|元|单位面积|[省市县区镇乡]|班|d|h|s|a)))${STROKES}$`,
);

/** Whether a word is a unit and nothing else: 万人, 件/万人, 个(套), 吨标准煤/万元, ‰. 当年价 and PM2.5 are none. */
export function isUnitName(text: string): boolean {
  return text.length <= 16 && WHOLE_UNIT.test(text.replace(/％/g, '%'));
}
