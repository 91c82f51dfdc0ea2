import { beforeAll, describe, expect, it } from 'vitest';
import { loadConverter } from '../../src/clean/converter.js';
import { mayBeTraditional } from '../../src/clean/script-judge.js';
import { simplify } from '../../src/clean/simplify.js';
import type { Stage } from '../../src/core/draft.js';
import { after, changes } from './run.js';

let stage: Stage;
beforeAll(async () => {
  stage = simplify(await loadConverter());
});

describe('traditional lines become simplified', () => {
  it.each([
    ['雲嶺縣農村供水三年行動方案', '云岭县农村供水三年行动方案'],
    ['一、指導思想：堅持以人民為中心', '一、指导思想：坚持以人民为中心'],
    ['縣發展改革局、縣財政局、縣自然資源和規劃局', '县发展改革局、县财政局、县自然资源和规划局'],
    ['學前三年毛入園率達到95%以上', '学前三年毛入园率达到95%以上'],
    ['每5所幼兒園配備1名責任督學', '每5所幼儿园配备1名责任督学'],
    // One traditional form, several simplified ones, and the other way round.
    ['發展頭髮', '发展头发'],
    ['公里與裡面', '公里与里面'],
    ['之後與皇后', '之后与皇后'],
    ['乾淨乾旱與幹部', '干净干旱与干部'],
    ['覆蓋與恢復', '覆盖与恢复'],
    // 著 is 着 but for 显著, 著名 and their like.
    ['著力補齊短板，沿著公路', '着力补齐短板，沿着公路'],
    ['顯著提升著名品牌，編著原著', '显著提升著名品牌，编著原著'],
    // 乾 is 干 but in names.
    ['乾縣、乾安縣與乾隆年間', '乾县、乾安县与乾隆年间'],
    // Words stay: no 建立 → 创建, 指標 → 指针.
    ['建立指標體系，智慧核心，新增項目', '建立指标体系，智慧核心，新增项目'],
    ['執行計畫', '执行计划'],
  ])('%s → %s', (text, expected) => {
    expect(after(stage, text)).toBe(expected);
  });

  it('keeps quotes, brackets and their width', () => {
    expect(after(stage, '“雙減”工作〔牽頭單位：縣教育局（督導室）〕')).toBe(
      '“双减”工作〔牵头单位：县教育局（督导室）〕',
    );
  });

  it('never changes the number of characters', () => {
    const text = '縣發展改革局要會同各鄉鎮，著力補齊短板，顯著提升供水保障水平。';
    expect(after(stage, text).length).toBe(text.length);
  });
});

describe('simplified text is untouched', () => {
  it.each([
    ['乾县、乾安县、乾潭镇'],
    ['显著提升，著名品牌，编著，名著'],
    ['于后里，王后，公里，后勤'],
    ['发展、复核、面积、制度、台账、干部、范围、松树、尽快'],
    ['一出戏，几个月，只有，了解'],
    ['瞭望塔、藉此、余地'],
    // Characters outside GB 2312 that are no traditional ones.
    ['朱镕某、陈喆、李堃'],
  ])('%s', (text) => {
    expect(after(stage, text)).toBe(text);
    expect(changes(stage, text)).toEqual([]);
  });

  it('in a text that has traditional lines too', () => {
    const text = '乾县教育局\n雲嶺縣教育局\n显著提升';
    expect(after(stage, text)).toBe('乾县教育局\n云岭县教育局\n显著提升');
    expect(changes(stage, text)).toEqual(['script:雲嶺縣教育局']);
  });

  it('also in a line that carries a traditional character', () => {
    expect(after(stage, '乾县旁的縣城，显著提升')).toBe('乾县旁的县城，显著提升');
  });
});

describe('mayBeTraditional', () => {
  it.each<[string, boolean]>([
    ['', false],
    ['plain ASCII', false],
    ['云岭县农村供水', false],
    ['显著、乾县、于后里', false],
    ['雲嶺縣', true],
    ['云岭县\n縣', true],
  ])('%j: %s', (text, expected) => {
    expect(mayBeTraditional(text)).toBe(expected);
  });
});

// Bug: 著 is also 著 where it means to write.
it.each([['著有《水經》', '著有《水经》']])('%s → %s', (text, expected) => {
  expect(after(stage, text)).toBe(expected);
});
