import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { DAMAGES, ENCODINGS, MIXTURES, mixture, sample } from '../../bench/encoding-samples.mjs';
import { decode } from '../../src/read/encoding.js';

const BODY = `<html><body>
<h1>云栖乡污水治理三年行动方案</h1>
<p>到2027年，全乡新建污水管网46公里，农户接管率达到85%以上。</p>
<p>各村要落实管护责任，建立台账，每季度检查一次，防止建而不用。</p>
`;
const FOOTER = '<div>主办单位：云栖乡人民政府　承办单位：云栖乡党政综合办公室</div>\n';
const HEADER = '<div>云栖乡人民政府网站　首页　政务公开　办事服务　互动交流</div>\n';

const mixed = ({ diagnostics }: { diagnostics: readonly { code: string }[] }) =>
  diagnostics.filter(({ code }) => code === 'encoding/mixed');

describe('a part in another encoding', () => {
  it.each([
    ['utf-8', 'gb18030', 'utf-8', 'gb18030'],
    ['gb18030', 'utf-8', 'gb18030', 'utf-8'],
  ])('%s with a footer in %s', async (main, other, name, part) => {
    const found = await decode(Buffer.concat([iconv.encode(BODY, main), iconv.encode(FOOTER, other)]));
    expect(found.text).toBe(BODY + FOOTER);
    expect(found.encoding).toMatchObject({ name, replaced: 0 });
    expect(mixed(found)).toEqual([
      { code: 'encoding/mixed', severity: 'warning', args: { name: part, main: name, lines: [5, 5], parts: 1 } },
    ]);
  });

  it('head and foot of a template, and the text between in its own', async () => {
    const parts = [
      iconv.encode(HEADER, 'gb18030'),
      iconv.encode(BODY.repeat(3), 'utf-8'),
      iconv.encode(FOOTER, 'gb18030'),
    ];
    const found = await decode(Buffer.concat(parts));
    expect(found.text).toBe(HEADER + BODY.repeat(3) + FOOTER);
    expect(mixed(found)).toMatchObject([{ args: { name: 'gb18030', main: 'utf-8', lines: [1, 1], parts: 2 } }]);
  });

  it('inside a line, between tags', async () => {
    const flat = BODY.replaceAll('\n', '');
    const found = await decode(Buffer.concat([iconv.encode(flat, 'gb18030'), Buffer.from(FOOTER)]));
    expect(found.text).toBe(flat + FOOTER);
    expect(mixed(found)).toMatchObject([{ args: { name: 'utf-8', lines: [1, 1] } }]);
  });

  it('without anything between the two', async () => {
    const text = '各村要落实管护责任，建立台账，每季度检查一次';
    const found = await decode(Buffer.concat([Buffer.from(text.repeat(8)), iconv.encode(text, 'gb18030')]));
    expect(found.text).toBe(text.repeat(9));
  });

  it('counts what is undecodable in either', async () => {
    const bad = Buffer.of(0xff);
    const parts = [iconv.encode(BODY, 'utf-8'), bad, Buffer.from('\n'), iconv.encode(FOOTER.repeat(5), 'gb18030'), bad];
    const found = await decode(Buffer.concat(parts));
    expect(found.text).toBe(`${BODY}\ufffd\n${FOOTER.repeat(5)}\ufffd`);
    expect(found.encoding.replaced).toBe(2);
  });

  it('is left alone under a forced encoding', async () => {
    const bytes = Buffer.concat([Buffer.from(BODY), iconv.encode(FOOTER, 'gb18030')]);
    const found = await decode(bytes, 'utf-8');
    expect(mixed(found)).toEqual([]);
    expect(found.text.startsWith(BODY)).toBe(true);
    expect(found.encoding.replaced).toBeGreaterThan(20);
  });

  it.each(MIXTURES.map(([main, other]) => [main, other] as const))('%s, a fifth %s', async (main, other) => {
    const wrong: string[] = [];
    for (const where of ['head', 'tail'] as const)
      for (let k = 0; k < 40; k++) {
        const made = mixture(main, other, where, k);
        const found = await decode(made.bytes);
        const told = found.diagnostics.some(
          ({ code, args }) => code === 'encoding/mixed' && (args as { name: string }).name === made.other,
        );
        if (found.encoding.name !== made.name || found.text !== made.text || !told)
          wrong.push(`${where} #${k}: ${found.encoding.name}, ${made.rest.slice(0, 20)}`);
      }
    // A fifth of names and numbers may stay in doubt; GBK and Big5 have no structure that tells them apart.
    const doubtful = main !== 'utf-8' && other !== 'utf-8';
    expect(wrong.length, wrong.join('\n')).toBeLessThanOrEqual(doubtful ? 4 : 2);
  });
});

describe('no part in another encoding', () => {
  it.each(ENCODINGS.map((encoding) => ({ ...encoding })))('$label, damaged or not', async (encoding) => {
    const wrong: string[] = [];
    for (const damage of DAMAGES)
      for (const length of [24, 50, 200, 2000])
        for (let k = 0; k < (length < 2000 ? 40 : 12); k++) {
          const made = sample(encoding, damage, length, k);
          const found = made && (await decode(made.bytes).catch(() => null));
          if (found && mixed(found).length > 0) wrong.push(`${damage.label}, ${length} characters, #${k}`);
        }
    expect(wrong).toEqual([]);
  });

  const rest = BODY.repeat(6);
  it.each([
    ['Russian', 'Совет утвердил план строительства двух новых мостов и ремонта старой дороги до конца года.\n'],
    ['Tibetan', 'བོད་ལྗོངས་མི་དམངས་སྲིད་གཞུང་གི་ལས་དོན་སྙན་ཞུ་འདི་ནི་དཔེ་ཙམ་རེད།\n'],
    ['Uyghur', 'بۇ پىلان كەلگۈسى ئۈچ يىلدا يېزا يوللىرىنى ياساش ئۈچۈن تۈزۈلدى\n'],
    ['Korean', '우리 시는 내년 말까지 공원 세 곳을 새로 만들고, 오래된 도로를 고치는 계획을 알립니다.\n'],
    ['Mongolian', 'ᠮᠣᠩᠭᠣᠯ ᠪᠢᠴᠢᠭ᠌ ᠦᠨ ᠵᠢᠱᠢᠶᠡ ᠲᠡᠭᠦᠪᠦᠷᠢ\n'],
    ['Cantonese', '佢哋喺深水埗嘅屋邨開會，講咗啲社區嘢。\n'],
    ['names', '赵璟、钱蕴、孙皓、李芷晴、周柏松、吴懿、郑筱、王珂、冯骞、陈翊涵、褚遂、卫珺、蒋琬、沈括\n'],
  ])('%s in a page of UTF-8 with a bad byte', async (_label, text) => {
    const found = await decode(
      Buffer.concat([Buffer.from(rest), Buffer.from(text), Buffer.of(0xff), Buffer.from(rest)]),
    );
    expect(found.text).toBe(`${rest}${text}\ufffd${rest}`);
    expect(mixed(found)).toEqual([]);
  });

  it.each([
    ['Russian', 'Совет утвердил план строительства двух новых мостов и ремонта старой дороги.\n'],
    ['Japanese', 'この計画は、来年の春までに小さな公園を三つ作り、古くなった橋を直すためのものです。\n'],
    ['rare characters', '䶮家湾、㵐水村、𫚖塘、𠮷家垴、㙍上、䃅石、䶮家湾、㵐水村、𫚖塘、𠮷家垴。\n'],
    ['traditional names', '趙璟、錢蘊、孫皓、李芷晴、周柏鬆、吳懿、鄭筱、王珂、馮騫、陳翊涵、褚遂、衛珺、蔣琬\n'],
    ['symbols', '①②③④⑤⑥⑦⑧⑨⑩ⅠⅡⅢⅣⅤ■□▲△●○◆◇★☆→←↑↓√×÷±≤≥∑∏∞㎡㎏℃‰\n'],
  ])('%s in a page of GB18030', async (_label, text) => {
    const found = await decode(iconv.encode(`${rest}${text}${rest}`, 'gb18030'));
    expect(found.text).toBe(`${rest}${text}${rest}`);
    expect(mixed(found)).toEqual([]);
  });
});
