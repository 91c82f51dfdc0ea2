import { describe, expect, it } from 'vitest';
import { unwrap } from '../../src/clean/unwrap.js';
import type { Mark } from '../../src/core/draft.js';
import { after, changes } from './run.js';

describe('broken lines are joined', () => {
  it.each<[string, string]>([
    ['behind a comma', '坚持以人民为中心的发展思想，加快补齐短板，|提升供水保障水平。'],
    ['behind a 、', '县教育局、县财政局、县自然资源和规划局、|县民政局要按职责分工，抓好落实。'],
    [
      'in the middle of a sentence',
      '坚持以人民为中心的发展思想，加快补齐全县农村供水短板提升|供水保障水平，落实各项责任。',
    ],
    ['before a number', '到2025年，全县农村自来水普及率和规模化供水比例达到|95%以上，水质明显改善。'],
    ['in a title', '云岭县人民政府办公室关于印发云岭县|农村供水三年行动方案的通知'],
    ['in an inline list', '一是补短板。二是强弱项。三是建机制。|在此基础上，抓好落实。四是严考核。'],
  ])('%s', (_, broken) => {
    const [line = '', next = ''] = broken.split('|');
    expect(after(unwrap, `${line}\n${next}\n`)).toBe(`${line}${next}\n`);
    expect(changes(unwrap, `${line}\n${next}\n`)).toEqual(['joined-line:']);
  });

  it('over several lines', () => {
    const parts = [
      '坚持以人民为中心的发展思想，加快补齐短板，',
      '提升供水保障水平，健全长效管护机制，',
      '确保群众喝上放心水。',
    ];
    expect(after(unwrap, parts.join('\n'))).toBe(parts.join(''));
  });
});

describe('lines that end where they should stay apart', () => {
  it.each<[string, string]>([
    ['sentences', '坚持以人民为中心的发展思想，加快补齐农村供水短板，提升水平。|县水务局要加强督导，抓好落实。'],
    ['a heading and its text', '一、总体要求|坚持以人民为中心，加快补齐短板。'],
    ['headings', '（一）加强领导，健全机制，明确分工，压实责任，形成合力|（二）强化保障，落实资金，完善政策。'],
    ['a heading behind a comma', '（一）加强领导，健全机制，明确分工，压实责任，|（二）强化保障，落实资金，完善政策。'],
    ['a title and a salutation', '关于印发云岭县农村供水三年行动方案的通知|各乡镇人民政府，县直各部门：'],
    ['two titles', '云岭县人民政府关于加强供水工作的意见|云岭县水务局关于印发行动方案的通知'],
    ['a signature and its date', '云岭县水务局|2022年10月10日'],
    ['a lead and its list', '坚持以下原则，做到全县农村供水工程建设与管理并重，具体是：|坚持建管并重，落实责任。'],
    ['dashes', '坚持以下原则，做到全县农村供水工程建设与管理并重，健全机制|——坚持建管并重，落实责任。'],
    ['items of a list', '一是加强领导，健全机制，压实责任，形成合力，|二是强化保障，落实资金，完善政策。'],
    ['cells', '毛入园率（%）|93.2'],
    ['short lines', '短，|续行，很短。'],
    ['annex entries', '附件：1.任务分工表，|2.时间安排表'],
  ])('%s', (_, pair) => {
    const text = pair.replace('|', '\n');
    expect(after(unwrap, text)).toBe(text);
  });
});

describe('cells of a table', () => {
  const cell = (start: number, end: number, column: number): Mark => ({
    kind: 'cell',
    cell: { table: 0, row: 0, column, rowSpan: 1, columnSpan: 1, head: false },
    start,
    end,
  });

  it('lines of one cell become one', () => {
    expect(after(unwrap, '新建水厂\n两座\n县水务局', [cell(0, 7, 0), cell(8, 12, 1)])).toBe('新建水厂两座\n县水务局');
  });

  it.each<[string, string, string]>([
    ['sentences', '新建水厂。|改造管网。', '新建水厂。改造管网。'],
    ['a word', '自来水|普及率', '自来水普及率'],
    ['two numbers', '88.5|95', '88.5 95'],
    ['a number and its unit', '88.5|万人', '88.5万人'],
    ['items of a list behind a number', '1.水厂2|2.管网3', '1.水厂2 2.管网3'],
    ['a rate and a year', '95%|2025年', '95% 2025年'],
  ])('lines of one cell: %s', (_, lines, joined) => {
    expect(after(unwrap, lines.replace('|', '\n'), [cell(0, lines.length, 0)])).toBe(joined);
  });

  it('two cells never run into each other', () => {
    const left = '坚持以人民为中心的发展思想，加快补齐农村供水短板，';
    const text = `${left}\n提升供水保障水平。`;
    expect(after(unwrap, text, [cell(0, left.length, 0), cell(left.length + 1, text.length, 1)])).toBe(text);
  });
});
