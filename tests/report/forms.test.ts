import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import type { Checked, Finding, ReportAbout, ReportEnd } from '../../src/report/finding.js';
import { reports } from '../../src/report/forms/index.js';
import { type ReportForm, reportForms } from '../../src/report/forms/names.js';
import { uriOf } from '../../src/report/forms/sarif.js';

const about: ReportAbout = {
  command: 'check',
  version: '1.2.3',
  rules: [
    { id: 'check/missing', level: 'error', summary: 'A record that is expected was not found.' },
    { id: 'check/known', level: 'note', summary: 'A known difference.' },
  ],
};
const hash = (text: string) => createHash('sha256').update(text).digest('hex');
const END: ReportEnd = { lines: ['2 fixtures: 1 as expected, 1 not'], data: { scores: { targets: 1 } } };

const missing: Finding = {
  rule: 'check/missing',
  level: 'error',
  file: 'fixtures/a/expected.json',
  line: 12,
  column: 5,
  place: 'targets[3]',
  message: 'missing: 毛入园率 eq 95% 2025',
  details: ['sentence: “到2025年,毛入园率达到95%”', 'value: 95 -> 96'],
};
const known: Finding = { rule: 'check/known', level: 'note', file: 'fixtures/b/source.txt', message: 'not yet read' };
const warned: Finding = { rule: 'check/odd', level: 'warning', file: 'fixtures/b/source.txt', line: 3, message: 'odd' };

const plain: Checked[] = [
  { name: 'fixtures/a', findings: [missing] },
  { name: 'fixtures/b', findings: [known, warned] },
  { name: 'fixtures/c', findings: [] },
];

function write(form: ReportForm, checked: readonly Checked[] = plain, end: ReportEnd = END): string {
  const writing = reports[form](about, { hash });
  return checked.map(writing.add).join('') + writing.end(end);
}

/** Texts that break out of one form or another. */
const HOSTILE = [
  'a\nb\r\nc\td',
  '</failure><testcase name="x"/>]]>&amp;<!--',
  '\u0000\u0001\u001b[31mred\u0007\u0085\u2028\u2029\ufffe\uffff',
  'lone \ud800 and \udfff, whole 𠮷',
  '\n::error file=x::stolen',
  '%0A::add-mask::secret',
  '##[add-mask]secret',
  'file:a,b%c',
  '"quoted" \\ \'single\'',
  '\u202egnp.exe\u200b',
];
const hostile: Checked[] = HOSTILE.map((text) => ({
  name: text,
  findings: [
    { ...missing, file: text, place: text, message: text, details: [text, `${text}${text}`] },
    { ...warned, file: `dir/${text}`, message: text },
    { ...known, file: text, message: text, details: [text] },
  ],
}));
const hostileEnd: ReportEnd = { lines: HOSTILE, data: { [HOSTILE[1] ?? '']: HOSTILE } };

const texts = fc.string({ unit: 'binary', maxLength: 20 });
const anything = fc.record({ name: texts, message: texts, file: texts, place: texts });
const checkedOf = ({ name, ...finding }: { name: string; message: string; file: string; place: string }): Checked => ({
  name,
  findings: [{ ...missing, ...finding, details: [finding.message] }],
});

it.each(reportForms)('%s gives the same bytes for the same findings', (form) => {
  expect(write(form, hostile)).toBe(write(form, hostile));
  expect(write(form, [])).not.toBe('');
});

describe('text', () => {
  it('says where, what and how bad, and shows it below', () => {
    expect(write('text')).toBe(
      [
        'FAILED fixtures/a',
        '  fixtures/a/expected.json:12:5: error targets[3]: missing: 毛入园率 eq 95% 2025 [check/missing]',
        '      sentence: “到2025年,毛入园率达到95%”',
        '      value: 95 -> 96',
        'ok fixtures/b',
        '  fixtures/b/source.txt: note not yet read [check/known]',
        '  fixtures/b/source.txt:3: warning odd [check/odd]',
        'ok fixtures/c',
        '2 fixtures: 1 as expected, 1 not',
        '',
      ].join('\n'),
    );
  });

  it('has one line for one, and nothing that a terminal obeys', () => {
    const text = write('text', hostile, hostileEnd);
    expect(text.split('\n')).toHaveLength(HOSTILE.length * (1 + 3 + 1 + 2) + HOSTILE.length + 1);
    expect(text).not.toMatch(/[^\n\P{Cc}]|[\u202e\u200b\u2028]/u);
  });

  it('has colours where the paper takes them', () => {
    const writing = reports.text(about, { hash, paint: (style, text) => `<${style}>${text}</${style}>` });
    expect(plain.map(writing.add).join('')).toMatch(
      /<red>FAILED<\/red>[\s\S]*<dim>note<\/dim>[\s\S]*<green>ok<\/green>/,
    );
  });
});

describe('json', () => {
  it('is one object with all findings and the totals', () => {
    expect(JSON.parse(write('json'))).toEqual({
      schema: 'gongwen/report@1',
      command: 'check',
      version: '1.2.3',
      checked: [
        { name: 'fixtures/a', well: false, findings: [missing] },
        { name: 'fixtures/b', well: true, findings: [known, warned] },
        { name: 'fixtures/c', well: true, findings: [] },
      ],
      totals: { checked: 3, failed: 1, errors: 1, warnings: 1, notes: 1 },
      scores: { targets: 1 },
    });
  });

  it('keeps every string as it was', () => {
    expect(JSON.parse(write('json', hostile, hostileEnd)).checked).toEqual(
      JSON.parse(JSON.stringify(hostile.map(({ name, findings }) => ({ name, well: false, findings })))),
    );
    expect(JSON.parse(write('json', [])).checked).toEqual([]);
  });

  it('is JSON whatever it is given', () => {
    fc.assert(
      fc.property(fc.array(anything, { maxLength: 4 }), (list) => {
        const { checked } = JSON.parse(write('json', list.map(checkedOf)));
        expect(checked).toHaveLength(list.length);
      }),
    );
  });
});

interface Node {
  name: string;
  attributes: Record<string, string>;
  children: Node[];
  text: string;
}

/** Parsed as XML 1.0 has it; anything that is not well-formed throws. */
function xml(text: string): Node {
  const root: Node = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const node = { name, attributes: attributes as Record<string, string>, children: [], text: '' };
    open.at(-1)?.children.push(node);
    open.push(node);
  });
  parser.on('text', (piece) => {
    const node = open.at(-1);
    if (node) node.text += piece;
  });
  parser.on('closetag', () => void open.pop());
  parser.write(text).close();
  return root.children[0] as Node;
}

describe('junit', () => {
  it('has one case for each thing, with one failure at most', () => {
    const suites = xml(write('junit'));
    expect(suites).toMatchObject({ name: 'testsuites', attributes: { tests: '3', failures: '1', errors: '0' } });
    const [suite] = suites.children;
    expect(suite).toMatchObject({
      name: 'testsuite',
      attributes: { name: 'gongwen check', tests: '3', failures: '1' },
    });
    const cases = suite?.children.filter(({ name }) => name === 'testcase') ?? [];
    expect(cases.map(({ attributes }) => attributes)).toEqual([
      { name: 'fixtures/a', classname: 'gongwen check', file: 'fixtures/a/expected.json' },
      { name: 'fixtures/b', classname: 'gongwen check', file: 'fixtures/b/source.txt' },
      { name: 'fixtures/c', classname: 'gongwen check', file: 'fixtures/c' },
    ]);
    const [failure, ...none] = cases[0]?.children ?? [];
    expect(none).toEqual([]);
    expect(failure).toMatchObject({
      name: 'failure',
      attributes: {
        type: 'check/missing',
        message: 'fixtures/a/expected.json:12:5: targets[3]: missing: 毛入园率 eq 95% 2025',
      },
    });
    expect(failure?.text).toContain('sentence: “到2025年,毛入园率达到95%”');
    expect(cases[1]?.children.map(({ name }) => name)).toEqual(['system-out']);
  });

  it('says how many more failures a case has', () => {
    const text = write('junit', [{ name: 'a', findings: [missing, { ...missing, message: 'second' }] }]);
    const failure = xml(text).children[0]?.children[0]?.children[0];
    expect(failure?.attributes.message).toMatch(/2025 \(and 1 more\)$/);
    expect(failure?.text).toContain('second');
  });

  it('is well-formed XML 1.0 that says what it was given', () => {
    const suite = xml(write('junit', hostile, hostileEnd)).children[0];
    const cases = suite?.children.filter(({ name }) => name === 'testcase') ?? [];
    expect(cases).toHaveLength(HOSTILE.length);
    expect(cases[0]?.attributes.name).toBe('a\nb\r\nc\td');
    expect(cases[1]?.attributes.name).toBe(HOSTILE[1]);
    expect(cases[2]?.attributes.name).toContain('<U+0000><U+0001><U+001B>[31mred<U+0007>');
    expect(cases[3]?.attributes.name).toBe('lone <U+D800> and <U+DFFF>, whole 𠮷');
    fc.assert(
      fc.property(fc.array(anything, { maxLength: 4 }), (list) => {
        const found = xml(write('junit', list.map(checkedOf))).children[0]?.children ?? [];
        expect(found.filter(({ name }) => name === 'testcase')).toHaveLength(list.length);
      }),
    );
  });
});

/** What the runner of GitHub Actions does: commands at the start of a line, `##[` anywhere, unless they are stopped. */
function runner(log: string): { command: string; properties: Record<string, string>; message: string }[] {
  const obeyed: ReturnType<typeof runner> = [];
  let stopped: string | null = null;
  const decode = (text: string): string =>
    text
      .replaceAll('%0D', '\r')
      .replaceAll('%0A', '\n')
      .replaceAll('%3A', ':')
      .replaceAll('%2C', ',')
      .replaceAll('%25', '%');
  for (const line of log.split('\n')) {
    const [, command = '', list = '', message = ''] = /^\s*::([^\s:]+)(?: ([^:]*))?::(.*)$/.exec(line) ?? [];
    if (stopped !== null) {
      if (command === stopped) stopped = null;
      continue;
    }
    if (command === 'stop-commands') stopped = message;
    else if (command !== '') {
      const pairs = list
        .split(',')
        .map((pair) => [pair.split('=')[0] ?? '', decode(pair.slice(pair.indexOf('=') + 1))]);
      obeyed.push({ command, properties: Object.fromEntries(pairs), message: decode(message) });
    } else if (line.includes('##[')) obeyed.push({ command: '##[', properties: {}, message: line });
  }
  return obeyed;
}

describe('github', () => {
  it('is the text, with an annotation for every error and warning', () => {
    const log = write('github');
    expect(
      log
        .split('\n')
        .filter((line) => !line.startsWith('::'))
        .join('\n'),
    ).toBe(write('text'));
    expect(log.split('\n').filter((line) => line.startsWith('::'))).toEqual([
      '::error file=fixtures/a/expected.json,line=12,col=5,title=check/missing::targets[3]: missing: 毛入园率 eq 95%25 2025%0Asentence: “到2025年,毛入园率达到95%25”%0Avalue: 95 -> 96',
      '::warning file=fixtures/b/source.txt,line=3,title=check/odd::odd',
    ]);
  });

  it('has no other command that the runner would obey, whatever the files hold', () => {
    const commands = runner(write('github', hostile, hostileEnd));
    expect(commands.map(({ command }) => command)).toEqual(HOSTILE.flatMap(() => ['error', 'warning']));
    expect(commands[14]?.properties.file).toBe('file:a,b%c');
    expect(commands[14]?.message).toBe('file:a,b%c: file:a,b%c\nfile:a,b%c\nfile:a,b%cfile:a,b%c');
    fc.assert(
      fc.property(fc.array(anything, { maxLength: 4 }), (list) => {
        expect(runner(write('github', list.map(checkedOf)))).toHaveLength(list.length);
      }),
    );
  });

  it('obeys what is in a text where nothing stops it: the reading above is right', () => {
    expect(runner('x\n::add-mask::secret\n##[x]y')).toHaveLength(2);
  });
});

describe('sarif', () => {
  const require = createRequire(import.meta.url);
  const schema = JSON.parse(
    readFileSync(require.resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'), 'utf8'),
  );
  const { default: Ajv } = require('ajv-draft-04');
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
  require('ajv-formats').default(ajv);
  const validate = ajv.compile(schema);
  const valid = (text: string) => {
    const log = JSON.parse(text);
    validate(log);
    expect(validate.errors ?? []).toEqual([]);
    return log;
  };

  it('is held against the schema of the standard', () => {
    expect(validate({ version: '2.1.0', runs: [{ tool: { driver: {} } }] })).toBe(false);
    expect(validate({ version: '2.1.0', runs: [{ tool: { driver: { name: 'x' } }, results: [{}] }] })).toBe(false);
  });

  it('is valid, with rules, levels, places and the numbers', () => {
    const [run] = valid(write('sarif')).runs;
    expect(run.tool.driver).toMatchObject({ name: 'gongwen check', version: '1.2.3' });
    expect(run.tool.driver.rules.map((rule: { id: string }) => rule.id)).toEqual([
      'check/missing',
      'check/known',
      'check/odd',
    ]);
    expect(run.tool.driver.rules[1].defaultConfiguration.level).toBe('note');
    expect(run.results[0]).toMatchObject({
      ruleId: 'check/missing',
      ruleIndex: 0,
      level: 'error',
      message: { text: expect.stringContaining('\nvalue: 95 -> 96') },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'fixtures/a/expected.json', uriBaseId: '%SRCROOT%' },
            region: { startLine: 12, startColumn: 5 },
          },
          logicalLocations: [{ fullyQualifiedName: 'targets[3]' }],
        },
      ],
    });
    expect(run.results[2].ruleIndex).toBe(2);
    expect(run.properties).toEqual({ scores: { targets: 1 } });
  });

  it('knows a finding again where lines have moved, and tells equal ones apart', () => {
    const prints = (...findings: Finding[]): string[] =>
      JSON.parse(write('sarif', [{ name: 'a', findings }])).runs[0].results.map(
        (result: { partialFingerprints: Record<string, string> }) => Object.values(result.partialFingerprints)[0],
      );
    const [first, second, other] = prints(missing, { ...missing, line: 99 }, { ...missing, message: 'other' });
    expect(prints({ ...missing, line: 40, column: 1 })).toEqual([first]);
    expect(second).toBe(first?.replace(/:1$/, ':2'));
    expect(other).not.toBe(first);
  });

  it('is valid whatever the files hold', () => {
    expect(valid(write('sarif', hostile, hostileEnd)).runs[0].results).toHaveLength(HOSTILE.length * 3);
    valid(write('sarif', []));
    fc.assert(
      fc.property(fc.array(anything, { maxLength: 4 }), (list) => void valid(write('sarif', list.map(checkedOf)))),
    );
  });

  it.each([
    ['./a b/计划.html', 'a%20b/%E8%AE%A1%E5%88%92.html', '%SRCROOT%'],
    ['../x/a:b#c?d%.txt', '../x/a%3Ab%23c%3Fd%25.txt', '%SRCROOT%'],
    ['/abs/x.txt', 'file:///abs/x.txt', undefined],
    ['C:\\plans\\x.txt', 'file:///C%3A/plans/x.txt', undefined],
    ['a//b', 'a/b', '%SRCROOT%'],
  ])('writes the path %s as %s', (path, uri, base) => {
    expect(uriOf(path)).toEqual(base === undefined ? { uri } : { uri, uriBaseId: base });
  });
});
