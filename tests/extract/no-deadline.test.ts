import { describe, expect, it } from 'vitest';
import { explain } from '../../src/index.js';
import { NO_DEADLINE } from '../../src/lexicon/reasons.js';

/** Why the times of a line of a plan are no deadlines. */
async function reasons(line: string, chapter = '一、主要任务'): Promise<(string | null)[]> {
  const text = [
    '云岭县水利发展规划（2021—2025年）',
    '为推进全县水利发展，根据有关规定，制定本规划。',
    chapter,
    '各项任务要抓紧抓实。',
    line,
    '各单位要加强组织领导。',
  ].join('\n');
  const found = await explain(new TextEncoder().encode(text), { line: 5 });
  const tokens = 'lines' in found ? found.lines.flatMap((one) => one.tokens) : [];
  return tokens.flatMap((token) => {
    if (token.kind !== 'time') return [];
    // The word and its sentence go together, and only where there is no deadline.
    expect(token.why).toBe(token.reason === null ? null : NO_DEADLINE[token.reason as keyof typeof NO_DEADLINE]);
    return [token.reason];
  });
}

describe('why a time sets no deadline', () => {
  it.each<[string, string]>([
    ['past', '2019年建成水厂3座。'],
    ['state', '截至2020年底，全县有水厂12座。'],
    ['title', '云岭县2023年防汛抗旱工作方案'],
    ['paper', '本通知2023年3月5日印发。'],
    ['in-force', '本办法自2022年1月1日起施行。'],
    ['name', '做好水网建设重点项目（2023年）申报工作。'],
    ['rule', '考核不合格的，当年不得评优。'],
    ['statement', '2023年是全县水网建设的攻坚之年。'],
    ['attribute', '贯彻2023年全县水利工作部署。'],
    ['heading', '（一）2023年工作。全面推进水网建设。'],
  ])('%s: %s', async (reason, line) => {
    expect(await reasons(line)).toEqual([reason]);
  });

  it('review', async () => {
    expect(await reasons('2021年新建水厂3座。', '一、工作总结')).toEqual(['review']);
  });

  it.each(['2023年6月底前，完成县城水厂改造。', '每年9月底前完成水库除险加固。', '“十四五”期间，新建泵站12座。'])(
    'has none where there is one: %s',
    async (line) => {
      expect(await reasons(line)).toEqual([null]);
    },
  );

  it('each time of a line has its own', async () => {
    expect(await reasons('按照2022年全县水利工作要点，2023年底前建成城东水厂。')).toEqual(['attribute', null]);
  });
});
