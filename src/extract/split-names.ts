/** What names of indicators end with: the part that the members of a list share. */
const SHARED_TAIL =
  /(?:(?:人均|单位|平均|总|年|综合|全产业链|产业)?(?:产值|增加值|收入|支出|投资|产量|总量|使用量|排放量|消费量|供应量|交易量|周转量|规模|面积|人数|数量|能力)(?:占比|比重|增速)?|的?(?:企业|人员|用户|人口|村|乡镇|社区|学校|医院|机构)?(?:占比|比重|比例|覆盖率|达标率|普及率|[\u4e00-\u9fff]{1,4}率)|在校生(?:规模|数)?|学位数?|床位数?)$/;

/** Tails that are always shared: 二氧化硫、氮氧化物排放量. */
const STRONG_TAIL =
  /(?:排放(?:总)?量|使用量|消费量|周转量|吞吐量|交易额|零售额|增加值|产值|产量|总产量|存栏量?|出栏量?|播种面积|种植面积|参保人数|在校生(?:规模|数)?)$/;
/** For how many of something, at the beginning of a name. */
const PER_HEAD =
  /^(?:每[\d.]*[百千万]{0,2}(?:常住|户籍|服务)?(?:人口|人(?!口)|名[\u4e00-\u9fff]{2,3}|户|平方公里)|人均|生均|亩均)(?=[\u4e00-\u9fff]{2})/;
/** Members that only say which kind: 国家级、省级企业技术中心. */
const KIND_END = /[级类型性]$/;
/** What measures end with. */
const MEASURE_END =
  /(?:率|比|比例|比重|占比|量|值|数|收入|面积|里程|标准|规模|寿命|浓度|强度|指数|水平|人才|教师|人员|医师|护士|床位|学位|岗位|机构|企业|资金|经费|补助|补贴|津贴|地区|区域)$/;

/** Parts of a phrase at 、 和 及 与, outside of brackets and quotes. */
export function coordinated(listed: string): string[] {
  const parts: string[] = [];
  const phrase = listed.replace(/以及/g, '、');
  let depth = 0;
  let from = 0;
  for (let i = 0; i < phrase.length; i++) {
    const character = phrase[i] ?? '';
    if (/[(（“《〔]/.test(character)) depth++;
    else if (/[)）”》〕]/.test(character)) depth = Math.max(0, depth - 1);
    else if (depth === 0 && /[、和及与]/.test(character) && !isWord(phrase, i)) {
      parts.push(phrase.slice(from, i));
      from = i + 1;
    }
  }
  parts.push(phrase.slice(from));
  return parts.map((part) => part.trim()).filter(Boolean);
}

/** 普及, 参与, 及以上, 和谐; 专、兼职, 公、民办, 中、小学: marks inside a word. */
function isWord(phrase: string, at: number): boolean {
  const pair = phrase.slice(at - 1, at + 1);
  if (/普及|涉及|顾及|波及|参与|给与|共和|总和|中和|饱和|缓和/.test(pair)) return true;
  return (
    /^(?:[及和]以[上下]|及[其格时]|和[谐平睦])/.test(phrase.slice(at)) ||
    /^[专公城大中]、[兼民乡小中]/.test(phrase.slice(at - 1))
  );
}

/**
 * One name for each of `count` values: 优良率、合格率 with two values gives two names, and what the members share (a head:
 * 体质测试优良率、合格率; a tail: 人参、食用菌产值) goes to each. Where the count does not fit, one name for all.
 */
export function splitNames(name: string, count: number): string[] {
  if (count < 2) return [name];
  const parts = coordinated(name);
  if (parts.length !== count) return [name];
  const first = parts[0] ?? '';
  const last = parts.at(-1) ?? '';
  const strong = STRONG_TAIL.exec(last)?.[0] ?? '';
  if (strong !== '' && strong !== last && !parts.slice(0, -1).some((part) => part.endsWith(strong.slice(-1))))
    return parts.map((part, i) => (i < count - 1 ? part + strong : part));
  // 小麦、玉米、水稻耕种收综合机械化率: what the last member has more than the others, which are of one length, is shared.
  const lengths = parts.slice(0, -1).map((part) => part.length);
  const own = lengths[0] ?? 0;
  if (
    lengths.every((length) => length === own && own <= 3) &&
    last.length >= own + 2 &&
    (MEASURE_END.test(last) || KIND_END.test(first)) &&
    !MEASURE_END.test(first)
  )
    return parts.map((part, i) => (i < count - 1 ? part + last.slice(own) : part));
  const shared = SHARED_TAIL.exec(last)?.[0] ?? '';
  // 天数占比和空气优良率: names that are whole share nothing.
  const tail = shared === last || MEASURE_END.test(first) ? '' : shared;
  const bare = tail !== '' && !parts.slice(0, -1).some((part) => part.endsWith(tail.slice(-1)));
  if (bare) return parts.map((part, i) => (i < count - 1 ? part + tail : part));
  // 每千人口执业(助理)医师数、注册护士数: the measure that opens the list is that of all.
  const per = PER_HEAD.exec(first)?.[0];
  if (per && tail === '' && !parts.slice(1).some((part) => PER_HEAD.test(part)))
    return parts.map((part, i) => (i === 0 ? part : per + part));
  // The head of the first member: all but as many characters as the shortest of the others has.
  const shortest = Math.min(...parts.slice(1).map((part) => part.length));
  const head =
    first.length > shortest + 1 && first.at(-1) === last.at(-1) && !/[)）]$/.test(first)
      ? first.slice(0, first.length - shortest)
      : '';
  const open = /[(（][^)）]*$/.test(head) ? '' : head;
  return parts.map((part, i) => (i === 0 ? part : open + part));
}
