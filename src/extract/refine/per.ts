import type { Target } from '../../schema/model.js';
import type { Frame } from '../frames.js';
import type { Reading } from '../rule.js';

/** Words of the clause that say how often; not 每两年, and not 年均浓度, which is a mean. */
const TIMES: readonly (readonly [NonNullable<Target['per']>, RegExp])[] = [
  ['year', /每(?:学)?年(?!级)/],
  ['month', /每个?月/],
  ['week', /每周/],
  ['day', /每[天日]/],
  ['term', /每个?学期/],
];
/** A mean of the years, said of this value alone; 年均浓度 is a mean of another kind. */
const YEARLY_MEAN = /年均(?!浓度|值|气温|降[水雨]|相对)|逐年|年平均(?!浓度)/;
/** A flow that its name measures by the year or day: 年接待游客, 日处理能力. */
const FLOW = '(?:接待|吞吐|处理|供[水气电热]|产(?!业|值|出)|加工|屠宰|出栏|发电|输送|运送|服务|培训|综合利用)';
const YEARLY = new RegExp(`(?:^|[^\\d今去当本全])年${FLOW}`);
const DAILY = new RegExp(`日${FLOW}`);
const BY_UNIT: readonly (readonly [NonNullable<Target['per']>, RegExp])[] = [
  ['year', /[/·]年$/],
  ['month', /[/·]月$/],
  ['day', /[/·][日天]$/],
];

interface Near {
  readonly reading: Reading;
  readonly frame: Frame;
  readonly per: Target['per'];
}

/** The unit of time that a value is for; null where it is for none. */
export function perOf(frame: Frame, reading: Reading, near: Near | undefined): Target['per'] {
  const { view, clause, group } = frame;
  // 覆盖率每年均达到100%: a share that is held is for no unit of time.
  if (reading.class === 'outcome' && !reading.change && group[0].kind === 'rate') return null;
  const unit = BY_UNIT.find(([, pattern]) => pattern.test(group[0].unit))?.[0];
  if (unit) return unit;
  const words = view.text.slice(clause.start, group[0].start);
  const said = TIMES.find(([, pattern]) => pattern.test(words))?.[0];
  if (said && !(said === 'year' && /每(?:\d|两|[二三四五])/.test(words))) return said;
  if (YEARLY_MEAN.test(frame.before)) return 'year';
  if (reading.class === 'outcome') {
    const name = reading.indicators[0] ?? '';
    return YEARLY.test(name) ? 'year' : DAILY.test(name) ? 'day' : null;
  }
  // 每年培训4500人次,专项培训150人次: the members of a list of outputs share their measure of time, a total does not.
  const shared = near && near.reading.class === 'output' && near.frame.clause.part === clause.part;
  return reading.class === 'output' && shared && !/累计|共|其中/.test(words) ? near.per : null;
}
