import { describe, expect, it } from 'vitest';
import { isCollective, isUnit, readUnit, unitsOf } from '../../src/extract/units.js';
import { AREAS, BODIES, COLLECTIVES, FUNCTIONAL, NO_BODIES, NOT_NAMED } from './unit-cases.js';

/** `kind id level place`, a dash for what is unknown. */
const told = (name: string): string => {
  const read = readUnit(name);
  return read ? [read.kind, read.unitId ?? '-', read.level ?? '-', read.place ?? '-'].join(' ') : 'none';
};

describe('a printed name of a body', () => {
  it.each(BODIES)('%s: %s', (name, expected) => {
    expect(told(name)).toBe(expected);
    expect([isUnit(name), isCollective(name)]).toEqual([true, false]);
  });

  it.each(COLLECTIVES)('%s is many (%s)', (name, level) => {
    expect([isUnit(name), isCollective(name), readUnit(name)?.level ?? '-']).toEqual([false, true, level]);
  });

  it.each(AREAS)('%s is an area: %s', (name, expected) => {
    expect([told(name), readUnit(name)?.form, isUnit(name)]).toEqual([expected, 'area', false]);
  });

  it.each(FUNCTIONAL)('%s is told by its work: %s', (name, id) => {
    expect([readUnit(name)?.unitId, readUnit(name)?.form, isUnit(name)]).toEqual([id, 'functional', false]);
  });

  it.each(NO_BODIES)('%s is no body', (name) => {
    expect(told(name)).toBe('none');
    expect([isUnit(name), isCollective(name)]).toEqual([false, false]);
  });

  it.each(NOT_NAMED)('%s names no office', (name) => {
    expect(isUnit(name)).toBe(false);
  });
});

describe('brackets and remarks', () => {
  it.each([
    ['县水务局(牵头)', '县水务局', null],
    ['县水务局（按职责分工负责）', '县水务局', null],
    ['县教育局(县委教育工委)', '县教育局(县委教育工委)', '县委教育工委'],
    ['★市水务局(市河长办)', '市水务局(市河长办)', '市河长办'],
    ['各乡镇人民政府（街道办事处）', '各乡镇人民政府（街道办事处）', '街道办事处'],
  ])('%s', (name, text, bracket) => {
    const read = readUnit(name);
    expect([read?.text, read?.bracket]).toEqual([text, bracket]);
  });

  it('one inside a name leaves the office', () => {
    expect(told('市水务(水文)局')).toBe('department water-resources prefectural -');
    expect(told('县教育（体育）局')).toBe('department education county -');
  });
});

describe('spellings of one office have one id', () => {
  it.each([
    ['education-sports', '县教体局 县教育体育局 市教育和体育局 区体教局 州教育体育局'],
    ['development-reform', '县发改局 市发改委 省发展改革委 国家发展和改革委员会 区发展和改革局 发展改革部门'],
    ['human-resources-social-security', '县人社局 市人力资源社会保障局 省人力资源和社会保障厅 人社部 人社部门'],
    ['housing-construction', '县住建局 市住房城乡建设局 省住房和城乡建设厅 住房城乡建设部 区住房和城乡建设委员会'],
    ['health', '县卫健局 市卫生健康委 国家卫生健康委员会 区卫健委 卫生健康部门'],
    ['industry-information', '区工信局 市经信局 省经济和信息化厅 工业和信息化部 市工业和信息化委员会 工信部'],
    ['natural-resources-planning', '县自然资源和规划局 市规划和自然资源局 市自规局 市规划资源局 县自然资源规划局'],
    ['market-regulation', '县市场监管局 县市监局 区市场局 省市场监督管理局 国家市场监督管理总局 市场监管总局'],
    ['culture-radio-television-tourism', '县文广旅局 市文化广电和旅游局 县文化广电旅游局 区文旅广电局'],
    ['taxation', '县税务局 国家税务总局青岚县税务局 国家税务总局 青岚县税务局'],
    ['peoples-bank', '人民银行青岚支行 中国人民银行云溪市分行 人行云溪中心支行 中国人民银行 市人行'],
    ['electricity-supply', '县供电公司 国网青岚县供电公司 国网清川省电力公司青岚县供电公司 市供电局'],
    ['youth-league', '团县委 共青团青岚县委 共青团云溪市委员会 团省委 团中央'],
    ['party-institutional-staffing', '县委编办 市编办 中央编办 省委机构编制委员会办公室'],
    ['work-safety-committee-office', '县安委办 市安全生产委员会办公室 区安委会办公室'],
  ])('%s', (id, names) => {
    expect(names.split(' ').map((name) => [name, readUnit(name)?.unitId])).toEqual(
      names.split(' ').map((name) => [name, id]),
    );
  });

  it('and offices with other work have others', () => {
    const names = '县教育局 县教体局 县教科局 县体育局 县文体局'.split(' ');
    expect(new Set(names.map((name) => readUnit(name)?.unitId)).size).toBe(names.length);
  });
});

const QINGLAN = { name: '青岚县', level: 'county' } as const;
const units = (list: readonly string[], region: Parameters<typeof unitsOf>[1] = QINGLAN) =>
  unitsOf(
    list.map((name) => ({ name, role: 'lead' })),
    region,
  );

describe('what a list says once', () => {
  it.each([
    ['县人社局 财政局 水务局', '县人社局 县财政局 县水务局'],
    ['省科技厅 工业和信息化厅', '省科技厅 省工业和信息化厅'],
    ['市发展改革 财政 水务部门', '市发展改革部门 市财政部门 市水务部门'],
    ['县委宣传部 政法委 教育局', '县委宣传部 县委政法委 县教育局'],
    ['青岚县教育局 财政局 县公安局 司法局', '青岚县教育局 青岚县财政局 县公安局 县司法局'],
    ['县公安局 法院 检察院 妇联 残联 气象局', '县公安局 县法院 县检察院 县妇联 县残联 县气象局'],
    ['省教育厅 市财政局 水利局', '省教育厅 市财政局 市水利局'],
    ['县水务局(牵头) 财政局', '县水务局 县财政局'],
  ])('%s', (list, full) => {
    expect(units(list.split(' ')).map(({ fullName }) => fullName)).toEqual(full.split(' '));
  });

  it.each([
    '国家发展改革委 财政部 税务总局 证监会',
    '省水利厅 生态环境部 国家能源局',
    '县教育局 各乡镇人民政府(街道办事处) 有关部门 工作专班 学校',
    '县财政局 人民银行青岚支行 农商行 国网青岚县供电公司 中国移动 青岚海关',
    '县教育局 教育厅',
    '县教育局 团县委 财务科 领导小组办公室',
    '各乡镇人民政府 财政局',
    '财政局 县水务局',
    '国网青岚县供电公司 财政局',
  ])('does not go to names of their own: %s', (list) => {
    expect(units(list.split(' ')).map(({ fullName }) => fullName)).toEqual(list.split(' '));
  });

  it('gives level, place and id of the full name and keeps the printed one', () => {
    expect(units(['青岚县教育局', '财政局'])[1]).toEqual({
      name: '财政局',
      role: 'lead',
      fullName: '青岚县财政局',
      unitId: 'finance',
      level: 'county',
      place: '青岚县',
      kind: 'department',
    });
  });

  it('gives one record a name, in order, with its role; other where a name is no body', () => {
    const found = unitsOf(
      [
        { name: '县教育局', role: 'lead' },
        { name: '张某某', role: 'partner' },
        { name: '各县(市、区)人民政府', role: 'implied' },
      ],
      QINGLAN,
    );
    expect(found.map(({ name, role, kind }) => [name, role, kind])).toEqual([
      ['县教育局', 'lead', 'department'],
      ['张某某', 'partner', 'other'],
      ['各县(市、区)人民政府', 'implied', 'government'],
    ]);
  });
});

describe('the level of a city', () => {
  it.each([
    ['市教育局', '云溪市', 'prefectural', 'prefectural'],
    ['市教育局', null, null, 'prefectural'],
    ['市教育局', '云溪市', 'county', 'county'],
    ['市教育局', '云溪区', 'county', 'prefectural'],
    ['市教育局', '青岚县', 'county', 'prefectural'],
    ['市教委', '重庆市', 'provincial', 'provincial'],
    ['市教育局', '清川省', 'provincial', 'prefectural'],
    ['上海市教委', null, null, 'provincial'],
    ['云溪市教育局', '云溪市', 'county', 'county'],
    ['北川市教育局', '云溪市', 'county', 'prefectural'],
    ['区教育厅', null, 'provincial', 'provincial'],
    ['区教育局', null, 'provincial', 'county'],
    ['财政局', '云溪市', 'prefectural', 'prefectural'],
    ['财政局', '清川省', 'provincial', null],
    ['发展改革委', null, 'national', 'national'],
    ['工作专班', '青岚县', 'county', null],
  ] as const)('%s in %s (%s): %s', (name, place, level, expected) => {
    expect(units([name], { name: place, level })[0]?.level).toBe(expected);
  });
});

it('time grows with the length of a name, not faster', () => {
  for (const name of [
    '县'.repeat(5000),
    '各(县、'.repeat(2000),
    `${'教育和'.repeat(2000)}局`,
    `市${'场'.repeat(5000)}局`,
  ])
    expect(readUnit(name)).toBeUndefined();
});
