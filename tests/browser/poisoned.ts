import type { Document, Evidence } from '../../src/schema/model.js';
import { deadline, documentOf, responsibility, section, target, unit } from '../review/records.js';

/** The place of a piece of a text. */
function evidenceOf(text: string, quote: string): Evidence {
  const start = text.indexOf(quote);
  const line = text.slice(0, start).split('\n').length;
  const column = start - text.lastIndexOf('\n', start - 1);
  return { quote, start, end: start + quote.length, line, source: { line, column, start, end: start + quote.length } };
}

/**
 * A document that says the payload wherever a string is free, with a text in which it stands in every record.
 * @param payload of one line.
 */
export function poisoned(payload: string, number: number): { path: string; document: Document; text: string } {
  const p = payload.replaceAll('\n', ' ');
  const lines = [
    `规划${p}`,
    `一、建设${p}`,
    `到2025年${p}建成书屋${p}12个`,
    `责任单位${p}县教育局`,
    `指标${p}`,
    `单位${p}`,
  ];
  const text = `${lines.join('\n')}\n`;
  const of = (line: number): Evidence => evidenceOf(text, lines[line] ?? '');
  const place = { section: 's1', item: null };
  const path = `plans/${number}-${p}.txt`;
  const office = unit('lead', p, { fullName: p, place: p });
  const start = lines[0]?.length ?? 0;
  const document = documentOf({
    source: { ...documentOf().source, path, sha256: number.toString(16).padStart(64, '0') },
    meta: {
      ...{ title: p, issuer: p, documentNumber: p, indexNumber: p, writtenOn: null, publishedOn: null, url: p },
      ...{ period: { from: 2021, to: 2025 }, region: p, regionLevel: 'county' },
    },
    parts: [{ id: 'p1', kind: 'plan', title: p, lines: [1, lines.length], start: 0, end: text.length }],
    sections: [
      section({
        id: 's1',
        marker: p,
        title: p,
        chain: p,
        lines: [2, lines.length],
        start: start + 1,
        end: text.length,
      }),
    ],
    tables: [
      {
        ...{ id: 'tb1', section: 's1', title: p, header: [p, p], rows: [[p, p]], lines: [5, 6] },
        columns: [p, p].map((name) => ({ kind: 'other' as const, year: null, state: null, unit: name })),
      },
    ],
    targets: [
      target({
        id: 't1',
        indicator: p,
        unit: p,
        unitBase: p,
        ...place,
        evidence: of(2),
        deadline: 'd1',
        responsibilities: ['r1'],
      }),
      target({ id: 't2', indicator: p, unit: p, unitBase: p, value: 20, year: 2027, ...place, evidence: of(4) }),
    ],
    deadlines: [
      deadline({ id: 'd1', text: p, task: p, ...place, evidence: of(2) }),
      deadline({ id: 'd2', text: p, task: p, end: null, ...place, evidence: of(5) }),
    ],
    responsibilities: [
      responsibility({
        id: 'r1',
        units: [office],
        duty: p,
        ...place,
        evidence: of(3),
        convention: { quote: p, line: 4 },
      }),
    ],
    conflicts: [{ indicator: p, year: 2025, targets: ['t1', 't2'] }],
    cleaning: {
      removed: [{ reason: 'spam', lines: [1, 1], text: p }],
      repaired: [{ kind: p, line: 3, before: p, after: p }],
    },
    diagnostics: [{ code: p, severity: 'warning', message: p, line: 3 }],
  });
  return { path, document, text };
}
