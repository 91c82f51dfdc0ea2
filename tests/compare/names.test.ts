import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differences, differTellingly, mayBeOne, nameSimilarity, nearPairs } from '../../src/compare/names.js';

describe('names that are never taken for one, however alike they are', () => {
  it.each([
    ['建成一级养老服务中心机构', '建成二级养老服务中心机构'],
    ['城镇居民大病保险参保人员', '农村居民大病保险参保人员'],
    ['规模以上工业企业研发活动覆盖率', '规模以下工业企业研发活动覆盖率'],
    ['小学生均校舍建筑面积达标率', '初中生均校舍建筑面积达标率'],
    ['男性青少年体质健康合格率', '女性青少年体质健康合格率'],
    ['新增城市公共停车泊位数量', '累计城市公共停车泊位数量'],
    ['新增城市公共停车泊位数量', '城市公共停车泊位数量'],
    ['五G基站行政村覆盖比例', '四G基站行政村覆盖比例'],
    ['5G基站行政村覆盖比例', '4G基站行政村覆盖比例'],
    ['达标县级公立医院数量', '未达标县级公立医院数量'],
    ['低收入家庭子女就学资助比例', '收入家庭子女就学资助比例'],
    ['非公办幼儿园教师持证上岗率', '公办幼儿园教师持证上岗率'],
    ['人均公共文化设施建筑面积', '公共文化设施建筑面积'],
    ['城市生活污水集中处理设施覆盖率', '城市生活垃圾集中处理设施覆盖率'],
    ['减少煤炭消费总量控制量', '增加煤炭消费总量控制量'],
    ['省级以上重点实验室建设数量', '市级以上重点实验室建设数量'],
    ['3岁以下婴幼儿托位配备数量', '6岁以下婴幼儿托位配备数量'],
  ])('%s, %s', (a, b) => {
    expect([mayBeOne(a, b), mayBeOne(b, a)]).toEqual([false, false]);
  });
});

describe('names that may be', () => {
  it.each([
    ['乡村文化礼堂建设', '乡村文化礼堂'],
    ['慢行交通精品区域', '慢行交通精品区'],
    ['社区居家养老服务设施的覆盖率', '社区居家养老服务设施覆盖率'],
    ['公交车辆更新比例达标', '公交车更新比例达标'],
    ['综合文化站和图书馆', '综合文化站与图书馆'],
  ])('%s, %s', (a, b) => {
    expect([mayBeOne(a, b), mayBeOne(b, a)]).toEqual([true, true]);
  });
});

describe('likeness', () => {
  it('is the share of characters that stay', () => {
    expect(nameSimilarity('新建中小学校', '新建中小学')).toBe(0.83);
    expect(nameSimilarity('新建中小学校', '新建中小学校')).toBe(1);
    expect(nameSimilarity('停车泊位', '林地')).toBe(0);
  });

  const name = fc.string({ unit: fc.constantFrom(...'新建中小学校农村覆盖率的1级'), maxLength: 12 });

  it('does not depend on which name comes first', () => {
    fc.assert(
      fc.property(name, name, (a, b) => {
        expect(nameSimilarity(a, b)).toBe(nameSimilarity(b, a));
        expect(mayBeOne(a, b)).toBe(mayBeOne(b, a));
        expect(differTellingly(a, b)).toBe(differTellingly(b, a));
      }),
    );
  });

  it('differences put together with what is common give both names', () => {
    fc.assert(
      fc.property(name, name, (a, b) => {
        const found = differences(a, b);
        const [left, right] = [found.map((one) => one.left).join(''), found.map((one) => one.right).join('')];
        expect(a.length - left.length).toBe(b.length - right.length);
        if (a === b) expect(found).toEqual([]);
        else expect(left + right).not.toBe('');
      }),
    );
  });

  it('pairs that have something in common are found once', () => {
    const pairs = [...nearPairs(['森林覆盖率', '林木覆盖率', '停车泊位', '覆盖率'])];
    expect(pairs).toEqual([
      [0, 1],
      [0, 3],
      [1, 3],
    ]);
  });
});
