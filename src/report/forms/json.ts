import { isWell, noTally, type ReportAbout, type ReportWriting, tally } from '../finding.js';

const SCHEMA = 'gongwen/report@1';

/** JSON.stringify with an indent, whose further lines stand as deep as the first. */
const indented = (value: unknown, depth: string): string =>
  JSON.stringify(value, null, 2).replaceAll('\n', `\n${depth}`);

/** One JSON object, written piece by piece: what was checked, with its findings, then the totals. */
export function jsonReport({ command, version }: ReportAbout): ReportWriting {
  const sum = noTally();
  const head = { schema: SCHEMA, command, version };
  const opened = `${JSON.stringify(head, null, 2).replace(/\n\}$/, '')},\n  "checked": [`;
  let begun = false;
  const before = (): string => {
    const text = begun ? ',' : opened;
    begun = true;
    return text;
  };
  return {
    add: (checked) => {
      tally(sum, checked);
      const { name, findings, state } = checked;
      const one = { name, well: isWell(checked), ...(state === undefined ? {} : { state }), findings };
      return `${before()}\n    ${indented(one, '    ')}`;
    },
    end: ({ data }) => {
      const close = begun ? '\n  ]' : `${opened}]`;
      const more = Object.entries({ totals: sum, ...data }).map(
        ([key, value]) => `,\n  ${JSON.stringify(key)}: ${indented(value, '  ')}`,
      );
      return `${close}${more.join('')}\n}\n`;
    },
  };
}
