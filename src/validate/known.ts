import { type Kind, numberOf, type StoredRecord, textOf } from './record.js';

/* What checks need of other records than the one that they look at, gathered before. */

export interface KnownSection {
  readonly kind: string;
  readonly parent: string | null;
  /** Offsets and lines of the cleaned text; -1 where they are not stored. */
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly lastLine: number;
}

/** One document of a data set. */
export interface KnownDocument {
  readonly sections: Map<string, KnownSection>;
  /** The sections of each chain; annexes of one file may number alike. */
  readonly chains: Map<string, KnownSection[]>;
  readonly parts: Set<string>;
  readonly targets: Set<string>;
  /** When they end. */
  readonly deadlines: Map<string, string | null>;
  readonly responsibilities: Set<string>;
  /** Of its bytes, and how they were read; null where nothing says so. */
  sha256: string | null;
  forced: string | null;
  /** Whether characters of the original were lost, which explains what stands for them; null where nothing says so. */
  lossy: boolean | null;
  /** Whether the list of documents has it. */
  listed: boolean;
}

/** What is stored together: one JSON document, the tables of a folder, a workbook, a database. */
export interface Known {
  readonly documents: Map<string, KnownDocument>;
  /** Which lists and tables there are: what is in none that is there does not exist; of the others nothing is said. */
  readonly kinds: Set<Kind>;
}

export const nothingKnown = (kinds: Iterable<Kind>): Known => ({ documents: new Map(), kinds: new Set(kinds) });

function documentIn({ documents }: Known, path: string): KnownDocument {
  const found = documents.get(path);
  if (found) return found;
  const added: KnownDocument = {
    ...{ sections: new Map(), chains: new Map(), parts: new Set(), targets: new Set(), deadlines: new Map() },
    ...{ responsibilities: new Set(), sha256: null, forced: null, lossy: null, listed: false },
  };
  documents.set(path, added);
  return added;
}

function learnSection(document: KnownDocument, record: StoredRecord, id: string): void {
  const section: KnownSection = {
    kind: textOf(record, 'kind') ?? '',
    parent: textOf(record, 'parent') ?? null,
    start: numberOf(record, 'start') ?? -1,
    end: numberOf(record, 'end') ?? -1,
    line: numberOf(record, 'line') ?? -1,
    lastLine: numberOf(record, 'lastLine') ?? -1,
  };
  if (!document.sections.has(id)) document.sections.set(id, section);
  const chain = textOf(record, 'section');
  if (chain === undefined) return;
  const others = document.chains.get(chain);
  if (others) others.push(section);
  else document.chains.set(chain, [section]);
}

function learnDocument(document: KnownDocument, record: StoredRecord): void {
  document.listed = true;
  document.sha256 = textOf(record, 'sha256') ?? null;
  document.forced = record.get('encodingVia') === 'forced' ? (textOf(record, 'encodingName') ?? null) : null;
  const replaced = numberOf(record, 'encodingReplaced');
  if (replaced !== undefined) document.lossy = (document.lossy ?? false) || replaced > 0;
}

/** Diagnostics of documents in which characters stand for lost ones. */
const LOSS = /^(?:encoding\/(?:replaced|mixed)|clean\/(?:lost|guessed)-character)/;

/** Take a record into what is known. */
export function learn(known: Known, record: StoredRecord): void {
  const document = documentIn(known, record.document);
  const id = textOf(record, 'id') ?? '';
  if (record.kind === 'documents') learnDocument(document, record);
  else if (record.kind === 'sections') learnSection(document, record, id);
  else if (record.kind === 'deadlines') document.deadlines.set(id, textOf(record, 'end') ?? null);
  else if (record.kind === 'parts' || record.kind === 'targets' || record.kind === 'responsibilities')
    document[record.kind].add(id);
  else if (record.kind === 'diagnostics' && LOSS.test(textOf(record, 'code') ?? '')) document.lossy = true;
}
