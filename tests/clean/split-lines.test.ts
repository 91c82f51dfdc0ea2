import { describe, expect, it } from 'vitest';
import { splitLines } from '../../src/clean/split-lines.js';
import { after, changes, cleaned } from './run.js';

const PARAGRAPHS = [
  '云岭县农村供水三年行动方案',
  '为加快补齐全县农村供水短板，健全长效管护机制，结合我县实际，制定本方案。',
  '一、总体要求',
  '坚持先建机制、后建工程，统筹城乡供水，到2025年，全县农村自来水普及率达到95%以上，规模化供水工程覆盖农村人口比例达到68%。',
  '二、重点任务',
  '（一）推进规模化供水工程建设。新建水厂2座，改造老旧管网320公里，同步建设水质在线监测点46处。（牵头单位：县水务局；责任单位：县财政局）',
  '（二）提升水质保障水平。千吨万人以上水厂全部配备水质化验室，每季度公布一次水质检测结果，接受社会监督。',
  '三、保障措施',
  '县水务局要加强统筹协调，定期通报工作进展。',
];
const HEADINGS = PARAGRAPHS.filter((line) => /^[一二三]、/.test(line));

describe('a document in one line', () => {
  it.each([
    ['ideographic blanks', '　　'],
    ['em spaces', '\u2003\u2003'],
    ['no-break spaces', '\u00a0\u00a0\u00a0\u00a0'],
    ['blanks of many kinds', ' \u3000\u3000'],
  ])('comes apart at %s', async (_, gap) => {
    expect(await cleaned(PARAGRAPHS.join(gap))).toBe(PARAGRAPHS.join('\n'));
  });

  it('comes apart before and behind headings at single blanks', async () => {
    const lines = (await cleaned(PARAGRAPHS.join(' '))).split('\n');
    expect(lines).toEqual(expect.arrayContaining(HEADINGS));
    expect(lines).toEqual(expect.arrayContaining(PARAGRAPHS.filter((line) => /^（[一二]）/.test(line))));
  });

  it('comes apart before a rising series of headings where there are no blanks', async () => {
    const body = PARAGRAPHS[3] ?? '';
    const text = ['一', '二', '三'].map((number) => `${number}、总体要求${body.repeat(8)}`).join('');
    expect(await cleaned(text)).toBe(text.replace(/。(?=[二三]、)/g, '。\n'));
  });

  const REGULATION = [
    '云岭县农村供水管理办法',
    '第一章  总    则',
    '第一条  为加强农村供水管理，保障供水安全，依据有关法律法规，结合本县实际，制定本办法。',
    '第二条  本办法适用于本县行政区域内的农村供水活动，依照本办法第三条执行。',
    '第三条  县水务局负责农村供水管理工作。第二条第一款规定的情形除外。',
    '第二章  管    护',
    '第四条  供水单位应当建立管护台账，定期检修设施，及时处理群众反映的问题。',
  ];

  it('comes apart at chapters and articles that count on', () => {
    const [title = '', chapter = '', ...rest] = REGULATION;
    // Only a chapter above its first article, and articles behind the end of a sentence.
    expect(after(splitLines, title + chapter + rest.join(''))).toBe([title, chapter, ...rest].join('\n'));
  });

  it('comes apart where decimals count on', () => {
    const body = '为规范供水应急处置工作，保障群众生活用水，结合本镇实际，制定本预案。';
    const lines = ['1.总则', '1.1目的依据', body, '1.2适用范围', body, '2.组织体系', '2.1指挥机构', body];
    expect(after(splitLines, lines.join(' '))).toBe(lines.join('\n'));
  });

  it('says where', () => {
    const text = PARAGRAPHS.join('　　');
    expect(changes(splitLines, text)).toEqual(Array(PARAGRAPHS.length - 1).fill('split-line:　　'));
  });
});

describe('lines stay whole', () => {
  const long = PARAGRAPHS.filter((line) => line.length > 40).join('');
  it.each([
    ['a long paragraph', long],
    ['one with a blank in it', `${long} ${long}`],
    ['one indent at its beginning', `　　${long}`],
    ['a form to fill in', '单位：　　　　　　　　负责人：　　　　　　　　日期：　　　　　'],
    ['a signature', '云岭县人民政府　　　　2022年10月10日'],
    ['items inside a sentence', `${long}一、水务局，二、财政局，三、教育局。${long}`],
    ['a list that does not begin with one', `${long}。二、三、四、五、六、七、${long.repeat(6)}`],
    ['articles that a sentence cites', `${long}依据水法第一条、第二条、第三条。第四条规定，第五条的要求。${long}`],
    ['quantities that seem to count', `${long}新建水厂1处，投资 1.1万元，改造 1.2公里；安排 1.3亿元。${long}`],
    ['Latin words', 'The plan of Yunling county '.repeat(30)],
  ])('%s', (_, text) => {
    expect(after(splitLines, text)).toBe(text);
  });
});
