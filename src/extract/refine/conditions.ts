import { type Frame, leadOf } from '../frames.js';
import { nameOf } from '../phrase.js';
import { clauseIndex, endsOfPart } from '../places.js';
import { slotsOf } from '../slots.js';

/** 3万人以上的乡镇, 教龄5年以上的教师, 500万元及以下的: who or what is meant, not how much is to be. */
export function isThreshold(frame: Frame): boolean {
  const last = frame.group.at(-1) ?? frame.group[0];
  if (/^[\u4e00-\u9fff]{1,4}以[上下]的/.test(frame.after)) return true;
  // 10万人以上30万人以下: a class has two bounds.
  if (last.comparator === 'ge' && frame.after === '' && frame.next?.group[0].comparator === 'le') return true;
  const bounded = last.comparator !== 'eq' && last.comparator !== 'range';
  if (!bounded || frame.group.length > 1 || last.unit === '∶') return false;
  if (/^(?:且[^,]{1,12})?(?:的(?!.{0,2}(?:目标|要求|比例|标准))|规模的)/.test(frame.after))
    return !isGoverned(frame) && !(last.kind === 'rate' && nameOf(slotsOf(frame).subject) === '');
  // 年销售收入超100亿元工业企业达到5家: the size says which of those that the next number counts.
  const counted = frame.next?.group[0].kind;
  if (
    (last.kind === 'money' || last.kind === 'size') &&
    (counted === 'things' || counted === 'people') &&
    /^[^,、;。和及]{2,16}$/.test(frame.after)
  )
    return true;
  // 规模1000人以上学校: a threshold that runs straight into its noun, where another number of the clause is the target.
  return (
    /^[\u4e00-\u9fff]{0,2}?(?:学校|企业|乡镇|村(?!民|级)|社区|园区|城市|县城|项目|河流|水库|景区|团队|人群|老人|老年人|人员|职工|家庭|住户|用户|客户)/.test(
      frame.after,
    ) &&
    last.comparator !== 'gt' &&
    last.kind !== 'things' &&
    slotsOf(frame).verb.kind !== 'make'
  );
}

/** Nouns that look like verbs of making before a size: 投资5000万元以上的项目. */
const SIZE_WORD = /(?:投资|投入|发展|覆盖|培训|支持|保障|完成)$/;

/** The number is what a verb of making governs (引进10名以上的博士), not a quality of the noun behind it. */
function isGoverned(frame: Frame): boolean {
  const { verb } = slotsOf(frame);
  if (verb.kind !== 'make') return /(?:达到|至少|不少于|有|配备)$/.test(frame.before);
  const { kind } = frame.group[0];
  return kind === 'things' || kind === 'people' || kind === 'rate' || !SIZE_WORD.test(verb.word);
}

/** Money that is granted, and what it may be at most: 给予一次性奖励10万元, 奖补总额不超过30万元. */
export function isCapOfSupport(frame: Frame): boolean {
  const { view, clause, group, before } = frame;
  if (group[0].kind !== 'money' && group[0].kind !== 'rate') return false;
  const part = endsOfPart(view.clauses, clause);
  const words = view.text.slice(part?.first.start ?? clause.start, clause.end);
  const granted = /(?:最高|一次性|给予|予以|奖励|补助)[^,]{0,8}$/.test(before) && /奖励|补助|补贴|奖补/.test(words);
  if (granted && !/每|标准/.test(leadOf(frame))) return true;
  if (group[0].comparator === 'le' && /(?:补助|奖励|补贴|奖补|资助)[^,]{0,6}(?:上限|最高|封顶)/.test(words))
    return true;
  return (
    group[0].comparator === 'le' && /(?:奖补|奖励|补助|补贴|资助|扶持)(?:资金|总额|金额|额度)?[^,]{0,3}$/.test(before)
  );
}

/** 可推荐1个城市: what may be, not what is to be. */
export function isPermitted({ before, after }: Frame): boolean {
  // 不再审批新建30万吨以下: what is not to be.
  if (/(?:不再|禁止|严禁|不得)(?:审批|新建|新增|批准|扩建|核准)[^,]{0,10}$/.test(before)) return true;
  // 按完成培训1人拨付: for each of them.
  if (/按[^,]{0,12}$/.test(before) && /^(?:拨付|给予|补助|奖励|补贴)/.test(after)) return true;
  return (
    /可(?:以|按|参照)*按(?:照)?不[低高]于[^,]*$/.test(before) ||
    /(?:可|可以|允许)(?:择优)?(?:推荐|申请|申报|享受|获得?|给予|选择|适当)[^,]{0,6}$/.test(before)
  );
}

/** What follows from a condition. */
const CONSEQUENCE =
  /^(?:应当?|由|给予|予以|不得|可|可以|优先|按|按照|必须|须|责令|取消|暂停|不予|不再|视为|视同|一律|依法|立即|启动|享受|奖励|补助|应|要)/;

/** The clause says when something else holds: …20%以上的,给予奖励; 达到80%时启动限流; 在…80%的基础上. */
export function isCondition(frame: Frame): boolean {
  const { before, after, view, clause, group } = frame;
  if (
    /^的基础上/.test(after) ||
    /(?:申报|申请|参评)(?:主体|单位|人|企业|条件|对象)[^,]{0,8}(?:须|应|需|要|为)/.test(before)
  )
    return true;
  if (/^[^,。;]{0,6}?时(?:$|[,启限应须由即立开采及就])(?!间|段|期)/.test(after)) return true;
  // 对年税收首次突破5000万元、1亿元的企业,授予…: those to whom the rest of the sentence applies.
  if (
    /^(?:对|凡|若|如|因)/.test(view.text.slice(clause.start, clause.start + 1)) &&
    /^的(?!比例|标准|要求|目标)[^,]{2,14}$/.test(after) &&
    !/按/.test(before)
  )
    return true;
  // 对毕业生按每人每月500元的标准给予补贴 is a standard of payment.
  const standard = /按照?每[^,]{1,6}$/.test(before);
  const opened = !standard && /(?:凡|对于?|符合|满足|达到|超过)[^,]{0,20}$/.test(before);
  if (opened && /^(?:[^,]{0,12})(?:的$|的,|给予|予以|奖励|补助|补贴)/.test(after)) return true;
  // …超过基线20%,或者一周内出现10例以上的,应当…: the condition may run over clauses.
  const { clauses, text } = view;
  const own = clauseIndex(clauses, clause.start, clause.end);
  for (let i = own; i < own + 3; i++) {
    const [at, next] = [clauses[i], clauses[i + 1]];
    if (!at || !next || next.part !== clause.part) return false;
    if (/的$/.test(text.slice(at.start, at.end)))
      return (i > own || (group.at(-1)?.end ?? 0) < at.end) && CONSEQUENCE.test(text.slice(next.start, next.end));
    if (!/^(?:或|且|并且|及|以及)/.test(text.slice(next.start, next.end))) return false;
  }
  return false;
}
