import { describe, expect, it } from 'vitest';
import { duplicates } from '../../src/clean/duplicates.js';
import { after, changes } from './run.js';

const LINES = [
  '云岭县农村供水三年行动方案',
  '一、总体要求',
  '坚持以人民为中心的发展思想，加快补齐农村供水短板，提升供水保障水平，让群众喝上放心水。',
  '二、主要任务',
  '到2025年，全县农村自来水普及率达到95%以上，规模化供水工程覆盖农村人口比例达到70%以上，水质明显改善。',
  '新建改造供水管网320公里，更新计量设施12000套，完善水质监测网络，健全工程运行管护长效机制，落实管护经费。',
  '推进城乡供水一体化，支持有条件的乡镇延伸城市管网，对偏远山村建设小型集中供水工程，做到应通尽通、应改尽改。',
  '三、保障措施',
  '各乡镇人民政府要加强组织领导，压实工作责任，强化督导检查，确保各项任务按期完成，并及时报告工作进展情况。',
  '县水务局要会同有关部门建立工作台账，实行清单化管理，定期通报工作进展，对工作滞后的乡镇进行约谈提醒。',
  '县财政局要统筹整合各类资金，优先保障农村供水工程建设，加强资金监管，提高资金使用效益，防止挤占挪用资金。',
  '本方案自印发之日起施行，由县水务局负责解释，执行中遇有重大问题应当及时向县人民政府请示报告，妥善处理。',
];
const COPY = `${LINES.join('\n')}\n`;

describe('a second copy goes', () => {
  it.each<[string, string, string]>([
    ['right behind the first', COPY + COPY, COPY],
    ['without its last line end', COPY + COPY.trimEnd(), COPY],
    ['behind lines of the page', `${COPY}相关阅读\n${COPY}`, `${COPY}相关阅读\n`],
    ['before lines of the page', `${COPY}${COPY}版权所有\n`, `${COPY}版权所有\n`],
    ['with a line more', COPY + COPY.replace('二、主要任务\n', '二、主要任务\n附表\n'), COPY],
    ['with a line less', COPY + COPY.replace('三、保障措施\n', ''), COPY],
    ['without its blanks and marks', COPY + COPY.replaceAll('，', ', '), COPY],
    ['with pinyin', COPY + COPY.replaceAll('水', '水(shuǐ)'), COPY],
    ['with a damaged line', COPY + COPY.replace('加强组织', '加?强组織'), COPY],
  ])('%s', (_, text, expected) => {
    expect(after(duplicates, text)).toBe(expected);
  });

  it.each<[string, string, string]>([
    ['a lost character', '加强组织领导', '加强组?领导'],
    ['garbled words', '健全工程运行管护', '健全工程?；行管护'],
    ['several places of one line', '定期通报工作进展，对工作滞后', '定期?报工作进展，对工作?后'],
  ])('and gives back what the first one lost: %s', (_, whole, broken) => {
    expect(after(duplicates, COPY.replace(whole, broken) + COPY)).toBe(COPY);
  });

  it('never takes over damage of the second copy', () => {
    expect(after(duplicates, COPY + COPY.replace('县水务局要', '县水?局要'))).toBe(COPY);
  });

  it('says what it took and what it restored', () => {
    const found = changes(duplicates, COPY.replace('加强组织', '加强组?') + COPY);
    expect(found).toEqual(['from-duplicate:?', ...LINES.map((line) => `duplicate:${line}`)]);
  });
});

describe('what is no second copy stays', () => {
  it.each<[string, string]>([
    ['one copy', COPY],
    ['an empty text', ''],
    ['sentences that the annex takes up again', `${COPY}附件1\n${LINES[4]}\n${LINES[5]}\n`],
    ['short lines over and over', '牵头单位：县水务局\n'.repeat(40)],
    [
      'a table of like rows',
      Array.from({ length: 40 }, (_, i) => `${i + 1}\n县水务局、县财政局、县民政局、县自然资源局`).join('\n'),
    ],
    ['a short notice twice', `${LINES.slice(0, 4).join('\n')}\n`.repeat(2)],
    [
      'another document of the same kind',
      `${COPY}${LINES.map((line) => line.replace(/县/g, '乡').replace(/供水/g, '供电')).join('\n')}\n`,
    ],
  ])('%s', (_, text) => {
    expect(after(duplicates, text)).toBe(text);
  });
});

describe('harder copies', () => {
  it('takes a damaged first line of the second copy too', () => {
    expect(after(duplicates, COPY + COPY.replace('云岭县农村', '云岭?农村'))).toBe(COPY);
  });

  it('takes a damaged last line of the second copy too', () => {
    expect(after(duplicates, COPY + COPY.replace('妥善处理', '妥?处理'))).toBe(COPY);
  });

  it('takes any number of copies, wherever a line stands between them', () => {
    expect(after(duplicates, COPY.repeat(4))).toBe(COPY);
    expect(after(duplicates, `${COPY}-----\n${COPY}${COPY}`)).toBe(`${COPY}-----\n`);
  });

  it('takes a third copy too', () => {
    expect(after(duplicates, COPY + COPY + COPY)).toBe(COPY);
  });
});
