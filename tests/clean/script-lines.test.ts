import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadConverter } from '../../src/clean/converter.js';
import { clean } from '../../src/clean/index.js';
import { simplify } from '../../src/clean/simplify.js';
import { applyStage, type Stage, startDraft } from '../../src/core/draft.js';
import { after, changes } from './run.js';
import { simplifiedFixtures, traditionalWays } from './scripts.js';

let stage: Stage;
beforeAll(async () => {
  stage = simplify(await loadConverter());
});

describe('a page of both scripts is converted where it is traditional', () => {
  it.each<[string, string, string]>([
    ['a switch of languages', '青石县人民政府\n繁體\n无障碍', '青石县人民政府\n繁体\n无障碍'],
    [
      'a name in a simplified sentence',
      '与香港長江實業有限公司签约，显著提升乾县著名景区知名度。',
      '与香港长江实业有限公司签约，显著提升乾县著名景区知名度。',
    ],
    [
      'a quotation',
      '牌匾题“顯著成效，著力爲民”，现存于乾县县政府，为显著标识。',
      '牌匾题“显著成效，着力为民”，现存于乾县县政府，为显著标识。',
    ],
    [
      'a simplified line in a traditional page',
      '雲嶺縣人民政府\n乾县显著、瞭望、于后\n關於著力補齊短板的通知',
      '云岭县人民政府\n乾县显著、瞭望、于后\n关于着力补齐短板的通知',
    ],
    [
      'a simplified name in a traditional line',
      '由縣教育局、县乾某、縣財政局著力推進',
      '由县教育局、县乾某、县财政局着力推进',
    ],
    [
      'a line that no character of its own tells, in traditional text',
      '雲嶺縣人民政府\n著力推行\n於五月十日前\n縣長',
      '云岭县人民政府\n着力推行\n于五月十日前\n县长',
    ],
    [
      'the same line at both ends of the text',
      '著力推行\n雲嶺縣人民政府關於印發規劃的通知\n於五月十日前',
      '着力推行\n云岭县人民政府关于印发规划的通知\n于五月十日前',
    ],
    ['the same line in simplified text', '云岭县人民政府\n於某、乾某\n县长', '云岭县人民政府\n於某、乾某\n县长'],
    [
      'the same line in the simplified half',
      '云岭县人民政府\n於某、著者\n关于规划\n雲嶺縣人民政府\n於五月\n關於規劃',
      '云岭县人民政府\n於某、著者\n关于规划\n云岭县人民政府\n于五月\n关于规划',
    ],
    [
      'a simplified character that a converter left',
      '縣财政局要會同各鄉鎮著力補齊農村公路短板',
      '县财政局要会同各乡镇着力补齐农村公路短板',
    ],
    ['none of names', '乾元、於潜、甪直、李堃、毕昇', '乾元、於潜、甪直、李堃、毕昇'],
    ['後, which GB 2312 has', '之後', '之后'],
  ])('%s', (_, text, expected) => {
    expect(after(stage, text)).toBe(expected);
  });

  it('the whole document on one line', () => {
    const text = '　　乾县显著提升，瞭望塔。　　雲嶺縣著力提升，乾旱。　　云岭县于五月著录。';
    expect(after(stage, text)).toBe('　　乾县显著提升，瞭望塔。　　云岭县着力提升，干旱。　　云岭县于五月著录。');
  });
});

/** A small generator with a seed: every run is the same. */
function generator(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return (state >>> 8) % below;
  };
}

describe('the decision on lines and on texts of any length', async () => {
  const ways = await traditionalWays();
  const lines = simplifiedFixtures().flatMap(([, text]) => text.split('\n').filter((line) => line !== ''));

  it('every line alone', () => {
    const wrong = lines.filter((line) => after(stage, line) !== line);
    for (const [, toTraditional] of ways) {
      wrong.push(...lines.map(toTraditional).filter((line, i) => after(stage, line) !== lines[i]));
    }
    expect(wrong).toEqual([]);
  });

  it.each([5, 30, 50, 70, 95])('%i %% of the lines in traditional characters', (share) => {
    const random = generator(share);
    for (const [, toTraditional] of ways) {
      const mixed = lines.map((line) => (random(100) < share ? toTraditional(line) : line));
      expect(after(stage, mixed.join('\n')).split('\n')).toEqual(lines);
    }
  });

  it.each([8, 16, 32])('pieces of %i characters', (length) => {
    const random = generator(length);
    const text = lines.join('\n');
    let asked = 0;
    let wrong = 0;
    for (let i = 0; i < 400; i++) {
      const at = random(text.length - length);
      const piece = text.slice(at, at + length);
      // Of 显著 cut in two nobody can tell that it is not 着.
      if (piece.startsWith('著')) continue;
      expect(changes(stage, piece)).toEqual([]);
      const traditional = ways[i % ways.length]?.[1](piece) ?? '';
      if (traditional === piece) continue;
      asked++;
      if (after(stage, traditional) !== piece) wrong++;
    }
    expect(asked).toBeGreaterThan(300);
    // A piece whose only traditional character is 於 or 著 tells nothing.
    expect(wrong / asked).toBeLessThanOrEqual(length < 32 ? 0.01 : 0);
  });
});

describe('source.script', () => {
  const simplified = '青石县人民政府办公室关于印发农村供水实施方案的通知，各乡镇要着力推进。';
  const traditional = '青石縣人民政府辦公室關於印發農村供水實施方案的通知，各鄉鎮要著力推進。';
  const of = async (...parts: string[]): Promise<string> => (await clean(startDraft(parts.join('\n')))).script;

  it.each<[string, string, string[]]>([
    ['simplified', 'plain', Array(10).fill(simplified)],
    ['simplified', 'with a switch of languages', ['繁體版', ...Array(10).fill(simplified)]],
    ['simplified', 'with names', [...Array(10).fill(simplified), '李堃、毕昇、於崇文、長江實業公司']],
    ['simplified', 'no Chinese at all', ['GDP 2025: 5 %']],
    ['traditional', 'plain', Array(10).fill(traditional)],
    ['traditional', 'with numbers and Latin letters', [...Array(10).fill(traditional), '2025', 'GDP', '5.5%']],
    ['traditional', 'with a simplified name', ['中国网', ...Array(10).fill(traditional)]],
    ['traditional', 'four characters', ['農村供水']],
    ['mixed', 'half and half', [...Array(5).fill(simplified), ...Array(5).fill(traditional)]],
    ['mixed', 'a quarter', [...Array(6).fill(simplified), ...Array(2).fill(traditional)]],
  ])('%s: %s', async (script, _, parts) => {
    // Lines that differ, so that none is taken for a second copy.
    expect(await of(...parts.map((part, i) => (part.length > 20 ? `${i + 1}．${part}` : part)))).toBe(script);
  });
});

describe('places in the original', () => {
  it('stay exact where a character gets another length', () => {
    const text = '縣長訏某與顗某、縣財政局\n著力推進';
    const draft = applyStage(startDraft(text), stage);
    expect(draft.text).toBe('县长𬣙某与𫖮某、县财政局\n着力推进');
    for (const [word, source] of [
      ['县长', '縣長'],
      ['𬣙', '訏'],
      ['某与', '某與'],
      ['𫖮某', '顗某'],
      ['财政局', '財政局'],
      ['着力推进', '著力推進'],
    ] as const) {
      const at = draft.text.indexOf(word);
      const { start, end } = draft.map.range(at, at + word.length);
      expect(text.slice(start, end)).toBe(source);
    }
  });

  it('in lines of both scripts too', () => {
    const text = '乾县与長江實業訏某公司签约，县于五月𠮷日';
    const draft = applyStage(startDraft(text), stage);
    expect(draft.text).toBe('乾县与长江实业訏某公司签约，县于五月𠮷日');
    const at = draft.text.indexOf('实业');
    expect(draft.map.range(at, at + 2)).toEqual({ start: 5, end: 7 });
  });

  it('character by character, over every fixture and every way', async () => {
    for (const [, toTraditional] of await traditionalWays()) {
      for (const [, text] of simplifiedFixtures()) {
        const traditional = toTraditional(text);
        const draft = applyStage(startDraft(traditional), stage);
        expect(draft.text).toBe(text);
        for (let i = 0; i < text.length; i += 97) expect(draft.map.range(i, i + 1)).toEqual({ start: i, end: i + 1 });
      }
    }
  });
});

it('takes time and edits in proportion to the length of a line', () => {
  const text = '雲嶺縣著力提升农村供水保障水平'.repeat(40_000);
  const edits = stage.edits({ text, marks: [] });
  expect(edits.length).toBeLessThan(20);
  const whole = '雲嶺縣著力提升供水保障水平'.repeat(40_000);
  expect(after(stage, whole)).toBe('云岭县着力提升供水保障水平'.repeat(40_000));
});

describe('on any text', () => {
  const characters = [...'縣發後著乾於鍾訏顗衞県县发于着国人民。，；\n　 12a“”〇𠮷𬣙昇么頔薹\ufdd0\ufffd'];
  const texts = fc.array(fc.constantFrom(...characters), { maxLength: 40 }).map((list) => list.join(''));

  it('the number of characters stays, and what is no Chinese character', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const result = after(stage, text);
        expect([...result].length).toBe([...text].length);
        const others = (string: string) => [...string].map((c) => (/\p{Script=Han}/u.test(c) ? '' : c));
        expect(others(result)).toEqual(others(text));
      }),
      { numRuns: 500 },
    );
  });

  it('every place of the new text leads to its character in the old one', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const draft = applyStage(startDraft(text), stage);
        const before = [...text];
        let at = 0;
        [...draft.text].forEach((character, i) => {
          const { start, end } = draft.map.range(at, at + character.length);
          expect(text.slice(start, end)).toBe(before[i]);
          at += character.length;
        });
      }),
      { numRuns: 500 },
    );
  });

  it('a second time changes nothing', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const traditional = `縣人民政府關於印發規劃的通知\n${text.replace(/[县发着国于县県𬣙頔顗訏]/gu, '縣')}`;
        const once = after(stage, traditional);
        expect(changes(stage, once)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});
