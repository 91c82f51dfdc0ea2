import { fold } from '../fold.js';
import { findQuantities, type Quantity } from '../tokens/quantities.js';
import { findTimes } from '../tokens/times.js';

/** A size that the name of a project gives, with what it measures. */
export interface NamedSize {
  readonly indicator: string;
  readonly quantity: Quantity;
}

/** Words that a number may stand before inside of names without counting: 3号线, 二期, 500千伏, 1级. */
const NO_COUNT =
  /^(?:[级期层档届路段周村站校园店员队组面列片门版部班次项种类度米折成分番倍名位]|毫米|厘米|公斤|千克|克|升|天|日|小时|分钟|岁)/;
const BUILT = /(?:新建|改建|扩建|建设|改造|提升|修建|整治|修复|加固|治理|续建|迁建|安装|购置|更新)/;

/** The name without the sizes in its brackets: 福利院改扩建项目(新增床位300张) → 福利院改扩建项目. */
export function plainName(name: string): string {
  const bare = name.replace(/[(（]([^()（）]{1,30})[)）]$/, (whole, inside: string) =>
    sizesIn(inside).length > 0 ? '' : whole,
  );
  return bare === '' ? name : bare;
}

/** 福利院改扩建项目(新增床位300张), 互助养老站点30处建设项目, 3所学校食堂建设项目: a number inside a name that says its size. */
export function namedSizes(name: string): NamedSize[] {
  const found = sizesIn(name);
  const [only] = found;
  if (!only || found.length > 1) return [];
  const before = name.slice(0, only.start);
  const after = name.slice(only.end);
  const bracket = /^(.{2,40})[(（]([^()（）]{0,12})$/.exec(before);
  if (bracket && /^[)）]$/.test(after)) {
    const what = bracket[2] ?? '';
    return what.length >= 2 ? [{ indicator: `${bracket[1]}${what}`, quantity: only }] : [];
  }
  const rest = `${before}${after}`.replace(/(?:项目|工程)$/, '');
  return BUILT.test(rest) && rest.length >= 4 && !/[(（)）]/.test(rest) ? [{ indicator: rest, quantity: only }] : [];
}

function sizesIn(text: string): Quantity[] {
  const folded = fold(text);
  return findQuantities(folded, findTimes(folded, { year: null })).filter(
    (q) =>
      !q.spelled &&
      (q.kind === 'people' || q.kind === 'things' || q.kind === 'size' || q.kind === 'money') &&
      !NO_COUNT.test(q.unit) &&
      !/[×xX*]\s*$/.test(folded.slice(0, q.start)) &&
      !/^[×xX*]/.test(folded.slice(q.end)),
  );
}
