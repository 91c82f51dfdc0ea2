import { nameOf } from '../../phrase.js';
import { defineRule } from '../../rule.js';

const DRAWN = /(?:提取|提留|计提|列支|安排|拨付|分配|预留|返还)(?:的)?$/;
const MEASURED = /(?:按照?|依照|根据)([^,]{2,30}?)(?:总额|总数|总量|比例)?的?$/;

/** 提取30%用于二次分配, 按工资总额的1.55%, 500元/生/年的拨款标准: rates and standards that hold without an end. */
export const standard = defineRule({
  id: 'standard',
  finds: 'a share that is set aside, or a standard of payment',
  anchors: /提取|提留|计提|列支|按|标准|比例/,
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
    if (quantity.kind !== 'money' || !/\//.test(quantity.unit)) return undefined;
    const named = /^的([^,;。]{0,28}(?:标准|经费|补助|补贴|津贴))/.exec(frame.after)?.[1];
    return named
      ? { class: 'norm', indicators: [/^(?:标准|补助标准)$/.test(named) ? nameOf(frame.lead) : named] }
      : undefined;
  },
  examples: [
    { text: '从年度绩效总额中提取30%用于二次分配。', gives: ['从年度绩效总额中提取用于二次分配 eq 30%'] },
    { text: '落实600元/生/年的公办园生均公用经费标准。', gives: ['公办园生均公用经费标准 eq 600元/生/年'] },
    { text: '按照职工工资总额的2.5%足额提取培训经费。', gives: ['职工工资总额足额提取培训经费 eq 2.5%'] },
    { text: '提取公因式。', gives: [] },
  ],
});
