import { describe, expect, it } from 'vitest';
import {
  type AnyDiagnostic,
  type DiagnosticArguments,
  type DiagnosticCode,
  diagnostic,
} from '../../src/core/diagnostic.js';
import { messageOf, toRecord } from '../../src/report/messages.js';

/** Arguments for every code: a code that is missing here does not compile. */
const samples: { readonly [C in DiagnosticCode]: DiagnosticArguments[C] } = {
  'input/missing': { path: 'plans/x.txt' },
  'input/no-plans': { path: 'plans' },
  'input/unreadable': { path: 'plans/x.txt', cause: 'permission denied' },
  'input/no-documents': {},
  'input/no-member': { member: 'a/plan.html' },
  'input/stalled': { seconds: 60 },
  'input/store-damaged': {},
  'input/crashed': { cause: 'out of memory' },
  'stored/damaged': { problem: 'targets[0].value: is no number' },
  'input/empty': {},
  'input/binary': { looksLike: 'a PNG picture' },
  'input/not-chinese': { share: 0.04 },
  'input/too-large': { characters: 536870888 },
  'input/no-text': {},
  'input/packed': { looksLike: 'a RAR archive' },
  'input/own-output': { what: 'a table of gongwen' },
  'archive/damaged': { problem: 'its list of entries is missing' },
  'archive/limit': { limit: 'ratio', allowed: 200 },
  'archive/entry': { problem: 'it is encrypted' },
  'corpus/no-text': { columns: ['序号', '名称'] },
  'corpus/no-such-column': { column: '正文', columns: ['序号', '名称'] },
  'corpus/text-column': { taken: '正文', others: ['全文'] },
  'corpus/damaged': { kind: 'JSON', problem: 'it ends in the middle' },
  'corpus/bad-row': { problem: 'no JSON at position 12' },
  'corpus/uneven-row': { cells: 5, columns: 4 },
  'input/convert': { looksLike: 'an RTF document', to: 'docx' },
  'input/encrypted': { looksLike: 'an Office document with a password' },
  'input/needs-node': { looksLike: 'text in utf-32le' },
  'input/broken': { format: 'Word file', why: 'its archive cannot be read' },
  'input/inflates': { megabytes: 900 },
  'input/only-pictures': { pictures: 3 },
  'docx/left-out': { footnotes: 2, endnotes: 0, comments: 1, hidden: 0, deletions: 4 },
  'pdf/broken': { cause: 'Invalid PDF structure' },
  'pdf/password': {},
  'pdf/no-text': { pages: 12 },
  'pdf/unmapped': { count: 40, share: 0.2 },
  'pdf/too-large': { what: 'pages', limit: 5000 },
  'pdf/empty-pages': { pages: [2, 3, 4, 9] },
  'pdf/broken-pages': { pages: [7] },
  'encoding/unknown-name': { name: 'gbk2312' },
  'encoding/low-confidence': { name: 'big5', confidence: 0.41 },
  'encoding/mixed': { name: 'gb18030', main: 'utf-8', lines: [120, 131], parts: 1 },
  'encoding/replaced': { name: 'gb18030', count: 3 },
  'clean/guessed-character': { text: '规', around: '编制规划' },
  'clean/glued-digits': { text: '20212025', around: '(20212025年)' },
  'clean/lost-range': { text: '12项', around: '掌握12项技能' },
  'clean/lost-characters': { count: 2, around: '到\ufffd025\ufffd' },
  'clean/unbalanced': { mark: '(', around: '入园率(%' },
  'structure/several-plans': {
    plans: [
      { title: '某县规划', lines: [1, 40] as const },
      { title: '', lines: [41, 90] as const },
    ],
  },
  'structure/numbering-gap': {
    missing: ['(二)', '(三)'],
    before: { heading: '5 加强管护', line: 40 },
    after: { heading: '(四) 改造管网', line: 46 },
  },
  'structure/numbering-repeat': { marker: '二', before: { heading: '二 重点任务', line: 12 } },
  'structure/numbering-order': { marker: '三', before: { heading: '四 保障措施', line: 30 } },
  'meta/title': {
    values: [
      { value: '石泉县供水规划', from: 'title', line: 9 },
      { value: '石泉县节水规划', from: 'cover', line: 4 },
    ],
  },
  'meta/issuer': {
    values: [
      { value: '石泉县水务局', from: 'signature', line: 7 },
      { value: '青石县水务局', from: 'block', line: null },
    ],
  },
  'meta/number': {
    values: [
      { value: '石政发〔2023〕18号', from: 'block', line: null },
      { value: '石政发〔2023〕1号', from: 'head', line: 2 },
    ],
  },
  'meta/date': {
    fact: 'written',
    values: [
      { value: '2023-05-06', from: 'block', line: null },
      { value: '2023-05-16', from: 'signature', line: 8 },
    ],
  },
  'meta/date-order': {
    written: { value: '2023-05-06', from: 'signature', line: 8 },
    published: { value: '2022-05-08', from: 'block', line: null },
  },
  'structure/no-plan': {},
  'structure/no-sentences': { pictures: 1 },
  'structure/long-line': { characters: 1_000_000, pieces: 250, torn: 1 },
  'responsibility/unread': { quote: '(责任单位:某某)' },
  'responsibility/no-lead': { quote: '(县财政局配合)' },
  'target/nameless': { quote: '提高到95%' },
  'target/unpaired-list': { quote: '到2023年、2025年分别达到93%', years: 2, values: 1 },
  'target/conflict': {
    indicator: '毛入园率',
    year: 2025,
    values: [
      { value: '94%', lines: [12, 40] },
      { value: '95%', lines: [52] },
    ],
  },
  'table/uncertain': { title: '主要指标' },
  'table/rebuilt': { title: '主要指标', rows: 12, columns: 5 },
  'table/same-as-above': { title: '主要任务', cells: 2 },
  'table/no-records': { title: '主要指标', why: 'past' },
  'schema/invalid': { path: 'a.txt', problem: 'targets[0].value: is missing' },
};

const all = Object.entries(samples).map(([code, args]) => [code, { code, severity: 'warning', args }]) as unknown as [
  string,
  AnyDiagnostic,
][];

describe('messages', () => {
  it.each(all)('%s says what is wrong and what mends it, in one line', (_, found) => {
    const message = messageOf(found);
    expect(message).not.toMatch(/undefined|null|NaN|\[object/);
    expect(message).not.toMatch(/[\r\n]/);
    expect(message).toMatch(/[;:]/);
    expect(message).not.toMatch(/\.$/);
  });

  it('counts in words', () => {
    expect(messageOf(diagnostic('encoding/replaced', 'warning', { name: 'big5', count: 1 }))).toMatch(
      /^1 character could/,
    );
    expect(messageOf(diagnostic('encoding/replaced', 'warning', { name: 'big5', count: 2 }))).toMatch(
      /^2 characters could/,
    );
  });

  it('become records, with the line only where there is one', () => {
    expect(toRecord(diagnostic('input/empty', 'error', {}))).toEqual({
      code: 'input/empty',
      severity: 'error',
      message: 'the file is empty; download it again',
    });
    expect(toRecord(diagnostic('table/uncertain', 'warning', { title: '表1' }, 7)).line).toBe(7);
  });
});
