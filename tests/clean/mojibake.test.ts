import fc from 'fast-check';
import { Converter } from 'opencc-js';
import { describe, expect, it } from 'vitest';
import { clean } from '../../src/clean/index.js';
import { mojibake } from '../../src/clean/mojibake.js';
import { applyStage, startDraft } from '../../src/core/draft.js';
import { parse } from '../../src/index.js';
import { fixtureTexts, MISREAD, type Misreading } from './misread.js';
import { after, changes, cleaned } from './run.js';

const texts = fixtureTexts();
const traditional = Converter({ from: 'cn', to: 'tw' });
const hongKong = Converter({ from: 'cn', to: 'hk' });
const lines = [...new Set(texts.flatMap((text) => text.split('\n')))].filter(
  (line) => [...line].length >= 4 && /[\u4e00-\u9fff]{2}/.test(line),
);

/** What a misreading was done to. */
const written = (kind: Misreading, text: string): string => (kind.startsWith('Big5') ? traditional(text) : text);

/** Whether a repaired line is the line itself, with U+FFFD for what is lost: at most two characters each. */
function isMarked(repaired: string, line: string): boolean {
  const pattern = [...repaired]
    .map((c) => (c === '\ufffd' ? '[^]{0,2}' : c.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')))
    .join('');
  return new RegExp(`^${pattern}$`).test(line);
}

/** Shares of single lines, 0..1: exactly back, and back with marks where bytes were lost. */
function shares(kind: Misreading): { exact: number; marked: number } {
  let exact = 0;
  let marked = 0;
  for (const line of lines) {
    const wanted = written(kind, line);
    const repaired = after(mojibake, MISREAD[kind](wanted));
    if (repaired === wanted) exact++;
    else if (repaired.includes('\ufffd') && isMarked(repaired, wanted)) marked++;
  }
  return { exact: exact / lines.length, marked: marked / lines.length };
}

describe('lines of four characters and more come back', () => {
  it('from many lines', () => expect(lines.length).toBeGreaterThan(250));

  it.each<[Misreading, number]>([
    ['UTF-8 as Latin-1', 1],
    ['UTF-8 as Windows-1252', 1],
    ['UTF-8 as Latin-1, twice', 1],
    ['UTF-8 as Windows-1252, twice', 1],
    ['GBK as Latin-1', 1],
    ['GBK as Windows-1252', 1],
    ['Big5 as Windows-1252', 0.96],
    ['Big5 as GBK', 0.9],
    ['GBK as Big5', 0.9],
  ])('%s: exactly', (kind, least) => {
    expect(shares(kind).exact).toBeGreaterThanOrEqual(least);
  });

  // A run of an odd number of Chinese characters has an odd number of bytes: the last finds no partner and is gone.
  it.each<[Misreading, number]>([
    ['UTF-8 as GB18030', 0.99],
    ['UTF-8 as GBK by Python', 0.96],
    ['UTF-8 as code page 936', 0.94],
    ['UTF-8 as Windows-1252 with ? for what it lacks', 0.99],
    ['UTF-8 as GB18030, twice', 0.96],
    ['UTF-8 as GB18030, then as Windows-1252', 0.97],
  ])('%s: with marks where bytes were lost', (kind, least) => {
    const { exact, marked } = shares(kind);
    expect(exact + marked).toBeGreaterThanOrEqual(least);
  });
});

describe('whole texts come back', () => {
  it.each<Misreading>([
    'UTF-8 as Latin-1',
    'UTF-8 as Windows-1252',
    'UTF-8 as Latin-1, twice',
    'UTF-8 as Windows-1252, twice',
    'GBK as Latin-1',
    'GBK as Windows-1252',
  ])('%s', (kind) => {
    for (const text of texts) expect(after(mojibake, MISREAD[kind](text))).toBe(text);
  });

  it('through the whole cleaning, as if nothing had happened', async () => {
    for (const text of texts) expect(await cleaned(MISREAD['UTF-8 as Windows-1252'](text))).toBe(await cleaned(text));
  });
});

describe('stretches', () => {
  const title = '云岭县农村供水三年行动方案';

  it.each(Object.keys(MISREAD).filter((kind) => !kind.includes('Big5')) as Misreading[])(
    '%s in one line of a clean text',
    (kind) => {
      const text = `${title}\n${MISREAD[kind]('加快补齐全县农村供水短板。')}\n二、目标任务\n`;
      const repaired = after(mojibake, text).split('\n');
      expect([repaired[0], repaired[2]]).toEqual([title, '二、目标任务']);
      expect(isMarked(repaired[1] ?? '', '加快补齐全县农村供水短板。')).toBe(true);
      expect(repaired[1]).toContain('全县农');
    },
  );

  it.each<[string, string, string]>([
    ['UTF-8 as GBK behind a label', '标题：鍐滄潙渚涙按琛屽姩。2025年完成', '标题：农村供水行动。2025年完成'],
    ['GBK as Latin-1 behind a label', '主办：ÔÆÁëÏØÈËÃñÕþ¸®（云岭县）', '主办：云岭县人民政府（云岭县）'],
    ['UTF-8 as Windows-1252 in a line', '到2025å¹´，全县å…¨é\u009d¢完成', '到2025年，全县全面完成'],
    ['quotes and dashes', 'â€œä¸€æ ¡ä¸€ç­–â€\u009d，2021â€”2025年，25Â°C', '“一校一策”，2021—2025年，25°C'],
    ['a mark of byte order in the middle', '一、任务\nï»¿二、目标', '一、任务\n\ufeff二、目标'],
  ])('%s', (_, text, expected) => {
    expect(after(mojibake, text)).toBe(expected);
  });

  it('short ones count in a document of them', () => {
    const body = MISREAD['GBK as Latin-1']('加快补齐全县农村供水短板，提升供水保障水平。');
    expect(after(mojibake, `${body}\n2025Äê\n≥`)).toMatch(/\n2025年\n≥$/);
    expect(after(mojibake, '2025Äê')).toBe('2025Äê');
  });

  it('marks and blanks that the page wrote as references stand among misread bytes', () => {
    const body = MISREAD['GBK as Latin-1']('加快补齐全县农村供水短板，提升供水保障水平。');
    const [one, two] = ['2023', '2027年规划'].map(MISREAD['GBK as Latin-1']);
    expect(after(mojibake, `${body}\n${one}—${two}\u00a0\u00a0“${two}”`)).toMatch(
      /\n2023—2027年规划\u00a0\u00a0“2027年规划”$/,
    );
  });

  it('are listed as repairs, with what stood there', () => {
    expect(changes(mojibake, '标题：鍐滄潙渚涙按琛屽姩鏂规')).toEqual(['mojibake:鍐滄潙渚涙按琛屽姩鏂规']);
  });
});

it.each(['UTF-8 as Latin-1', 'UTF-8 as GB18030', 'GBK as Windows-1252'] as const)(
  '%s: a sentence of a long stretch knows its place in the original',
  (kind) => {
    // Of an even number of characters, so that their bytes pair up.
    const sentences = [
      '全面推进农村供水的工程。',
      '新建一批水厂，改造管网。',
      '保障群众饮水的安全！！',
      '加强水源地的日常监测；；',
      '落实各级责任加强考核！！',
    ];
    const { text, map, decoded } = applyStage(startDraft(MISREAD[kind](sentences.join(''))), mojibake);
    expect(text).toBe(sentences.join(''));
    const at = text.indexOf('新建');
    const { start, end } = map.range(at, at + 4);
    expect(after(mojibake, decoded.slice(start, end))).toContain('新建一批水厂');
    expect(end - start).toBeLessThan(decoded.length * 0.6);
  },
);

describe('what is lost stays marked', () => {
  it.each<[string, string, string]>([
    [
      'a digit that went with the byte before it',
      '鍒?025骞达紝鍏ㄩ潰鎺ㄨ繘鍐滄潙渚涙按',
      '\ufffd025年，全面推进农村供水',
    ],
    ['a byte without its mark', '鍏ㄩ潰鎺ㄨ繘鍐滄潙渚涙按宸ヤ,2025', '全面推进农村供水工\ufffd,2025'],
    ['the end of a line', '鍏ㄩ潰鎺ㄨ繘鍐滄潙渚涙按宸?', '全面推进农村供水\ufffd'],
  ])('%s', (_, text, expected) => {
    expect(after(mojibake, text)).toBe(expected);
  });

  it('a question mark between characters is one', () => {
    expect(after(mojibake, MISREAD['UTF-8 as Latin-1']('怎么办?全面推进'))).toBe('怎么办?全面推进');
  });

  it.each(['UTF-8 as GB18030', 'UTF-8 as code page 936', 'UTF-8 as GBK by Python'] as const)(
    '%s: no character comes out that the line does not have',
    (kind) => {
      for (const line of lines) {
        const own = new Set(line);
        const repaired = after(mojibake, MISREAD[kind](line));
        if (!isMarked(repaired, line)) continue;
        expect([...repaired].filter((c) => c !== '\ufffd' && !own.has(c))).toEqual([]);
      }
    },
  );

  it('is said at its line, with its number', async () => {
    const text = `云岭县规划方案\n一、总体要求\n${MISREAD['UTF-8 as GB18030']('到2025年，全面推进农村供水工作。')}\n二、任务\n`;
    const { document, text: clear } = await parse(new TextEncoder().encode(text));
    expect(clear).toContain('\ufffd2025年，全面推进农村供水工作');
    const said = document.diagnostics.filter(({ code }) => code === 'clean/lost-characters');
    const count = clear.match(/\ufffd/g)?.length ?? 0;
    expect(said.map(({ line, message }) => [line, message.split(' ')[0]])).toEqual([[3, String(count)]]);
  });

  it.each([
    ['锟斤拷锟斤拷县人民政府', '2'],
    ['全县烫烫烫烫学校', '4'],
    ['全县屯屯屯学校', '3'],
  ])('%s is nothing that comes back: left, and said', async (line, count) => {
    const text = `云岭县规划方案\n一、总体要求\n${line}\n二、任务，防止烫伤，屯屯相连\n`;
    const { document, text: clear } = await parse(new TextEncoder().encode(text));
    expect(clear).toContain(line);
    const said = document.diagnostics.filter(({ code }) => code === 'clean/lost-characters');
    expect(said.map(({ line: at, message }) => [at, message.split(' ')[0]])).toEqual([[3, count]]);
  });
});

const WORDS =
  'façade naïve café Zürich São-Paulo Müller Ångström œuvre Besançon ÉCOLE AÇÃO NAÇÕES Øresund ñandú ¿Qué? ¡Olé! «bon» © °C 25°C ±0.5 3×4 ½ §3 ® ™ € £5 ¥100 µm “a” ‘b’ — – … • † ‰'.split(
    ' ',
  );

describe('what is right stays', () => {
  it('the texts of all fixtures, in both scripts, whole and line by line', () => {
    for (const text of texts) {
      for (const one of [text, traditional(text), hongKong(text)]) {
        expect(changes(mojibake, one)).toEqual([]);
        for (const line of one.split('\n')) expect(changes(mojibake, line)).toEqual([]);
      }
    }
  });

  it('any slice of them', () => {
    const all = texts.flatMap((text) => [text, traditional(text)]);
    const slice = fc
      .tuple(fc.constantFrom(...all), fc.nat(), fc.integer({ min: 1, max: 40 }))
      .map(([text, at, length]) => text.slice(at % text.length, (at % text.length) + length));
    fc.assert(
      fc.property(slice, (text) => changes(mojibake, text).length === 0),
      { numRuns: 3000 },
    );
  });

  it('signs in a row, which are bytes of Chinese as well', () => {
    expect(changes(mojibake, '表中……†–另有说明')).toEqual([]);
  });

  it('Latin words and signs between Chinese ones', () => {
    const word = fc.tuple(fc.constantFrom(...WORDS), fc.constantFrom('', ' ', '，', '的', '到2025年'));
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 8 }), (words) => {
        return changes(mojibake, words.flat().join('')).length === 0;
      }),
      { numRuns: 3000 },
    );
  });

  it.each<[string, [number, number], number]>([
    ['level 1 of GB 2312', [0xb0, 0xd7], 0xa1],
    ['level 2 of GB 2312: names, places, plants', [0xd8, 0xf7], 0xa1],
  ])('characters of %s in any order', (_, [from, to], trail) => {
    const bytes = fc.tuple(fc.integer({ min: from, max: to }), fc.integer({ min: trail, max: 0xfe }));
    fc.assert(
      fc.property(fc.array(bytes, { minLength: 2, maxLength: 12 }), (pairs) => {
        return changes(mojibake, new TextDecoder('gb18030').decode(Uint8Array.from(pairs.flat()))).length === 0;
      }),
      { numRuns: 3000 },
    );
  });

  it.each([
    ['characters that wrong decoders like', '浣溪沙、鏈子、铃铛、缂丝、涓流、澶湖、鐘樓、骞马、鎮江、銆'],
    ['names', '朱镕基、陶喆、李焯雄、王垚、赵犇、周昇昇、旻昊、祎瑄'],
    ['accents in a row', 'ÄÖÜ äöü ÀÉÎÕÜ àéîõü'],
    ['capitals before a sign', 'NAÇÃO — SÃO× BÂTIMENT·Â'],
    ['kana and Cyrillic', 'かな、カタカナ、Россия、αβγ'],
    ['signs', '×××、±±、°°、··、§§、……、——、””“”'],
    ['currency', '€100、£20、¥30'],
  ])('%s', (_, text) => {
    expect(changes(mojibake, text)).toEqual([]);
  });
});

// Other repairs take a lost byte before full-width marks for a shift of bytes, and question marks for blanks.
it.each(['UTF-8 as GB18030', 'UTF-8 as code page 936', 'UTF-8 as Windows-1252 with ? for what it lacks'] as const)(
  '%s: what is lost is guessed by no other stage',
  async (kind) => {
    for (const text of texts.slice(0, 4)) {
      for (const one of [text, traditional(text)]) {
        const { draft } = await clean(startDraft(MISREAD[kind](one)));
        const kinds = draft.changes.flatMap(({ edit: { cause } }) => (cause.kind === 'repaired' ? [cause.repair] : []));
        expect(kinds.filter((repair) => repair === 'byte-shift' || repair === 'blank-run')).toEqual([]);
        expect(draft.text).toContain('\ufffd');
      }
    }
  },
);

it('is part of the cleaning, before the script is told', async () => {
  const { draft, script } = await clean(
    startDraft(MISREAD['UTF-8 as GB18030']('加快补齐全县农村供水短板。提升水平\n')),
  );
  expect(draft.text).toContain('补齐全县农村供水短板');
  expect(script).toBe('simplified');
});
