import { describe, expect, it } from 'vitest';
import { readUnit, unitsOf } from '../../src/extract/units.js';
import { KINDS, PLACES, WORDS_BEFORE } from './unit-kinds-cases.js';

describe.each(Object.entries(KINDS))('%s', (_, cases) => {
  it.each(cases)('%s: %s', (name, expected) => {
    const read = readUnit(name);
    expect([read?.kind, read?.unitId ?? '-', read?.level ?? '-', read?.place ?? '-'].join(' ')).toBe(expected);
  });
});

describe('what is no part of a name', () => {
  it.each(WORDS_BEFORE)('%s is none', (name) => {
    expect(readUnit(name)).toBeUndefined();
  });

  it.each(PLACES)('%s has the place %s', (name, place) => {
    expect(readUnit(name)?.place).toBe(place);
  });
});

describe('remarks', () => {
  it.each([
    ['县水务局(牵头)', '牵头', 'lead'],
    ['县水务局（牵头单位）', '牵头单位', 'lead'],
    ['县水务局[主办]', '主办', 'lead'],
    ['县水务局(配合)', '配合', 'partner'],
    ['县水务局(协办单位)', '协办单位', 'partner'],
    ['县水务局(按职责分工负责)', '按职责分工负责', null],
    ['县水务局(联系人:李平,6231111)', '联系人:李平,6231111', null],
    ['县水务局（牵头人：李平）', '牵头人:李平', null],
    ['县水务局*', '*', null],
    ['▲县水务局', '▲', null],
    ['县水务局', null, null],
  ])('%s', (name, remark, role) => {
    const read = readUnit(name);
    expect([read?.text, read?.remark, read?.remarkRole]).toEqual(['县水务局', remark, role]);
  });

  it('leaves another name in a bracket', () => {
    expect(readUnit('县教育局(县委教育工委)')).toMatchObject({ bracket: '县委教育工委', remark: null });
  });
});

const full = (names: string, region: Parameters<typeof unitsOf>[1]) =>
  unitsOf(
    names.split(' ').map((name) => ({ name, role: 'lead' })),
    region,
  ).map(({ fullName, level }) => `${fullName} ${level ?? '-'}`);

describe('a province and its 局', () => {
  const province = { name: '清川省', level: 'provincial' } as const;
  it.each([
    ['省住房城乡建设厅 民政局', '省住房城乡建设厅 provincial,民政局 -'],
    ['省教育厅 财政局 教体局', '省教育厅 provincial,财政局 -,教体局 -'],
    ['省教育厅 体育局 药监局', '省教育厅 provincial,省体育局 provincial,省药监局 provincial'],
    ['省教育厅 财政厅', '省教育厅 provincial,省财政厅 provincial'],
    ['市教育局 民政局', '市教育局 prefectural,市民政局 prefectural'],
  ])('%s', (names, expected) => {
    expect(full(names, province).join()).toBe(expected);
  });
});

it('a branch in the town of a document is of its level, another is not', () => {
  const county = { name: '青岚县', level: 'county' } as const;
  expect(full('人民银行青岚支行 青岚海关 云溪海关 经开区管委会', county)).toEqual([
    '人民银行青岚支行 county',
    '青岚海关 county',
    '云溪海关 -',
    '经开区管委会 county',
  ]);
  expect(full('经开区管委会 青岚经济开发区', { name: '青岚市', level: 'prefectural' })).toEqual([
    '经开区管委会 -',
    '青岚经济开发区 -',
  ]);
});
