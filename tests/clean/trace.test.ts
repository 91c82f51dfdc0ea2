import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clean } from '../../src/clean/index.js';
import { type Draft, startDraft } from '../../src/core/draft.js';
import { cleaned } from './run.js';

/** Lines as dirty pages have them, each invented. */
const line = fc.constantFrom(
  '首页 > 政务公开 > 规划计划',
  '索 引 号：000014349/2022-00012　主题分类：水利',
  '[ 发布机构 ]',
  '云岭县水务局',
  '来源：云岭县政府网|时间：2022-10-11',
  '字号：大 中 小',
  '云岭县农村供水三年行动方案',
  '关于印发云岭县农村供水',
  '三年行动方案的通知',
  '各乡镇人民政府，县直各部门：',
  '????一、总体要求',
  '　　坚持以人民为中心的发展思想，加快补齐农村供水短板，',
  '提升供水保障水平，到 2025 年，普及率达到 95 %以上。',
  '規(guī)劃(huà)發(fā)展(zhǎn)學(xué)校(xiào)',
  '二、著力補齊縣級短板，顯著提升乾縣供水水平。',
  '學校和縣級單位，全縣學校和縣級單位',
  '學?：涂h級單位',
  '亚洲欧美日韩，久久久精品',
  '甲县|乙县|丙市|丁区|戊县|己县|庚市|辛县|壬区',
  '指标\t2020年\t2025年',
  '(一)新建水厂2座\u200b，改造管网320公里。（牵头单位：县水务局 责任单位：县财政局）',
  '扫一扫在手机打开当前页',
  '版权所有：云岭县人民政府',
  '下一篇：没有了',
  '\u00a0',
  '',
);
const page = fc
  .tuple(fc.array(line, { maxLength: 25 }), fc.constantFrom('\n', '\r\n', '\r'), fc.boolean())
  // Pages that hold themselves twice, too.
  .map(([lines, end, twice]) => [...lines, ...(twice ? lines : [])].join(end));

const runs = { numRuns: 150 };

/** The characters of the original that some character of the cleaned text stands for. */
function mapped({ text, map }: Draft): Set<number> {
  const found = new Set<number>();
  for (let p = 0; p < text.length; p++) {
    const { start, end } = map.range(p, p + 1);
    for (let i = start; i < end; i++) found.add(i);
  }
  return found;
}

describe('after the whole cleaning of a dirty page', () => {
  it('every character of the original is in the text, or a change says why it is not', async () => {
    await fc.assert(
      fc.asyncProperty(page, async (source) => {
        const { draft } = await clean(startDraft(source));
        const there = mapped(draft);
        for (let i = 0; i < source.length; i++) {
          if (there.has(i)) continue;
          const change = draft.changes.find((c) => c.start <= i && i < c.end);
          expect(change?.edit.cause.kind, JSON.stringify(source.slice(Math.max(0, i - 5), i + 5))).toBeDefined();
        }
      }),
      runs,
    );
  });

  it('every character of the text is that of its place, or a change says what it replaces', async () => {
    await fc.assert(
      fc.asyncProperty(page, async (source) => {
        const { draft } = await clean(startDraft(source));
        for (let p = 0; p < draft.text.length; p++) {
          const { start, end } = draft.map.range(p, p + 1);
          if (source.slice(start, end) === draft.text[p]) continue;
          const change = draft.changes.find((c) => c.start <= start && end <= c.end && c.edit.text !== '');
          expect(change, JSON.stringify([draft.text[p], source.slice(start, end)])).toBeDefined();
        }
      }),
      runs,
    );
  });

  it('what changes say they found is what stood there, or what an earlier change had made of it', async () => {
    await fc.assert(
      fc.asyncProperty(page, async (source) => {
        const { draft } = await clean(startDraft(source));
        draft.changes.forEach((change, i) => {
          if (change.before === source.slice(change.start, change.end)) return;
          const earlier = draft.changes.slice(0, i).some((c) => c.start < change.end && c.end > change.start);
          expect(earlier, JSON.stringify(change)).toBe(true);
        });
      }),
      runs,
    );
  });

  it('has no blank lines, no blanks at the ends of lines, and only LF', async () => {
    await fc.assert(
      fc.asyncProperty(page, async (source) => {
        const text = await cleaned(source);
        expect(text).not.toMatch(/[\r\u00a0\u3000\u200b\ufeff\t]|^\n|\n\n| \n|\n /);
      }),
      runs,
    );
  });

  it('comes out the same twice', async () => {
    await fc.assert(
      fc.asyncProperty(page, async (source) => {
        expect(await clean(startDraft(source))).toEqual(await clean(startDraft(source)));
      }),
      { numRuns: 30 },
    );
  });
});

describe('clean', () => {
  it('leaves no trace on a clean plan', async () => {
    const plan =
      '云岭县供水方案\n一、总体要求\n坚持以人民为中心，加快补齐供水短板。\n二、目标\n到2025年，普及率达到95%。\n';
    const { draft, script } = await clean(startDraft(plan));
    expect([draft.text, draft.changes, script]).toEqual([plan, [], 'simplified']);
  });

  it.each<[string, 'simplified' | 'traditional' | 'mixed']>([
    ['云岭县供水方案\n', 'simplified'],
    ['', 'simplified'],
    ['plain text\n', 'simplified'],
    ['雲嶺縣供水方案\n一、總體要求\n', 'traditional'],
    ['雲嶺縣供水方案\n坚持以人民为中心，加快补齐全县供水短板，提升水平。\n', 'mixed'],
    // A rare character of a name is no sign of traditional writing.
    ['朱镕某同志\n', 'simplified'],
  ])('judges the script of %j', async (text, script) => {
    expect((await clean(startDraft(text))).script).toBe(script);
  });

  it('cleans a page that has every kind of dirt', async () => {
    const source = [
      '首页 > 政务公开 > 规划计划',
      '索引号：00-12　发布机构：雲嶺縣水務局',
      '????雲嶺縣農村供水行動方案',
      '',
      '　　為加快補齊全縣農村供水短板，根據國家和省有關規(guī)定(dìng)，結合我縣實際，',
      '制定如下方案。',
      '一、著力補齊短板',
      '到 2025 年，普及率達到 95 %。',
      '甲县|乙县|丙市|丁区|戊县|己县|庚市|辛县|壬区',
      '版權所有：雲嶺縣人民政府',
    ].join('\r\n');
    expect(await cleaned(source)).toBe(
      [
        '云岭县农村供水行动方案',
        '为加快补齐全县农村供水短板，根据国家和省有关规定，结合我县实际，制定如下方案。',
        '一、着力补齐短板',
        '到2025年，普及率达到95%。',
        '',
      ].join('\n'),
    );
  });

  // In a traditional document 著, 於, 乾 are traditional even in a line that shows no other such character.
  it('converts every line of a traditional document', async () => {
    expect(await cleaned('雲嶺縣供水方案\n著力抓好民生工作\n於2025年前完成\n')).toBe(
      '云岭县供水方案\n着力抓好民生工作\n于2025年前完成\n',
    );
  });
});
