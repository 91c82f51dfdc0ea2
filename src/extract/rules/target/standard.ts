import { type Frame, leadOf } from '../../frames.js';
import { nameOf } from '../../phrase.js';
import { clauseIndex } from '../../places.js';
import { defineRule, type Reading } from '../../rule.js';
import { coordinated, splitNames } from '../../split-names.js';

/** A share that is set aside. */
const DRAWN = /(?:提取|提留|计提|列支|安排|拨付|分配|预留|返还|计入)(?:的)?$/;
/** 按工资总额的, 按照教师总数的, 按每户: what the standard is measured by. */
const MEASURED = /(?:按照?|依照|根据)(?!时|期|揭)([^,]{0,30}?)(?:总额|总数|总量|比例)?的?$/;
/** The noun that names a standard behind its value: 1:3的师生比, 0.8%的优惠费率. */
const NAMED = /^的?([\u4e00-\u9fff]{0,6}(?:师生比|费率|利率|税率|比率|班额|定额))/;
/** What becomes of it, which is no part of its name. */
const APPLIED =
  /^的?(?:比例|标准|额度|幅度|要求|规模)?(?:予以|给予|足额|及时|统一|进行|确定|执行|核定|计算|计提|提取|配备|配齐|配置|配建|设置|安排|发放|收取|征收|落实|拨付|保障|设立)+/;

/** 高龄津贴每人每月: so much for each, to be paid without an end. */
const PAID =
  /^(.{2,40}?)每(?:人|生|户|名|亩|公里|餐|张床位|学年)(?:每(?:年|月|天|日|学期|学年|次))?(?:分别|按|不低于|不少于|发放|给予|补助|补贴|提高到)*$/;
const GRANT = /补助|补贴|津贴|标准|经费|养老金|低保|生活费|保险金/;

/** 提取30%用于二次分配, 按工资总额的1.55%, 500元/生/年的拨款标准: rates and standards that hold without an end. */
export const standard = defineRule({
  id: 'standard',
  finds: 'a share that is set aside, or a standard of staff or payment',
  anchors: /提取|提留|计提|列支|按|标准|比例|每|给予|安排|分配|预留|返还|计入|拨付/,
  read: (frame) => {
    const [{ kind, unit }] = frame.group;
    if (kind === 'money') return paid(frame);
    if (kind === 'rate') return drawn(frame) ?? measured(frame);
    return unit === '∶' || unit === '倍' || unit === '个' || unit === '平方米' ? measured(frame) : undefined;
  },
  examples: [
    { text: '从年度绩效总额中提取30%用于二次分配。', gives: ['从年度绩效总额中提取用于二次分配 eq 30%'] },
    { text: '落实600元/生/年的公办园生均公用经费标准。', gives: ['公办园生均公用经费标准 eq 600元/生/年'] },
    { text: '按照职工工资总额的2.5%足额提取培训经费。', gives: ['提取培训经费 eq 2.5%'] },
    { text: '按职工工资总额的1.5%,将培训经费纳入年度预算。', gives: ['培训经费 eq 1.5%'] },
    {
      text: '督学与学校数按1:5的比例配备,对规模大的学校按1:1的比例配备。',
      gives: ['督学与学校数比例 eq 1~5∶', '规模大的学校比例 eq 1~1∶'],
    },
    { text: '特教学校按不低于1:3的师生比配齐教师。', gives: ['特教学校师生比 ge 1~3∶'] },
    { text: '按不超过0.8%的优惠费率进行担保。', gives: ['优惠费率 le 0.8%'] },
    { text: '失业保险金标准按最低工资标准的90%执行。', gives: ['失业保险金标准 eq 90%'] },
    {
      text: '分别按照教师总数的2%和10%选送市级、县级骨干教师。',
      gives: ['选送市级骨干教师 eq 2%', '选送县级骨干教师 eq 10%'],
    },
    { text: '高龄津贴每人每月100元。', gives: ['高龄津贴 eq 100元'] },
    { text: '养护补助按每公里每年不低于8000元的标准落实。', gives: ['养护补助 ge 8000元'] },
    {
      text: '按一类、二类地区每月分别给予教师500元、400元补助。',
      gives: ['一类地区教师补助 eq 500元', '二类地区教师补助 eq 400元'],
    },
    { text: '对毕业生按每人每月500元的标准给予就业补贴。', gives: ['毕业生给予就业补贴 eq 500元'] },
    { text: '去年企业培训补贴每人300元。', gives: [] },
    { text: '提取公因式。', gives: [] },
  ],
});

/** 提取30%用于二次分配, 安排不少于5%的新增用地指标. */
function drawn(frame: Frame): Reading | undefined {
  const before = frame.before.trim();
  if (!DRAWN.test(before)) return undefined;
  const purpose = /^(?:的比例)?的?(用于?[^,]{2,20}|进行[^,]{2,20}|[^,、和]{2,16})/.exec(frame.after)?.[1] ?? '';
  return { class: 'norm', indicators: [`${nameOf(before)}${purpose}`] };
}

/** By what share, ratio or multiple of something a thing is to be provided. */
function measured(frame: Frame): Reading | undefined {
  const before = frame.before.trim();
  const { after, group } = frame;
  const [{ unit, kind }] = group;
  const match = MEASURED.exec(before);
  const share = kind === 'rate' && /^的?比例(?:用于|进行|配备|安排|确定)/.test(after);
  if (!match && !share) return undefined;
  if ((unit === '个' || unit === '平方米') && !/每/.test(match?.[1] ?? '')) return undefined;
  const subject = nameOf(
    match ? before.slice(0, match.index).replace(/(?:分别|可|应|统一|原则上|[,、])+$/, '') : before,
  );
  if (group.length > 1) return shared(frame, subject);
  const named = NAMED.exec(after)?.[1];
  const ratio = unit === '∶' && !named ? '比例' : '';
  const rest = after.replace(APPLIED, '');
  const provided = named ?? (/^[^,]{2,24}$/.test(rest) && !/[、;]/.test(rest) ? verbOf(after) + rest : '');
  const each = unit === '个' || unit === '平方米' ? /每[^,]{1,6}/.exec(match?.[1] ?? '')?.[0] : undefined;
  if (each) return { class: 'norm', indicators: [subject.replace(/^对/, '') + nameOf(each) + provided] };
  const name = subject.replace(/^对/, '') + (named ?? ratio);
  if (subject.length >= 2) return { class: 'norm', indicators: [name || provided] };
  const given = provided || nextFund(frame) || nameOf(match?.[1] ?? before);
  return given === '' ? undefined : { class: 'norm', indicators: [given + ratio] };
}

/** 足额提取培训经费: the last verb of what is done stays with its object. */
function verbOf(after: string): string {
  return /(?:提取|计提|配备|配齐|配建|设立|安排)$/.exec(APPLIED.exec(after)?.[0] ?? '')?.[0] ?? '';
}

/** 按教师总数的2%和10%选送市级、县级骨干教师: one name for each value behind the list. */
function shared({ after, group }: Frame, subject: string): Reading | undefined {
  const parts = coordinated(after);
  if (parts.length !== group.length) return subject.length < 2 ? undefined : { class: 'norm', indicators: [subject] };
  const verb = /^(?:选送|送培|选派|推荐|配备|培养|安排|分配|补助|给予)/.exec(after)?.[0] ?? '';
  return { class: 'norm', indicators: splitNames(after.slice(verb.length), group.length).map((name) => verb + name) };
}

/** …的1.5%,将培训经费纳入预算: the next clause names what is measured. */
function nextFund({ view, clause }: Frame): string {
  const next = view.clauses[clauseIndex(view.clauses, clause.start, clause.end) + 1];
  if (!next || next.part !== clause.part) return '';
  const words = view.text.slice(next.start, next.end);
  return nameOf(/^(?:将|把)?([^,]{2,16}?(?:经费|资金|费用|基金|收费|保证金|编制|名额))/.exec(words)?.[1] ?? '');
}

/** Standards of payment: for each person or month, or a list of places with a sum for each. */
function paid(frame: Frame): Reading | undefined {
  const before = frame.before.trim();
  const { after, group } = frame;
  const purpose = /^(?:的标准)?[^,;。]{0,8}?(?:补助|补贴|津贴|经费)/.exec(after)?.[0].replace(/^的标准/, '') ?? '';
  if (group.length > 1 && purpose !== '' && /分别/.test(before)) {
    const [whom = '', receiver = ''] = before.split(/每[年月]?(?:每[人生户])?(?:分别)?|分别/).filter(Boolean);
    const names = splitNames(nameOf(whom.replace(/^按照?/, '')), group.length);
    const to = /(?:给予|发放|补助)(.{0,8})$/.exec(receiver)?.[1] ?? '';
    if (names.length === group.length) return { class: 'norm', indicators: names.map((name) => name + to + purpose) };
  }
  const match = PAID.exec(before);
  if (match && GRANT.test(before + purpose))
    return { class: 'norm', indicators: [`${nameOf((match[1] ?? '').replace(/^对|按照?$/g, ''))}${purpose}`] };
  // 按每人每月500元的标准给予就业补贴: what is paid stands behind the sum.
  const granted = purpose.replace(/^(?:给予|发放|予以)/, '');
  if (/按照?每(?:人|生|户|亩)(?:每(?:月|年|天|学期))?(?:不低于)?$/.test(before) && granted.length >= 2)
    return { class: 'norm', indicators: [granted] };
  if (!/\//.test(group[0].unit)) return undefined;
  const named = /^的([^,;。]{0,28}(?:标准|经费|补助|补贴|津贴))/.exec(after)?.[1];
  if (!named) return undefined;
  return { class: 'norm', indicators: [/^(?:标准|补助标准)$/.test(named) ? nameOf(leadOf(frame)) : named] };
}
