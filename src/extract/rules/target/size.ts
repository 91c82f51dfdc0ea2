import { leadOf } from '../../frames.js';
import { nameOf, outputVerbAt } from '../../phrase.js';
import { defineRule, type Reading, type Surroundings } from '../../rule.js';
import { ownBefore, slotsOf } from '../../slots.js';

/** What projects are measured by. */
const SIZE_NOUN =
  /(?:(?:总|估算|计划|概算|静态)?投资额?|投入资金|资金|匹配|用地|占地|用地面积|占地面积|建筑面积|总面积|面积|建设规模|办学规模|规模|床位|总长|全长|里程|装机容量?|产能|库容|新增学位|园舍|校舍|教学班|班数|年产|供水能力|处理能力|藏书量|座席|阅览座席|建筑高度|绿地|营业面积|种植面积|库容量|保护面积|储气能力|年产能|估算投资|建筑总面积|占地总面积|用地规模)$/;

/** The project behind its money, up to its time or what becomes of it. */
const INVESTED = /^的([^,、;。\d]{3,24}?(?:项目|工程|园|基地|中心|厂|线|站|港|库|院|校|桥|路))/;

/** 某幼儿园,投资2084万元,用地6118平方米,建设规模12个教学班360人: the sizes of one project. */
export const size = defineRule({
  id: 'size',
  finds: 'sizes of a project: money, land, floor space, classes, places',
  read: (frame, around) => {
    const { group, before, after } = frame;
    const [quantity] = group;
    if (quantity.kind === 'rate' || quantity.kind === 'points' || quantity.kind === 'time' || quantity.unit === '')
      return undefined;
    const { object, verb } = slotsOf(frame);
    const name = nameOf(before);
    // 总投资68亿元的储能电池项目2025年投产: the money stands before the project.
    const money = /(?:总|计划)?投资额?$/.exec(name)?.[0];
    const project = money && INVESTED.exec(after)?.[1];
    if (project) return { class: 'output', indicators: [project + money], topic: project };
    // 投资480万元修缮古建筑6栋: what it is spent on stands behind the money.
    if (money === name && group.length === 1 && outputVerbAt(object) === 0)
      return { class: 'output', indicators: [object + money], topic: object };
    if (verb.kind === 'reach' && !isCounter(object)) return undefined;
    // 每个示范片面积不少于500亩: so much for each, which is no size of one project.
    if (/每/.test(leadOf(frame)) && quantity.prefix !== '') return undefined;
    const label = SIZE_NOUN.exec(name)?.[0];
    // 市场规模力争突破20亿元: a bound on the whole is a level.
    if (label && quantity.prefix !== '' && !around.project && !MODIFIER.test(name.slice(0, -label.length)))
      return undefined;
    if (label) return sized(name, label, object, around, verb.kind === 'reach');
    // 3000人规模的中等职业学校: the size stands before the thing.
    const scaled = /^规模的?([^,、;。]{2,20})/.exec(after)?.[1];
    if (scaled) return { class: 'output', indicators: [`${scaled}规模`], topic: scaled };
    // 12个教学班360人: the second number measures the same thing as the first.
    const goesOn = frame.previous !== undefined && ownBefore(frame) === '' && around.last?.label !== undefined;
    return goesOn && around.last ? further(around.last, object) : undefined;
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
    {
      text: '新建九年一贯制学校一所,建设规模42个班1950人(小学30个班1350人),2023年投入使用。',
      gives: [
        '新建九年一贯制学校 eq 1所',
        '九年一贯制学校班数 eq 42个',
        '九年一贯制学校建设规模 eq 1950人',
        '九年一贯制学校小学班数 eq 30个',
        '九年一贯制学校小学建设规模 eq 1350人',
      ],
    },
    { text: '投资480万元修缮古建筑6栋。', gives: ['修缮古建筑投资 eq 480万元', '修缮古建筑 eq 6栋'] },
    { text: '单个项目投资超过5亿元的予以奖励。', gives: [] },
  ],
});

/** 班, 床位: what counts a size, so that the number of them is one. */
function isCounter(object: string): boolean {
  return /^(?:教学班|班级|班|床位|床|学位|座席|车位|机位|泊位|标段|机组)$/.test(object);
}

/** Sizes of a whole place. */
const STOCK = /(?:播种|种植|绿化|水域|耕地|林地|湿地|保护|养殖|灌溉|绿地)面积$/;

/** Words before a label that say no owner. */
const MODIFIER = /^(?:需求|规划|计划|设计|预计|估算|概算|总|净|拟|需|占|建成|年|首期|一期|完成|累计|引进)*$/;

const numbered = (object: string): string => (object.length === 1 ? `${object}数` : object);

/** 建设规模42个班: the size is told by what is counted; the label stands for the values behind it. */
function sized(name: string, label: string, object: string, around: Surroundings, reached: boolean): Reading {
  const made = around.last?.class === 'output' ? (around.last.topic ?? '') : '';
  const whole = !MODIFIER.test(name.slice(0, -label.length));
  const owner = whole ? name.slice(0, -label.length) : around.project || (label.startsWith('新增') ? '' : made);
  const own = whole || owner === '' ? name : owner + name;
  const indicator = isCounter(object) ? owner + numbered(object) : own;
  // 粮食播种面积: a size of no project is a state.
  const isState = reached || (!around.project && outputVerbAt(name) < 0 && STOCK.test(name));
  return { class: isState ? 'outcome' : 'output', indicators: [indicator], topic: owner, label: own };
}

/** A value that goes on with the sizes of what the reading before measured. */
function further({ class: kind, topic = '', label = '' }: Reading, object: string): Reading {
  return { class: kind, indicators: [isCounter(object) ? topic + numbered(object) : label], topic, label };
}
