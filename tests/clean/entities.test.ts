import { decodeHTML } from 'entities';
import { describe, expect, it } from 'vitest';
import { entities, mayHoldEntities } from '../../src/clean/entities.js';
import { escapes } from '../../src/clean/escapes.js';
import { markup } from '../../src/clean/markup.js';
import { fixtureTexts } from './misread.js';
import { after, changes, cleaned } from './run.js';

const stage = entities(decodeHTML);

describe('character references in the text are decoded', () => {
  it.each<[string, string, string]>([
    ['quotes', '实施&ldquo;一校一策&rdquo;', '实施“一校一策”'],
    ['by number', '&#8220;十四五&#8221;、&#x4E2D;&#22269;', '“十四五”、中国'],
    ['escaped twice', '实施&amp;ldquo;一校&amp;rdquo;', '实施“一校”'],
    ['escaped three times', '&amp;amp;ldquo;一校&amp;amp;amp;rdquo;', '“一校”'],
    ['ampersands escaped twice', 'AT&amp;T、R&amp;amp;D', 'AT&T、R&D'],
    ['by number, escaped twice', '全县&amp;#183;农村', '全县·农村'],
    ['without a semicolon', '全县&nbsp&nbsp学校&ldquo一校&rdquo', '全县\u00a0\u00a0学校“一校”'],
    ['by number without a semicolon', '&#12288&#12288一、任务', '\u3000\u3000一、任务'],
    ['in full-width characters', '全县＆nbsp；学校＆ldquo；一校＆rdquo；，＆＃', '全县\u00a0学校“一校”，＆＃'],
    ['in capitals', '全县&NBSP;学校&LDQUO;', '全县\u00a0学校“'],
    ['signs', '&ge;95%，25&deg;C，3&times;4，&mdash;&mdash;，&hellip;&hellip;，&middot;', '≥95%，25°C，3×4，——，……，·'],
    ['smaller than', '&lt;6岁，P&lt;0.05', '<6岁，P<0.05'],
  ])('%s', (_, text, expected) => {
    expect(after(stage, text)).toBe(expected);
  });

  it('as repairs, blanks as layout', () => {
    expect(changes(stage, '&ldquo;一&nbsp;二&#8203;')).toEqual(['entity:&ldquo;', 'layout:&nbsp;', 'layout:&#8203;']);
  });

  it.each([
    'AT&T、R&D、Q&A、A&B、P&L',
    'M&A; 与 R&D; 投入',
    'http://a.example/?a=1&copy=1&para=2&lt=3&reg=4&nbsp=5',
    'a=1&section=2&times=3&not=4',
    '&、&&、& ;、&；',
    '&unknown;',
    '企业R&D；强度',
  ])('%s stays', (text) => {
    expect(after(stage, text)).toBe(text);
  });

  it('are looked for in their table only where there are some', () => {
    expect(mayHoldEntities('AT&T、R&D、Q&A？a=1&copy=1')).toBe(false);
    expect(mayHoldEntities('一&nbsp;二')).toBe(true);
    expect(mayHoldEntities('AT&amp;T')).toBe(true);
  });

  it('by the whole cleaning, before anything looks at the characters', async () => {
    expect(await cleaned('&amp;nbsp;&amp;nbsp;一、全面推进&amp;nbsp;&lt;br/&gt;&#65279;二、&ldquo;目标&rdquo;\n')).toBe(
      '一、全面推进\n二、“目标”\n',
    );
    // References to the bytes of a misread text.
    expect(await cleaned('&Egrave;&laquo;&Atilde;&aelig;&Iacute;&AElig;&frac12;&oslash;全县\n')).toBe('全面推进全县\n');
  });
});

describe('tags in the text go', () => {
  it.each<[string, string, string]>([
    ['line breaks', '一、任务<br>二、目标<BR/>三、措施<br />', '一、任务\n二、目标\n三、措施\n'],
    ['blocks', '<p style="text-indent:2em">全县学校</p><div>合格</div>', '\n全县学校\n\n合格\n'],
    ['spans and fonts', '<span lang=EN-US>2025</span>年<font color="red">全县</font>', '2025年全县'],
    ['a letter that is closed', '<b>一、</b>任务<a href="x">附件</a>', '一、任务附件'],
    ['of Word', '全县<o:p></o:p>学校<!--[if gte mso 9]>x<![endif]-->', '全县学校'],
    ['comments', '全县<!--EndFragment-->学校', '全县学校'],
  ])('%s', (_, text, expected) => {
    expect(after(markup, text)).toBe(expected);
  });

  it('as repairs', () => {
    expect(changes(markup, '一<br>二')).toEqual(['markup:<br>']);
  });

  it.each([
    '<6岁儿童',
    '<<关于印发…的通知>>',
    '<通知>',
    'P<0.05',
    'a<b，b>c',
    '若a<b且b>c',
    'x<i>y',
    '温度<p',
    '<PPP项目>',
    '<span',
    '第<一>条',
    '误差<S>',
  ])('%s stays', (text) => {
    expect(after(markup, text)).toBe(text);
  });
});

describe('escapes of a dump are read', () => {
  it.each<[string, string, string]>([
    ['of JSON', '\\u5168\\u9762\\u63a8\\u8fdb', '全面推进'],
    ['of JSON escaped twice', '\\\\u5168\\\\u9762', '全面'],
    ['of JavaScript', '%u5168%u9762', '全面'],
    ['with marks and blanks', '\\u201c\\u5168\\u9762\\u201d\\u3000\\u00a0', '“全面”\u3000\u00a0'],
    ['beside plain text', '全县\\u5168\\u9762推进2025\\u5e74', '全县全面推进2025年'],
    ['beyond the basic plane', '\\u5168\\u9762\\ud842\\udfb7', '全面𠮷'],
    ['of addresses', '见%E5%85%A8%E9%9D%A2推进', '见全面推进'],
    ['line ends', '一、任务。\\n二、目标。\\r\\n三、措施\\t四', '一、任务。\n二、目标。\n三、措施\t四'],
    ['several line ends in a row', '一。\\n\\n\\r\\n二。\\r\\n', '一。\n二。\n'],
    ['quotes in a dump', '全面。\\n\\"推进\\"。\\n县', '全面。\n"推进"。\n县'],
  ])('%s', (_, text, expected) => {
    expect(after(escapes, text)).toBe(expected);
  });

  it('as repairs, line ends as layout', () => {
    expect(changes(escapes, '\\u5168\\u9762。\\n')).toEqual(['escape:\\u5168\\u9762', 'layout:\\n']);
  });

  it.each([
    'C:\\new\\table\\report.doc',
    'D:\\新建\\n1.txt',
    '用\\n表示换行',
    '\\u00e9t\\u00e9',
    '\\u0041\\u0042',
    '\\ud842全面',
    'http://a.example.cn/%E5%85%A8%E9%9D%A2',
    'www.a.example/?q=%E5%85%A8%E9%9D%A2',
    '/search?q=%E5%85%A8%E9%9D%A2',
    '增长95%，下降10%',
    '%C8%AB%C3%E6',
    '100%E5%',
  ])('%s stays', (text) => {
    expect(after(escapes, text)).toBe(text);
  });
});

it('clean texts hold nothing of the kind', () => {
  for (const text of fixtureTexts()) {
    for (const one of [stage, markup, escapes]) expect(changes(one, text)).toEqual([]);
  }
});
