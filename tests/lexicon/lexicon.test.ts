import { describe, expect, it } from 'vitest';
import { BODY_END } from '../../src/lexicon/bodies/endings.js';
import { BEFORE, BEHIND } from '../../src/lexicon/comparators.js';
import { METADATA_LABELS } from '../../src/lexicon/metadata.js';
import { NUMBERING_STYLES } from '../../src/lexicon/numbering.js';
import {
  CLOSING_LINES,
  FOOTER_LINES,
  NAVIGATION_LINES,
  OUTER_LINES,
  OUTER_NAVIGATION,
  WEAK_FOOTERS,
  WIDGET_LINES,
} from '../../src/lexicon/page.js';
import { roleOf } from '../../src/lexicon/sections.js';
import { PLACE_NAME, SPAM_OFFERS } from '../../src/lexicon/spam.js';
import { COLUMN_NAMES, isCaption, NUMBER_CELL, PROPERTY_CELL } from '../../src/lexicon/tables.js';
import { TITLE_END } from '../../src/lexicon/titles.js';
import { UNIT_PATTERN, UNITS, unitKind } from '../../src/lexicon/units.js';

const repeated = (words: readonly string[]): string[] => words.filter((word, i) => words.indexOf(word) !== i);

describe('no word is listed twice', () => {
  it.each<[string, readonly string[]]>([
    ['units', UNITS.map((unit) => unit.name)],
    ['comparators before', BEFORE.map(([word]) => word)],
    ['comparators behind', BEHIND.map(([word]) => word)],
    ['styles of numbering', NUMBERING_STYLES.map((style) => style.id)],
  ])('%s', (_, words) => {
    expect(repeated(words)).toEqual([]);
  });
});

describe('patterns keep no state and stand in no line of their own', () => {
  const all = [
    ...WIDGET_LINES,
    ...NAVIGATION_LINES,
    ...OUTER_LINES,
    ...OUTER_NAVIGATION,
    ...FOOTER_LINES,
    ...WEAK_FOOTERS,
    ...CLOSING_LINES,
    ...COLUMN_NAMES,
    SPAM_OFFERS,
    PLACE_NAME,
    NUMBER_CELL,
    PROPERTY_CELL,
    TITLE_END,
    BODY_END,
  ];
  it.each(all.map((pattern) => [pattern.source.slice(0, 40), pattern] as const))('%s', (_, pattern) => {
    expect(pattern.flags).not.toMatch(/[gy]/);
    expect(pattern.test('')).toBe(false);
  });
});

describe('units', () => {
  it('are tried longest first', () => {
    const first = (text: string): string | undefined => new RegExp(`^(?:${UNIT_PATTERN})`).exec(text)?.[0];
    for (const unit of UNITS) expect(first(unit.name)).toBe(unit.name);
  });

  it.each<[string, string]>([
    ['%', 'rate'],
    ['个百分点', 'points'],
    ['亿元', 'money'],
    ['万人次', 'people'],
    ['所', 'things'],
    ['万亩', 'size'],
    ['万千瓦', 'size'],
    ['课时', 'time'],
    ['倍', 'times'],
    ['某某', 'index'],
    ['', 'index'],
  ])('%s is %s', (unit, kind) => {
    expect(unitKind(unit)).toBe(kind);
  });
});

describe('comparators', () => {
  // A word that opens another has to be tried behind it: 不低于 before 低于.
  it.each([
    ['before', BEFORE],
    ['behind', BEHIND],
  ] as const)('%s: a word that is part of another says something else or the same, never wins over it', (_, words) => {
    const sorted = [...words].sort((a, b) => b[0].length - a[0].length).map(([word]) => word);
    for (const [word] of words) expect(new RegExp(`^(?:${sorted.join('|')})`).exec(`${word}5`)?.[0]).toBe(word);
  });
});

describe('labels of metadata', () => {
  it.each([...METADATA_LABELS.keys()])('%s carries no blank and no colon', (label) => {
    expect(label).not.toMatch(/[\s:：]/);
  });
});

describe('names of bodies', () => {
  it.each([
    '县教育局',
    '省发展改革委',
    '市政府办公室',
    '各乡镇人民政府',
    '团县委',
    '县残联',
    '某某中学',
    '各乡(镇)',
    '建设专班',
  ])('%s ends like one', (name) => {
    expect(BODY_END.test(name)).toBe(true);
  });

  it.each(['加强领导', '2025年', '水质', '落实'])('%s does not', (name) => {
    expect(BODY_END.test(name)).toBe(false);
  });
});

describe('cells and captions', () => {
  it.each([
    '95',
    '95%',
    '≥95',
    '＞98.5',
    '>98.5',
    '[1.2]',
    '（10）',
    '1.63',
    '-5',
    '+5',
    '1—2',
    '—',
    '95以上',
    '12万',
    '1,234',
    '60%左右',
    '300公里',
  ])('%s is a cell of a number', (cell) => {
    expect(NUMBER_CELL.test(cell)).toBe(true);
  });

  it.each(['', '普及率', '2025年前建成水厂两座', '1.加强领导', '预期性', '一'])('%j is none', (cell) => {
    expect(NUMBER_CELL.test(cell)).toBe(false);
  });

  it.each(['表1 主要指标', '附表2：项目表', '重点项目一览表', '主要指标（2021—2025年）', '任务分解表'])(
    '%s is a caption',
    (line) => {
      expect(isCaption(line)).toBe(true);
    },
  );

  it.each(['', '一、总体要求', '完成各项任务。', '表现突出'])('%j is none', (line) => {
    expect(isCaption(line)).toBe(false);
  });
});

describe('the role of a section', () => {
  it.each<[string, string]>([
    ['主要目标', 'goal'],
    ['主要任务', 'task'],
    ['保障措施', 'task'],
    ['发展基础', 'review'],
    ['“十三五”工作总结', 'review'],
    ['面临的形势和挑战', 'review'],
    ['工作总结及下一步安排', 'task'],
    ['上半年目标任务完成情况', 'review'],
    ['重点工作完成情况', 'review'],
    ['总体要求', 'task'],
    ['指导思想', 'stance'],
    ['基本原则', 'stance'],
    ['供水工程', 'task'],
  ])('%s: %s', (title, role) => {
    expect(roleOf(title, 'task')).toBe(role);
  });

  it('is that of the section around it where the heading says nothing', () => {
    expect([roleOf('供水', 'review'), roleOf('供水', 'goal'), roleOf('供水', 'stance')]).toEqual([
      'review',
      'goal',
      'task',
    ]);
  });
});
