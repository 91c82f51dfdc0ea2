import { reportForms, reportSummaries } from '../report/forms/names.js';
import { formats, summaries } from '../write/writer.js';

/** What stands above the help of a command: how it is used. */
export const EXAMPLES = {
  program: `Examples:
  gongwen extract plan.html                       one JSON object on stdout
  gongwen extract plans -o out                    every plan below a folder, one JSON file each
  gongwen extract plans -o out --format json,csv  also tables for Excel
  gongwen clean plan.html                         the cleaned text
  gongwen clean plan.html --explain               what was removed and repaired, and why
  gongwen outline plan.html                       the headings, as a tree
  gongwen explain plan.html --record t12          how a record came about
  gongwen explain plan.html --line 40             what became of every number of a line
`,
  extract: `Examples:
  gongwen extract plan.html > plan.json
  gongwen extract plans 'more/**/*.txt' -o out --format json,jsonl,csv
  gongwen extract plans -o out --format csv --headers zh
  find plans -name '*.html' -print0 | gongwen extract --files-from - -o out
  gongwen extract plans --format jsonl | jq -r '.targets[].indicator'
  gongwen extract plan.txt --format csv --table targets
  curl -s https://example.org/plan.html | gongwen extract -
`,
  clean: `Examples:
  gongwen clean plan.html > plan.txt
  gongwen clean plan.html --explain               what was removed and repaired, where and why
  gongwen clean plan.html --keep spam,footer      with what would be removed for these reasons
  gongwen clean plans -o texts                    every plan below a folder, one .txt each
  gongwen clean plans -o texts --explain          with a .log beside each, for people
  gongwen clean old.txt --encoding big5
`,
  outline: `Examples:
  gongwen outline plan.html
  gongwen outline plan.html --depth 2             chapters and their sections only
  gongwen outline plan.html --items               with the items of lists (一是…, 二是…)
  gongwen outline plan.html --json | jq -r '..|.chain? // empty'
`,
  explain: `Examples:
  gongwen explain plan.html --record t12          how a target came about; also d3, r7
  gongwen explain plan.html --line 40             why numbers of a line are targets, or are none
  gongwen explain plan.html --source-line 112     the same for a line of the file itself
  gongwen explain plan.html --line 40 --json | jq -r '.lines[].tokens[]|[.text,.fate,.why]|@tsv'
`,
  compare: `Examples:
  gongwen compare plans                           a table on stdout, with the sentences below it
  gongwen compare plans -o compare.xlsx           a workbook: numbers lead to their sentences and back
  gongwen compare plans -o out                    workbook, page, Markdown and CSV into a folder
  gongwen compare plans --by year -o compare.html
  gongwen compare plans --indicators list.csv -o compare.xlsx --headers zh
  gongwen compare plans --format csv > sentences.csv
`,
  report: `Examples:
  gongwen report plan.html -o review.html         the text with every record marked, to accept or reject
  gongwen report plans -o review.html --lang en
  gongwen report out -o review.html               of a folder that "gongwen extract -o out" wrote
  gongwen report plans.jsonl --source plans -o review.html
`,
  validate: `Examples:
  gongwen validate out                            everything that a run has written
  gongwen validate out/targets.csv                one table, as a spreadsheet saved it
  gongwen validate gongwen.xlsx --source plans    and every quote against its original
  gongwen validate out/*.json --report sarif --report-file validate.sarif
`,
  merge: `Examples:
  gongwen merge work/shard-* -o out               shards, in the order of the whole
  gongwen merge run-a run-b -o out                runs over other files, one after the other
  gongwen merge old new -o out --on-conflict last
`,
  schema: `Examples:
  gongwen schema > document.schema.json
  gongwen schema target
  gongwen schema config                           of gongwen.config.json
  gongwen schema --list
`,
  completion: `Examples:
  gongwen completion fish > ~/.config/fish/completions/gongwen.fish
  source <(gongwen completion bash)               in ~/.bashrc
  source <(gongwen completion zsh)                in ~/.zshrc, behind compinit
`,
  check: `Examples:
  gongwen check fixtures
  gongwen check fixtures/education --update       take what is found now as what is expected
  gongwen check fixtures --min targets=0.95       fail where F of targets is below 0.95
  gongwen check fixtures --report-file report.xml JUnit XML besides the text
  gongwen check fixtures --from verdicts.json     what verdicts of the review page would change
`,
} as const;

/** What stands below it, of those that have a form of their own. */
export const OUTLINE_HELP = `
A line tells a heading, its first and last line in what "gongwen clean" prints, and how many targets, deadlines and
responsible units (distinct names) stand in it, all sections inside included. A file of several documents is told part
by part. On a terminal long titles are cut. Gaps in the numbering and tables that could not be read are told on stderr.

--json prints one object: path, title, counts (sections, items, tables, targets, deadlines, units), parts, diagnostics.
A part has id, kind, title, lines, counts, own, tables, children; a section among the children has id, kind, marker,
title, chain, level, lines, counts, own, tables, children; a table has id, title, header, rows, columns, lines. "counts"
are of all that stands inside, "own" of the text outside of sections inside. Ids are those that "gongwen extract" gives.`;

export const EXPLAIN_HELP = `
Of a record it tells: its line with the numbers and times in it and what each was read as, the clause, the rule, what was
taken from elsewhere (a year from the sentence before, a name from the heading of a list), section, table row, and the
place in the original. Of a line: what became of every number (target, baseline, rejected, not read, no quantity) and of
every expression of time (deadline or none), and why. Ids are those that "gongwen extract" gives.

--json prints one object. Of a record: path, id, record (as extract gives it), line (line, text, kind, tokens), source
(line, column, start, end, last), section (id, chain, title, role, roleFrom: the section whose heading gives the role),
item, clause, rule (id, finds), taken (field, value, from) and table (id, title, row, cells with name, kind, year, text and
own). Of a line: path, lines (line, text, source: first and last line of the file, section, kind, table, tokens) and
removed (reason, why, text: what the cleaning took out of this line of the file).
A token has kind (number, time), text, start, end, column, read (value, valueMax, unit, measures, comparator; or from, to,
year, recurring, limit, status, relative, implied; null where digits are no quantity), fate (target, baseline, rejected,
unread, none; or deadline, none), reason, why, records, and rule or binds (the targets whose year a time gives).`;

export const CHECK_HELP = `
Reports:
${reportForms.map((form) => `  ${form.padEnd(9)}${reportSummaries[form]}`).join('\n')}

At the end precision, recall and F of every kind: right is a record that is equal to an expected one in all fields that are
compared. Known gaps of case.json do not fail the check, but count as misses here. expected.json may list all records of a
kind, or only those that it must contain and must exclude; "gongwen schema expectation" prints its schema.`;

export const FORMATS_HELP = `
Formats:
${formats.map((name) => `  ${name.padEnd(9)}${summaries[name]}`).join('\n')}`;

export const COMPARE_HELP = `
Rows are indicators: those that gongwen knows by id, whatever plans call them, others by name. What is another quantity
has a row of its own: another unit that cannot be brought to the same, a change, what it is told against, per year, a part
(农村, 石桥镇), an output. Names that are alike and were not merged are proposed beside the row. A year in brackets is not in
the sentence but taken from the heading, the table or the period of the plan.
`;
