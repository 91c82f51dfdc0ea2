import { nameOf } from '../../phrase.js';
import { defineRule } from '../../rule.js';

const DRAWN = /(?:提取|提留|计提|列支|安排|拨付|分配|预留|返还)(?:的)?$/;
const MEASURED = /(?:按照?|依照|根据)([^,]{2,30}?)(?:总额|总数|总量|比例)?的?$/;

/** 高龄津贴每人每月: so much for each, to be paid without an end. */
const PAID =
  /^(.{2,40}?)每(?:人|生|户|名|亩|公里|餐|张床位|学年)(?:每(?:年|月|天|日|学期|学年|次))?(?:分别|按|不低于|不少于|发放|给予|补助|补贴|提高到)*$/;

/** 提取30%用于二次分配, 按工资总额的1.55%, 500元/生/年的拨款标准: rates and standards that hold without an end. */
export const standard = defineRule({
  id: 'standard',
  finds: 'a share that is set aside, or a standard of payment',
  anchors: /提取|提留|计提|列支|按|标准|比例|每/,
  read: (frame) => {
    const quantity = frame.group[0];
    const before = frame.before.trim();
    if (quantity.kind === 'rate') {
      const drawn = DRAWN.test(before);
      const measured = MEASURED.exec(before)?.[1];
      const share = /^的?比例(?:用于|进行|配备|安排|确定)/.test(frame.after);
      if (!drawn && measured === undefined && !share) return undefined;
      const purpose = /^(?:的比例)?(用于?[^,]{2,20}|进行[^,]{2,20}|[^,、和]{2,16})/.exec(frame.after)?.[1] ?? '';
      const name = drawn ? nameOf(before) : nameOf(before.replace(/(?:按照?|可)+$/, ''));
      return { class: 'norm', indicators: [`${name}${purpose}`] };
    }
    if (quantity.unit === '∶') {
      const ratio = /按照?(?:与)?([^,]{0,24})$/.exec(before)?.[1];
      return ratio === undefined
        ? undefined
        : { class: 'norm', indicators: [`${nameOf(frame.lead.replace(/按照?[^,]*$/, ''))}与${ratio}比例`] };
    }
    if (quantity.kind !== 'money') return undefined;
    const paid = PAID.exec(before);
    const purpose =
      /^(?:的标准)?[^,;。]{0,8}?(?:补助|补贴|津贴|经费)/.exec(frame.after)?.[0].replace(/^的标准/, '') ?? '';
    if (paid && /补助|补贴|津贴|标准|经费|养老金|低保/.test(before + purpose)) {
      return { class: 'norm', indicators: [`${nameOf((paid[1] ?? '').replace(/按照?$/, ''))}${purpose}`] };
    }
    if (!/\//.test(quantity.unit)) return undefined;
    const named = /^的([^,;。]{0,28}(?:标准|经费|补助|补贴|津贴))/.exec(frame.after)?.[1];
    return named
      ? { class: 'norm', indicators: [/^(?:标准|补助标准)$/.test(named) ? nameOf(frame.lead) : named] }
      : undefined;
  },
  examples: [
    { text: '从年度绩效总额中提取30%用于二次分配。', gives: ['从年度绩效总额中提取用于二次分配 eq 30%'] },
    { text: '落实600元/生/年的公办园生均公用经费标准。', gives: ['公办园生均公用经费标准 eq 600元/生/年'] },
    { text: '按照职工工资总额的2.5%足额提取培训经费。', gives: ['职工工资总额足额提取培训经费 eq 2.5%'] },
    { text: '高龄津贴每人每月100元。', gives: ['高龄津贴 eq 100元'] },
    { text: '养护补助按每公里每年不低于8000元的标准落实。', gives: ['养护补助 ge 8000元'] },
    { text: '去年企业培训补贴每人300元。', gives: [] },
    { text: '提取公因式。', gives: [] },
  ],
});
