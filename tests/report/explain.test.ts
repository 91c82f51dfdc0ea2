import { describe, expect, it } from 'vitest';
import { addCleaning, cleanedLine, cleaningCounts, cleaningText, noCleaning } from '../../src/report/cleaned.js';
import { explanation } from '../../src/report/explain.js';
import { type Paper, plainPaper } from '../../src/report/paper.js';
import type { Cleaning, Document } from '../../src/schema/model.js';
import { noSums, sampleDocument } from '../setup/sample.js';

/** Colours as tags, to be seen in a test. */
const tagged: Paper = { columns: null, paint: (style, text) => `<${style}>${text}</${style}>` };

type Part = Partial<Cleaning>;

function documentWith({ removed = [], repaired = [] }: Part, more: Partial<Document> = {}): Document {
  return { ...sampleDocument(), diagnostics: [], cleaning: { removed, repaired }, ...more };
}

const explained = (part: Part, paper: Paper = plainPaper): string => explanation(documentWith(part), noSums, paper);
/** What stands between the facts of the file and the totals. */
const body = (part: Part, paper?: Paper): string => explained(part, paper).split('\n\n').slice(1, -1).join('\n\n');

describe('explanation', () => {
  it('says how the file was read, what was done to it, and how to put it back', () => {
    const document = documentWith({
      removed: [
        { reason: 'spam', lines: [1, 2], text: '买卖广告\n又一条' },
        { reason: 'footer', lines: [90, 90], text: '版权所有' },
      ],
      repaired: [{ kind: 'byte-shift', line: 57, before: '学?：涂h级', after: '学校和县级', guessed: true }],
    });
    const sums = { converted: { characters: 3210, lines: 12 }, layout: { blanks: 1200, lineEnds: 1, invisible: 2 } };
    expect(explanation(document, sums, plainPaper)).toBe(
      [
        'plans/a.html',
        'encoding  gb18030, found from the bytes, 99% sure; every byte decoded',
        'script    simplified; 3,210 characters made simplified in 12 lines',
        'layout    1,200 blanks taken out or made one, 1 line end taken out or made plain, 2 invisible characters taken out',
        '',
        'lines 1-2: removed as spam (phrases and lists for search engines), 2 lines',
        '    买卖广告',
        '    又一条',
        'line 57: repaired byte-shift (a byte was lost and the rest read one off), ? guessed',
        '    ? 学?：涂h级 → 学校和县级',
        'line 90: removed as footer (who runs the site, or numbers of printed pages)',
        '    版权所有',
        '',
        'removed 3 lines (footer 1, spam 2), repaired 1 place (byte-shift 1; 1 guessed)',
        'To leave removed text in: --keep spam, --keep footer',
        '',
      ].join('\n'),
    );
  });

  it('says so where nothing was done, and gives no hint', () => {
    expect(explained({}).split('\n').slice(2)).toEqual([
      'script    simplified, nothing converted',
      'layout    nothing changed',
      '',
      'nothing removed or repaired',
      '',
    ]);
  });

  it('counts what could not be decoded, and knows a forced encoding', () => {
    const source = { ...sampleDocument().source };
    const encoding = { name: 'big5', via: 'forced', confidence: 0.4, replaced: 1 } as const;
    const text = explanation(documentWith({}, { source: { ...source, encoding } }), noSums, plainPaper);
    expect(text).toContain('\nencoding  big5, forced with --encoding; 1 character could not be decoded\n');
  });

  it('shows characters that were taken out in one line, kind by kind', () => {
    const out = (line: number, kind: string, before: string) => ({ kind, line, before, after: '' });
    const repaired = [
      out(3, 'pinyin-residue', '(guī)'),
      out(3, 'pinyin-residue', '(huà)'),
      out(4, 'joined-line', '\n'),
    ];
    expect(body({ repaired: [...repaired, out(4, 'new-kind', '  ')] }).split('\n')).toEqual([
      'line 3: repaired pinyin-residue (syllables that the page added), taken out: (guī) (huà)',
      'line 4: repaired joined-line (broken by the page in the middle of a sentence), taken out: ⏎',
      'line 4: repaired new-kind, taken out: ␣␣',
    ]);
  });

  it('says what a reason means where it first occurs', () => {
    const widget = (line: number): Cleaning['removed'][number] => ({
      reason: 'widget',
      lines: [line, line],
      text: '打印',
    });
    expect(body({ removed: [widget(1), widget(9)] })).toBe(
      'line 1: removed as widget (controls of the page)\n    打印\nline 9: removed as widget\n    打印',
    );
  });

  it('keeps the records of one line in their order, removals first', () => {
    const text = body({
      removed: [{ reason: 'navigation', lines: [1, 1], text: '首页' }],
      repaired: [{ kind: 'blank-run', line: 1, before: '??', after: ' ' }],
    });
    expect(text.split('\n').filter((line) => line.startsWith('line'))).toEqual([
      expect.stringContaining('removed as navigation'),
      expect.stringContaining('repaired blank-run'),
    ]);
    expect(text).toContain('    ?? → ␣');
  });

  it('lists what else is to be checked in the text, and no findings about records', () => {
    const diagnostics = [
      { code: 'clean/lost-dash', severity: 'warning', message: 'a dash may be lost', line: 7 },
      { code: 'clean/guessed-character', severity: 'warning', message: 'told with its repair', line: 8 },
      { code: 'target/conflict', severity: 'warning', message: 'decide', line: 9 },
      { code: 'encoding/low-confidence', severity: 'warning', message: 'unsure' },
      { code: 'clean/note', severity: 'info', message: 'by the way' },
    ] as const;
    const text = explanation(documentWith({}, { diagnostics: [...diagnostics] }), noSums, plainPaper);
    expect(text).toContain('\nto check:\nline 7 of the text: a dash may be lost\nunsure\n\nnothing removed');
    expect(text).not.toMatch(/told with|decide|by the way/);
  });
});

describe('what differs', () => {
  const changed = (before: string, after: string, guessed = false): string =>
    body({ repaired: [{ kind: 'x', line: 1, before, after, ...(guessed ? { guessed } : {}) }] }, tagged)
      .split('\n')
      .slice(1)
      .join('\n')
      .trim();

  it.each([
    ['学?一', '学校一', '学<red>?</red>一 → 学<green>校</green>一'],
    ['全部不同', '另一句话', '<red>全部不同</red> → <green>另一句话</green>'],
    ['１２%', '12%', '<red>１２</red>% → <green>12</green>%'],
    ['甲乙', '甲丙乙', '甲乙 → 甲<green>丙</green>乙'],
    // The surrogates of 𠮷 and 𠮸 begin alike.
    ['甲𠮷乙', '甲𠮸乙', '甲<red>𠮷</red>乙 → 甲<green>𠮸</green>乙'],
    ['甲𠮷乙', '甲𡮷乙', '甲<red>𠮷</red>乙 → 甲<green>𡮷</green>乙'],
    ['aa', 'a', 'a<red>a</red> → a'],
  ])('%s, %s', (before, after, shown) => {
    expect(changed(before, after)).toBe(shown);
  });

  it('of long equal text only what stands beside it', () => {
    const [left, right] = ['左'.repeat(500), '右'.repeat(500)];
    expect(changed(`${left}?${right}`, `${left}校${right}`)).toBe(
      `…${'左'.repeat(12)}<red>?</red>${'右'.repeat(12)}… → …${'左'.repeat(12)}<green>校</green>${'右'.repeat(12)}…`,
    );
  });

  it('marks a guess', () => {
    expect(changed('学?', '学校', true)).toBe('<yellow>? </yellow>学<red>?</red> → 学<green>校</green>');
  });
});

describe('long text', () => {
  const shown = (text: string): string[] =>
    body({ removed: [{ reason: 'spam', lines: [1, 1], text }] })
      .split('\n')
      .slice(1);

  it('loses its middle, and says how much', () => {
    const [line = ''] = shown(`${'头'.repeat(140)}${'中'.repeat(1234)}${'尾'.repeat(60)}`);
    expect(line.trim()).toBe(`${'头'.repeat(140)} … 1,234 characters … ${'尾'.repeat(60)}`);
  });

  it('is never cut inside of a character', () => {
    for (const shift of ['', 'a']) {
      const [line = ''] = shown(shift + '𠮷'.repeat(400));
      expect(line).not.toContain('<U+D');
      expect(line).toMatch(/^ {4}a?(?:𠮷)+ … \d+ characters … (?:𠮷)+$/u);
    }
  });

  it('of many lines shows the first and the last ones', () => {
    const rows = Array.from({ length: 300 }, (_, i) => `第${i + 1}行`);
    expect(shown(rows.join('\n')).map((line) => line.trim())).toEqual([
      ...rows.slice(0, 4),
      expect.stringMatching(/^… 294 lines, 1,\d{3} characters …$/),
      ...rows.slice(-2),
    ]);
  });
});

describe('what a hostile file holds', () => {
  const evil = 'a\u001b[2J\u001b]0;owned\u0007b\u009b31mc\u202ed\u200be\rf\u0000g\ud800h\u2028i\u{e0041}j';
  const danger = /[\0-\x09\x0b-\x1f\x7f-\x9f\u200b\u202a-\u202e\u2028\ud800-\udfff]/;

  it('is shown and never obeyed, wherever it stands', () => {
    const part: Part = {
      removed: [{ reason: 'spam', lines: [1, 1], text: `${evil}\n${evil}` }],
      repaired: [
        { kind: 'x', line: 2, before: evil, after: '' },
        { kind: 'x', line: 3, before: `甲${evil}`, after: `乙${evil}` },
      ],
    };
    const source = { ...sampleDocument().source, path: `plans/${evil}.txt` };
    const diagnostics = [{ code: 'clean/x', severity: 'warning', message: evil } as const];
    const text = explanation(documentWith(part, { source, diagnostics }), noSums, plainPaper);
    expect(text).not.toMatch(danger);
    const shown = 'a<U+001B>[2J<U+001B>]0;owned<U+0007>b<U+009B>31mc<U+202E>d<U+200B>e<U+000D>f<U+0000>g<U+D800>h';
    // The path, two lines removed, what was taken out, the finding.
    expect(text.split(shown).length - 1).toBe(5);
    expect(text).toContain('甲a<U+001B>[2J');
    expect(text).toContain('<U+E0041>j');
  });
});

describe('cleaningText', () => {
  it('adds up over plans', () => {
    const part = cleaningCounts({
      removed: [{ reason: 'spam', lines: [1, 1], text: '甲\n乙' }],
      repaired: [{ kind: 'blank-run', line: 1, before: '??', after: '' }],
    });
    expect(cleaningText(addCleaning(addCleaning(noCleaning, part), part))).toBe(
      'removed 4 lines (spam 4), repaired 2 places (blank-run 2)',
    );
  });

  it('stays one line, whatever a file is called', () => {
    expect(cleanedLine('a\n\u001b[1mb.txt', noCleaning)).toBe('a [1mb.txt: nothing removed or repaired');
  });
});
