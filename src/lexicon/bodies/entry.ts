/** What a body is, in the field `kind` of a unit. */
export type BodyKind =
  | 'party'
  | 'congress'
  | 'government'
  | 'department'
  | 'judicial'
  | 'organisation'
  | 'institution'
  | 'company'
  | 'taskforce';

/** Where a body stands between state and village. */
export type BodyLevel = 'national' | 'provincial' | 'prefectural' | 'county' | 'township' | 'village';

/**
 * A field of work that offices are named after: 教育 in 教育局, 教育厅, 教体局. An office that has several is known by all
 * of them: 教育体育局 is `education-sports`.
 */
export interface Competence {
  /** Kebab English, stable across versions. */
  readonly id: string;
  /** The word in full. */
  readonly name: string;
  /**
   * Other spellings, with a blank between; `[x]` may be left out, `(x|y)` is one of the two. A single character counts
   * only beside others: 教 in 教体局.
   */
  readonly forms?: string;
  /** Names that hold the ending: 教委. */
  readonly whole?: string;
  /** Its ministry is called 部: 教育部 needs no word of level. */
  readonly ministry?: true;
}

/** An office whose name is no field of work with 局 behind it, as written behind the word of level: 人民检察院, 妇联. */
export interface Office {
  /** Kebab English, stable across versions. */
  readonly id: string;
  readonly name: string;
  /** Other names, written like those of competences. */
  readonly forms?: string;
  readonly kind: BodyKind;
  /** Its level where the name alone says it: 海关总署. */
  readonly level?: BodyLevel;
}
