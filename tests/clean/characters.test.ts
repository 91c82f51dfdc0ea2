import { describe, expect, it } from 'vitest';
import { firstLineEnds, lineEnds } from '../../src/clean/line-ends.js';
import { accents, bullets, radicals } from '../../src/clean/look-alikes.js';
import { widths } from '../../src/clean/widths.js';
import { parse } from '../../src/index.js';
import { fixtureTexts } from './misread.js';
import { after, changes, cleaned } from './run.js';

const STAGES = [firstLineEnds, lineEnds, accents, bullets, radicals, widths];

describe('full-width digits and letters become ASCII', () => {
  it.each<[string, string, string]>([
    ['years', '２０２５年１２月', '2025年12月'],
    ['shares', '达到９５％，增长２．５％', '达到95%，增长2.5%'],
    ['brackets stay', '（１）１．２万（３）', '（1）1.2万（3）'],
    ['letters', 'ＧＤＰ、Ａ股、ＰＭ２．５、５Ｇ', 'GDP、A股、PM2.5、5G'],
    ['half of a number', '2０25年、１2.５％、1．２万', '2025年、12.5%、1.2万'],
    ['ranges', '２０２１－２０２５年，１／３', '2021-2025年，1/3'],
    ['addresses', 'ｗｗｗ．ａｂ．ｃｎ，ａ＠ｂ．ｃｎ', 'www.ab.cn，a@b.cn'],
    ['numbers of a list', '１．加快建设\n２．提升', '1．加快建设\n2．提升'],
    ['a number of a list before a year', '１．２０２５年建成', '1．2025年建成'],
  ])('%s', (_, text, expected) => {
    expect(after(widths, text)).toBe(expected);
  });

  it('as repairs, character for character', () => {
    expect(changes(widths, '到２０２５年')).toEqual(['full-width:２０２５']);
  });

  it.each([
    '（一），。：；！？、',
    '95％、12‰',
    '一．二',
    '①②⑳、Ⅰ—Ⅻ、㈠㊀、⑴、⒈',
    '＋－×÷＝＜＞',
    '～、＆、＃',
    '㎡、㎞、℃、㏎',
  ])('%s stays', (text) => {
    expect(after(widths, text)).toBe(text);
  });

  // Years, tables, numbering and facts of the page are read from the text as it stands, records from the folded one.
  it('so a plan written so gives the records of the other', async () => {
    const plan = [
      '云岭县农村供水规划（2021—2025年）',
      '云政发〔2021〕20号',
      '第1章 总体要求',
      '1.1 目标',
      '到2025年，农村自来水普及率达到95.5%，新建水厂12座。（牵头单位：县水务局）',
      '附件1',
      '指标表',
    ].join('\n');
    const wide = plan.replace(/[0-9]/g, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0));
    const read = async (text: string) => {
      const { document } = await parse(new TextEncoder().encode(text));
      const { meta, sections, targets, deadlines } = document;
      return {
        meta,
        sections: sections.map(({ chain }) => chain),
        targets: targets.map(({ indicator, value, unit, year }) => [indicator, value, unit, year]),
        deadlines: deadlines.map(({ end }) => end),
      };
    };
    const narrow = await read(plan);
    expect(narrow.targets.length).toBe(2);
    expect(await read(wide)).toEqual(narrow);
  });
});

describe('characters that look like others', () => {
  it.each<[string, string, string]>([
    ['Kangxi radicals', '⽅案、⼯作、⾼质量、⽣⽔、⽂⽉⽇', '方案、工作、高质量、生水、文月日'],
    ['simplified radicals', '⻓效、⻛险、⻋辆、⻚、⺠⽣、⻄部、⻘年', '长效、风险、车辆、页、民生、西部、青年'],
    ['households', '农⼾', '农户'],
    ['compatibility ideographs', '行\uf9e9程，便\uf979', '行里程，便凉'],
  ])('%s', (_, text, expected) => {
    expect(after(radicals, text)).toBe(expected);
  });

  it('are listed as repairs, run by run', () => {
    expect(changes(radicals, '⽅案和⼯⼈')).toEqual(['radical:⽅', 'radical:⼯⼈']);
  });

  it.each(['㎡、㎞、㏄、℃', '﨑、﨎、﨏、﨑、﨓、﨔', '⺮、⺿、⻌', '方案工作', '①、Ⅰ、㈠、㊀', '〇、々、〆', 'ﬁ、ﬂ'])(
    '%s stays',
    (text) => {
      expect(after(radicals, text)).toBe(text);
    },
  );

  it.each<[string, string]>([
    ['gui\u0304hua\u0300', 'guīhuà'],
    ['lu\u0308\u030c', 'lǚ'],
    ['Cafe\u0301', 'Café'],
  ])('letters with an accent of their own are one: %j', (text, expected) => {
    expect(after(accents, text)).toBe(expected);
    expect(changes(accents, expected)).toEqual([]);
  });

  it('so that syllables are told in them', async () => {
    expect(await cleaned('云岭县规(gui\u0304)划(hua\u0300)\n')).toBe('云岭县规划\n');
  });

  it.each<[string, string]>([
    ['\uf06c加强领导', '•加强领导'],
    ['一\n  \uf0b7 学校\n\uf0d8医院', '一\n  • 学校\n•医院'],
  ])('bullets of symbol fonts at the start of a line: %j', (text, expected) => {
    expect(after(bullets, text)).toBe(expected);
  });

  it.each(['达到\uf0b395%', '\ue422字', '•加强', '龴\ue816'])('%j stays', (text) => {
    expect(after(bullets, text)).toBe(text);
  });
});

describe('characters that show nothing go', () => {
  it.each<[string, string]>([
    ['zero-width blanks and joiners', '\u200b\u200c\u200d\u2060\ufeff'],
    ['marks of direction', '\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069'],
    ['invisible operators', '\u2061\u2062\u2063\u2064'],
    ['deprecated marks of format', '\u206a\u206b\u206c\u206d\u206e\u206f'],
    ['soft hyphens', '\u00ad'],
    ['joiners of graphemes', '\u034f'],
    ['fillers', '\u115f\u1160\u3164\uffa0\u17b4\u17b5'],
    ['selectors of variants', '\ufe00\ufe0e\ufe0f\u{e0100}\u{e01ef}\u180b\u180c\u180d\u180e\u180f'],
    ['tags', '\u{e0001}\u{e0041}\u{e007f}'],
    ['marks around annotations and objects', '\ufff9\ufffa\ufffb\ufffc'],
    ['marks of music and shorthand', '\u{1d173}\u{1d17a}\u{1bca0}\u{1bca3}'],
    ['controls', '\u0000\u0001\u0008\u000e\u001b\u001f\u007f\u0080\u0084\u0086\u009f'],
    ['noncharacters', '\ufdd0\ufdef\ufffe\uffff'],
  ])('%s', (_, run) => {
    for (const character of run) expect(after(lineEnds, `农村供${character}水`)).toBe('农村供水');
    expect(after(lineEnds, `${run}农村${run}供水${run}`)).toBe('农村供水');
    expect(changes(lineEnds, `农${run}村`).join('').replaceAll('layout:', '')).toBe(run);
  });

  it.each([
    '葛城、𠮷野、𬭸、😀',
    'Łódź、naïve、e\u0301',
    '\u3000全县\u00a0\u2003学校\t',
    '\ufffd、\ue422、\uf06c',
    'ㅎ、ᄀ、ﾡ、①',
  ])('%j stays', (text) => {
    expect(after(lineEnds, text)).toBe(text);
  });

  it('but those of Latin-1 only once misread text is repaired', () => {
    expect(after(firstLineEnds, '一\u0085二\u00ad\u0099\u200b\r\n')).toBe('一\u0085二\u00ad\u0099\n');
  });
});

it('clean texts hold nothing of the kind', () => {
  for (const text of fixtureTexts()) for (const stage of STAGES) expect(changes(stage, text)).toEqual([]);
});
