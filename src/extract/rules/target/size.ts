import { nameOf } from '../../phrase.js';
import { defineRule } from '../../rule.js';

/** What projects are measured by. */
const SIZE_NOUN =
  /(?:总?投资额?|投入资金|资金|匹配|用地|占地|用地面积|占地面积|建筑面积|总面积|面积|建设规模|办学规模|规模|床位|总长|全长|里程|装机容量?|产能|库容|新增学位|园舍|校舍|教学班|年产|供水能力|处理能力)$/;

/** The project behind its money, up to its time or what becomes of it. */
const INVESTED = /^的([^,、;。\d]{3,24}?(?:项目|工程|园|基地|中心|厂|线|站|港|库|院|校|桥|路))/;

/** 某幼儿园,投资2084万元,用地6118平方米,建设规模12个教学班360人: the sizes of one project. */
export const size = defineRule({
  id: 'size',
  finds: 'sizes of a project: money, land, floor space, classes, places',
  read: (frame, around) => {
    const quantity = frame.group[0];
    if (quantity.kind === 'rate' || quantity.kind === 'points' || quantity.kind === 'time' || quantity.unit === '')
      return undefined;
    const name = nameOf(frame.before);
    // 总投资68亿元的储能电池项目2025年投产: the money stands before the project.
    const money = /(?:总|计划)?投资额?$/.exec(name)?.[0];
    const project = money && INVESTED.exec(frame.after)?.[1];
    if (project) return { class: 'output', indicators: [project + money], topic: project };
    if (SIZE_NOUN.test(name)) {
      const made = around.last?.class === 'output' ? (around.last.topic ?? '') : '';
      const own = name.length > 6 ? '' : around.project || made;
      return { class: 'output', indicators: [own + name], topic: around.topic || name };
    }
    // 3000人规模的中等职业学校: the size stands before the thing.
    const scaled = /^规模的?([^,、;。]{2,20})/.exec(frame.after)?.[1];
    if (scaled) return { class: 'output', indicators: [`${scaled}规模`], topic: scaled };
    // 12个教学班360人: the second number measures the same thing as the first.
    const next = frame.previous && /^[^、,()]{0,6}$/.test(frame.before) && !frame.bracketed;
    if (next && around.last) {
      return { class: around.last.class, indicators: [around.last.indicators[0] ?? ''], topic: around.topic };
    }
    return undefined;
  },
  examples: [
    {
      text: '县第二医院建设项目,总投资2.4亿元,占地面积60亩。',
      gives: ['县第二医院总投资 eq 2.4亿元', '县第二医院占地面积 eq 60亩'],
    },
    {
      text: '总投资68亿元的储能电池项目2026年6月底前投产。',
      gives: ['储能电池项目总投资 eq 68亿元'],
    },
    {
      text: '东港片区安置房项目:总投资9.2亿元,用地面积56亩。',
      gives: ['东港片区安置房项目总投资 eq 9.2亿元', '东港片区安置房项目用地面积 eq 56亩'],
    },
    { text: '选址新建1所3000人规模的职业学校。', gives: ['新建职业学校 eq 1所', '职业学校规模 eq 3000人'] },
    { text: '单个项目投资超过5亿元的予以奖励。', gives: [] },
  ],
});
