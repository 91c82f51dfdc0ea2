import { describe, expect, it } from 'vitest';
import { parse } from '../../src/index.js';

const read = async (text: string) => (await parse(Buffer.from(text))).text;

/** A plan with one line put into it. */
const plan = (line: string): string =>
  `青禾县环境保护工作方案\n一、工作基础\n到2025年，建成监测站12座。\n${line}\n二、主要任务\n（一）改造污水管网320公里，由县住建局负责。\n`;

describe('what the issuer wrote stays as it is', () => {
  it.each([
    ['rules', '━━━━━━━━'],
    ['thin rules', '────────────────'],
    ['a frame', '┌────┬────┐'],
    ['signs', '▲△▼▽◇○◎●★☆※〓'],
    ['Russian', 'Привет мир'],
    ['Russian among Chinese', '与Москва、Привет мир签约3项。'],
    ['a compound in its standard name', '二噁英排放低于0.1ng，禁用噁唑啉。'],
    ['comparisons', '脚本if(a<b&&c>d)返回。'],
    ['accented names', '引进Société Générale、José García等机构3家。'],
    ['the sizes of type', '字号：小四'],
    ['a place of a flood', '当前位置：山洪沟上游2公里'],
    ['two sums of money', '€500 £20 ¥30'],
  ])('%s', async (_, line) => {
    expect(await read(plan(line))).toBe(plan(line));
  });

  it('cells that hold a dash or a stroke', async () => {
    const cells = '指标\n2024年\n—\n/\n同比\n12%';
    expect(await read(plan(cells))).toBe(plan(cells));
  });

  it('a space that stands between columns', async () => {
    expect(await read(plan('公办园占比\t%\t45.2\t55'))).toBe(plan('公办园占比 % 45.2 55'));
    expect(await read(plan('1.建设公路1.2公里 2.建设桥梁3座'))).toBe(plan('1.建设公路1.2公里 2.建设桥梁3座'));
  });
});

describe('a page whose document has no headings and short paragraphs', () => {
  const page = (body: string): string =>
    `<html><body><ul><li><a href="/">首页</a></li><li><a href="/zw">政务公开</a></li></ul><p>当前位置：首页 &gt; 政务公开</p>${body}</body></html>`;

  it('keeps the document and loses the menu', async () => {
    const body =
      '<h1>青禾县春灌安排</h1><p>各水管站每日报送情况，确保灌溉3.2万亩。</p><p>各镇要落实责任，5月底前完成。</p>';
    expect(await read(page(body))).toBe(
      '青禾县春灌安排\n各水管站每日报送情况，确保灌溉3.2万亩。\n各镇要落实责任，5月底前完成。\n',
    );
  });

  it('keeps a list without sentences', async () => {
    const body = '<h1>青禾县2024年民生实事清单</h1><p>新建公厕20座；</p><p>改造老旧小区15个；</p><p>加装电梯30部</p>';
    expect(await read(page(body))).toBe('青禾县2024年民生实事清单\n新建公厕20座；\n改造老旧小区15个；\n加装电梯30部\n');
  });

  it('keeps contacts and what stands behind them', async () => {
    const lines = [
      '关于开展危房排查的通知',
      '联系人：王堃，电话：0838-2233445。',
      '地址：青禾县人民路18号县住建局305室。',
      '请各乡镇于6月30日前将排查表报送，确保排查房屋2万户。',
    ];
    expect(
      await read(
        page(
          `<h1>${lines[0]}</h1>${lines
            .slice(1)
            .map((line) => `<p>${line}</p>`)
            .join('')}`,
        ),
      ),
    ).toBe(`${lines.join('\n')}\n`);
  });

  it('loses the footer', async () => {
    const body =
      '<h1>青禾县春灌安排</h1><p>各水管站每日17时前报送情况，确保灌溉面积3.2万亩。</p><p>主办：青禾县人民政府　承办：县政府办</p><p>蜀ICP备05012345号-1</p>';
    expect(await read(page(body))).toBe('青禾县春灌安排\n各水管站每日17时前报送情况，确保灌溉面积3.2万亩。\n');
  });
});

describe('a line that begins with a closing mark', () => {
  it.each([
    ['全年完成妇女免费体检2万人次\n；开展义诊60场。', '全年完成妇女免费体检2万人次；开展义诊60场。'],
    ['对拒不整改的依法处以罚款\n。', '对拒不整改的依法处以罚款。'],
    ['具体分工见任务清单（详见附件1\n）', '具体分工见任务清单（详见附件1）'],
  ])('goes on with the line before: %s', async (broken, whole) => {
    expect(await read(plan(broken))).toBe(plan(whole));
  });
});

it('a quotation over two paragraphs is no loss', async () => {
  const { document } = await parse(Buffer.from(plan('“第一段没有闭合的引文，\n第二段才闭合。”')));
  expect(document.diagnostics).toEqual([]);
});
