import * as z from 'zod';
import { id, isoDate, lines, offset, sectionId, year } from './fields.js';

/* The file, the facts about the document in it, and how it is built. */

export const encoding = z
  .object({
    name: z.string().describe('WHATWG or IANA name, lower case.'),
    via: z
      .enum(['bom', 'valid-utf8', 'declared', 'detected', 'forced'])
      .describe(
        'What told it. bom: a byte order mark; valid-utf8: the bytes are nothing else; declared: the page, where two readings tie; detected: the characters that come out; forced: the caller, also where he gave a text that is decoded already.',
      ),
    confidence: z.number().min(0).max(1).describe('How clear the choice was, from 0 to 1; look at the text below 0.5.'),
    replaced: offset.describe('Characters that could not be decoded.'),
  })
  .describe('How the bytes were read.');

export const source = z
  .object({
    path: z
      .string()
      .describe(
        'The name that the file was given by; corpus.csv#12 and pages.zip#a/plan.html for a document inside of one.',
      ),
    sha256: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .describe('SHA-256 of the bytes, 64 digits in lower case.'),
    bytes: offset.describe('Size of the document in bytes.'),
    format: z
      .enum(['text', 'html', 'docx', 'pdf'])
      .describe('What its bytes say that it is; text: Markdown too, html: web archives and mails too.'),
    encoding,
    script: z
      .enum(['simplified', 'traditional', 'mixed'])
      .describe('What the input was written in; the output is simplified.'),
  })
  .describe('The file.');

export const meta = z
  .object({
    title: z
      .string()
      .nullable()
      .describe('The title of the plan, not of the notice that brings it; null where none is found.'),
    issuer: z
      .string()
      .nullable()
      .describe('Who issued it, as the block of facts, the head or the signature says; null where none does.'),
    documentNumber: z.string().nullable().describe('发文字号, such as 望政办发〔2023〕11号; null where there is none.'),
    indexNumber: z.string().nullable().describe('索引号 of the site that published it; null where there is none.'),
    writtenOn: isoDate.nullable().describe('成文日期, YYYY-MM-DD; null where no day is given.'),
    publishedOn: isoDate.nullable().describe('发布日期, YYYY-MM-DD; null where no day is given.'),
    url: z.string().nullable().describe('Where it was downloaded from, as the file or the corpus says.'),
    period: z
      .object({ from: year.describe('First year.'), to: year.describe('Last year, inclusive.') })
      .nullable()
      .describe('The years that the plan is for; null where it does not say.'),
    region: z.string().nullable().describe('The area that it is for, as printed; null where nothing names one.'),
    regionLevel: z
      .enum(['national', 'provincial', 'prefectural', 'county', 'township'])
      .nullable()
      .describe('The level of the region, of who issues where there is none; null where nothing proves it.'),
  })
  .describe('Facts about the document.');

export const part = z
  .object({
    id: id('p').describe('p1, p2 … in the order of the text; stable for the same bytes and version, as all ids are.'),
    kind: z
      .enum(['notice', 'plan', 'interpretation'])
      .describe('notice: a cover that brings a plan; interpretation: 解读 of one; plan: everything else.'),
    title: z.string().nullable().describe('Null where it has none.'),
    lines,
    start: offset.describe('Where it begins in the cleaned text, UTF-16 units from 0.'),
    end: offset.describe('Where it ends, exclusive.'),
  })
  .describe('One document of a file: a cover notice, a plan. Annexes belong to the part that they stand in.');

export const section = z
  .object({
    id: id('s').describe('s1, s2 … in the order of the text.'),
    parent: id('s').nullable().describe('The section around it; null at the top.'),
    level: z.int().positive().describe('Depth in the tree, 1 at the top.'),
    kind: z
      .enum(['heading', 'annex', 'box', 'item'])
      .describe('annex: 附件; box: 专栏; item: a point of a list inside of a paragraph (一是, ①, ——).'),
    marker: z
      .string()
      .describe('Its number with brackets and without points (一, (三), 1, 附件1); empty for a heading without one.'),
    title: z.string().describe('The heading without its number; of an item its first words.'),
    chain: z.string().describe('Markers from the root joined by "/".'),
    annex: z.int().nonnegative().describe('0 in the main text, else the number of the annex.'),
    part: id('p').describe('The part that it stands in.'),
    lines: lines.describe('From the heading to the end of the last section inside, 1-based lines of the cleaned text.'),
    start: offset.describe('Where its heading begins, UTF-16 units of the cleaned text.'),
    end: offset.describe('The section is the slice [start, end) of the cleaned text, all sections inside included.'),
  })
  .describe('A heading and what is below it, or a point of a list.');

export const tableColumn = z
  .object({
    kind: z
      .enum([
        ...['index', 'group', 'label', 'unit', 'value', 'change', 'property', 'time'],
        ...['lead', 'responsible', 'partner', 'place', 'size', 'content', 'note', 'other'],
      ] as const)
      .describe('What the cells of a column say; other where its name does not tell.'),
    year: year.nullable().describe('The year that the values of a column are of.'),
    state: z.enum(['baseline', 'target']).nullable().describe('As the head says it (现状值, 目标值).'),
    unit: z.string().nullable().describe('The unit that the head gives for all cells.'),
  })
  .describe('How a column is read.');

export const table = z
  .object({
    id: id('tb').describe('tb1, tb2 … in the order of the text.'),
    section: sectionId,
    title: z.string().describe('Its caption; empty where it has none.'),
    header: z.array(z.string()).describe('The names of the columns; heads of several rows are joined to one.'),
    columns: z.array(tableColumn).describe('One for each name in the header.'),
    rows: z
      .array(z.array(z.string()))
      .describe('The cells of each row below the head, as long as the header; a cell over several rows is repeated.'),
    lines,
  })
  .describe('A table, wherever it came from: HTML, Word, PDF, drawn in text or flattened to lines.');
