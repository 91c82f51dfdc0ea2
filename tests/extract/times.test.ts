import { describe, expect, it } from 'vitest';
import { planPeriod } from '../../src/core/years.js';
import { fold } from '../../src/extract/fold.js';
import { findTimes, type TimeToken } from '../../src/extract/tokens/times.js';

/** Written in 2022: the year that 今年 and months without a year mean. */
const times = (line: string, year: number | null = 2022): TimeToken[] => findTimes(fold(line), { year });
/** `start/end`, with `~` for an open side, and how it recurs. */
const dates = ({ from, to, recurring, relative }: TimeToken): string =>
  relative ? 'relative' : [`${from ?? '~'}/${to ?? '~'}`, ...(recurring ? [recurring] : [])].join(' ');

describe('expressions of time', () => {
  it.each<[string, ...string[]]>([
    // A limit has no start; a time at which something happens has both.
    ['到2025年，建成水厂两座', '~/2025-12-31'],
    ['确保到2025年年底前全面通水', '~/2025-12-31'],
    ['到2025年底前，全面建成', '~/2025-12-31'],
    ['2023年年底前，配齐水质监测员', '~/2023-12-31'],
    ['2023年底，基本建成', '~/2023-12-31'],
    ['到2035年末，全面实现', '~/2035-12-31'],
    ['在2023年年底前基本通水、2025年年底前全面通水', '~/2023-12-31', '~/2025-12-31'],
    ['2030年前实现碳达峰', '~/2029-12-31'],
    ['力争2024年达到国家标准', '2024-01-01/2024-12-31'],
    ['力争在2024年完善制度', '2024-01-01/2024-12-31'],
    ['争取2024年创建示范县', '2024-01-01/2024-12-31'],
    ['确保于2025年通过验收', '2025-01-01/2025-12-31'],
    ['2027年投入使用', '2027-01-01/2027-12-31'],
    ['2025年，申报国家验收', '2025-01-01/2025-12-31'],
    ['2035年，建成现代化水网', '2035-01-01/2035-12-31'],
    ['到二〇三五年建成', '~/2035-12-31'],
    ['2022年为“推进年”', '2022-01-01/2022-12-31'],
    // Lists: the first word holds for all.
    ['到2023年、2025年、2027年，分别达到', '~/2023-12-31', '~/2025-12-31', '~/2027-12-31'],
    ['到2025年、2027年2030年', '~/2025-12-31', '~/2027-12-31', '~/2030-12-31'],
    // Months and days.
    ['2023年6月底前实现全覆盖', '~/2023-06-30'],
    ['2023年2月底前完成', '~/2023-02-28'],
    ['2024年2月底前完成', '~/2024-02-29'],
    ['2023年9月前投入使用', '~/2023-08-31'],
    ['2023年1月前完成', '~/2022-12-31'],
    ['2023年9月投入使用', '2023-09-01/2023-09-30'],
    ['2026年12月', '2026-12-01/2026-12-31'],
    ['到2023年6月，全面完成', '~/2023-06-30'],
    ['2023年3月上旬启动', '2023-03-01/2023-03-10'],
    ['2023年3月中旬启动', '2023-03-11/2023-03-20'],
    ['2024年2月下旬启动', '2024-02-21/2024-02-29'],
    ['于2023年1月15日前报送', '~/2023-01-15'],
    ['2022年启动新建，2023年9月投入使用', '2022-01-01/2022-12-31', '2023-09-01/2023-09-30'],
    // Parts of a year.
    ['2024年上半年完成', '2024-01-01/2024-06-30'],
    ['2024年下半年完成', '2024-07-01/2024-12-31'],
    ['2024年第二季度完成', '2024-04-01/2024-06-30'],
    ['2024年一季度前完成', '~/2024-03-31'],
    ['2023年春季开工', '2023-03-01/2023-05-31'],
    ['2023年暑期开工', '2023-07-01/2023-08-31'],
    ['确保2023年秋季投入使用', '2023-09-01/2023-11-30'],
    // Spans and phases.
    ['2022年至2023年建成4座', '2022-01-01/2023-12-31'],
    ['将2022—2025年作为实施阶段', '2022-01-01/2025-12-31'],
    ['建设时限为2022年至2024年', '2022-01-01/2024-12-31'],
    ['2023年5月—10月集中整治', '2023-05-01/2023-10-31'],
    ['“十四五”期间，新建水厂3座', '2021-01-01/2025-12-31'],
    ['“十五五”时期', '2026-01-01/2030-12-31'],
    ['到“十四五”末，全面通水', '~/2025-12-31'],
    ['“十四五”期间每年培训200人次', '2021-01-01/2025-12-31'],
    // Starts.
    ['从2022年秋季学期开始', '2022-09-01/~'],
    ['从2023年高一年级学生开始实施', '2023-01-01/~'],
    ['自2023年起施行', '2023-01-01/~'],
    ['自2023年11月1日起施行', '2023-11-01/~'],
    // Without a year of their own.
    ['6月底前基本完成；12月底前全部完成', '~/2022-06-30', '~/2022-12-31'],
    ['2023年启动，9月底前完成', '2023-01-01/2023-12-31', '~/2023-09-30'],
    ['今年底前完成', '~/2022-12-31'],
    ['明年6月底前完成', '~/2023-06-30'],
    ['年内完成', '2022-01-01/2022-12-31'],
    // What recurs.
    ['每年9月底前更新台账', '~/--09-30 yearly'],
    ['每年年底前报送', '~/--12-31 yearly'],
    ['每年3月31日前报送', '~/--03-31 yearly'],
    ['每年1月底公布', '~/--01-31 yearly'],
    ['每年7月下旬集中整治', '--07-21/--07-31 yearly'],
    ['每年年初下达', '~/~ yearly'],
    ['每月28日前报送', '~/~ monthly'],
    ['每季度最后一个月的30日前将进展情况报县水务局', '~/~ quarterly'],
    ['每季度报送一次工作进展', '~/~ quarterly'],
    // Counted from a day that the words do not name.
    ['通过3-5年的时间', 'relative'],
    ['在3—5年内实现', 'relative'],
    ['争取3年内全部复绿', 'relative'],
    ['今后五年', 'relative'],
    ['第一年实现试点；第二、三年完善', 'relative', 'relative'],
  ])('%s', (line, ...expected) => {
    expect(times(line).map(dates)).toEqual(expected);
  });

  it.each([
    ['a rate', '每年培训200人次'],
    ['how often', '每月不得少于1次'],
    ['per term', '每学期不少于40课时'],
    ['a cycle', '5年一周期的全员轮训'],
    ['no date at all', '大班额逐年下降，责令限期改正'],
    ['ahead of time', '提前2年完成'],
    ['the name of a plan', '二〇三五年远景目标纲要'],
    ['a title', '根据《云岭县2025年水利规划》'],
    ['a document number', '云政发〔2021〕12号'],
    ['a decimal', '达到20.25年'],
    ['a month out of range', '13月底前'],
    ['a span that goes backwards', '2025—2021年'],
  ])('none: %s', (_, line) => {
    expect(times(line)).toEqual([]);
  });

  it.each([
    ['截至2020年10月末'],
    ['截至2021年底，普及率达到88%'],
    ['2016年以来'],
    ['“十三五”以来'],
    ['能耗比2020年下降17%'],
    ['较2020年末增加3所'],
    ['清洁能源占比较2020年提高5个百分点'],
    ['与2020年相比翻一番'],
    ['与2020年同期相比提高2个百分点'],
    ['以2020年为基期'],
    ['在2020年基础上再增加5%'],
    ['稳定在2020年水平'],
  ])('says how things stand, or what is compared with: %s', (line) => {
    expect(times(line).map((time) => time.status)).toEqual([true]);
  });

  it.each([
    ['到2025年，占比提高到35%'],
    ['力争2025年可比能耗下降3%'],
    ['2025年水平衡测试全部完成'],
    ['2025年基础设施完善'],
    ['护理型床位占比到2025年达到60%'],
  ])('says when something is due: %s', (line) => {
    expect(times(line).map((time) => time.status)).toEqual([false]);
  });

  it('is the slice of its line', () => {
    const line = fold('确保到2023年６月底前、“十四五”期间、每年９月底前完成');
    const found = times(line);
    expect(found.length).toBe(3);
    for (const time of found) expect(line.slice(time.start, time.end)).toBe(time.text);
  });

  it('binds a calendar year', () => {
    const years = times('到2023年、2021—2025年、“十五五”时期、每年9月底前').map((time) => time.year);
    expect(years).toEqual([2023, 2025, 2030, null]);
  });

  it('without a year of writing, months of no year are relative', () => {
    expect(times('6月底前完成', null).map(dates)).toEqual(['relative']);
  });
});

// Every date that comes out has to be a day of the calendar.
describe('days that do not exist', () => {
  it.each([['2023年2月30日前报送'], ['2023年6月31日前报送'], ['每年2月30日前报送'], ['2023年6月45日前']])(
    '%s',
    (line) => {
      for (const { to } of times(line)) {
        if (to === null) continue;
        const iso = to.replace(/^--/, '2000-');
        expect(new Date(`${iso}T00:00:00Z`).toISOString().slice(0, 10)).toBe(iso);
      }
    },
  );
});

describe('harder forms', () => {
  it.each<[string, ...string[]]>([
    ['2022年1—6月完成前期工作', '2022-01-01/2022-06-30'],
    ['每年2月和8月开展检查', '--02-01/--02-28 yearly', '--08-01/--08-31 yearly'],
    ['每个季度第1个月的20日前', '~/~ quarterly'],
    ['编号12025年的档案'],
  ])('%s', (line, ...expected) => {
    expect(times(line).map(dates)).toEqual(expected);
  });
});

describe('planPeriod', () => {
  it.each<[string, number, number]>([
    ['十二五', 2011, 2015],
    ['“十三五”', 2016, 2020],
    ['“十四五”期间', 2021, 2025],
    ['云岭县“十五五”规划', 2026, 2030],
  ])('%s is %d to %d', (text, from, to) => {
    expect(planPeriod(text)).toEqual({ from, to });
  });

  it.each(['', '五年', '十五', '四五', '十八五'])('%j is none', (text) => {
    expect(planPeriod(text)).toBeUndefined();
  });
});
