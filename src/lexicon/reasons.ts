/*
 * Why a number is no target and an expression of time no deadline, in words. The readers say which names they give;
 * one that has no words here does not compile.
 */

/** Quantities that commit to nothing. */
export const REJECTED = {
  role: 'its section looks back or states principles',
  past: 'told as done, or of a year before the plan',
  state: 'tells how things are, not what is to be',
  name: 'part of a name, a slogan or a word',
  threshold: 'says who or what is meant, not how much is to be',
  condition: 'a condition, a reward or a starting point, not what is to be reached',
  aside: 'says the value beside it again in another unit',
  measure: 'an age, a score, a grade, or how many parts something has',
  'row-done': 'its row of the table lies before the plan',
} as const;

/** Quantities that nothing came of. */
export const UNREAD = {
  'no-rule': 'no rule reads the words around it',
  each: 'says for how many of something the number behind it is',
  nameless: 'the words around it do not name what is measured',
  heading: 'stands in the title of a heading; only what follows it is read',
  contents: 'stands in a table of contents',
  torn: 'a comma or full stop goes through it, or it stands in no clause',
} as const;

/** Numbers in the cells of a table that are none of its values. */
export const CELLS = {
  'table-head': 'stands in the caption or the head of a table',
  'table-past': 'the table tells what has been done',
  'table-scores': 'the table gives points for marks, not goals',
  'table-unplanned': 'the table lists what there is and sets nothing',
  'table-label': 'part of what names the row',
  'table-base': 'its column tells where things stood, and no target of the row starts from it',
  'table-sum': 'a sum of the rows around it',
  'table-shared': 'one value for several rows is of none of them alone',
  'table-value': 'the cell holds more than one plain value',
  'table-row': 'its row or column does not say that it is a goal, or lies before the plan',
  'table-column': 'its column is none of values or sizes',
} as const;

/** Digits that are no quantity. */
export const NO_QUANTITY = {
  marker: 'the number of a heading or item',
  numbered: 'the number of an annex, a table or a figure',
  'document-number': 'the number of a document',
  ordinal: 'an ordinal',
  letters: 'part of a name or sign with letters or marks',
  version: 'a version',
  code: 'a code or telephone number',
  date: 'part of a date that names no deadline',
  idiom: 'a set phrase that counts nothing',
  adjoining: 'belongs to the expression beside it',
  other: 'what stands around it makes it a name or a sign',
} as const;

/** Expressions of time that set no deadline. */
export const NO_DEADLINE = {
  review: 'its section looks back',
  heading: 'stands in the title of a heading; only what follows it is read',
  contents: 'stands in a table of contents',
  torn: 'a comma or full stop goes through it',
  cell: 'stands in a table, in no column of times',
  state: 'since or until when something has been so, or what it is compared with',
  past: 'before the plan, or told as done',
  'no-day': 'names no day, month or year',
  title: 'stands in a title, a caption or a head, which only names its years',
  paper: 'the day of a paper, a speech or a signature',
  'in-force': 'says when something takes effect, how long it holds, or what years a plan is for',
  name: 'part of a name, a slogan, a file or a note in brackets',
  rule: 'the year in which a rule or a formula counts',
  statement: 'says what the time is or announces what follows; nothing is due in it',
  attribute: 'says of what year something is, not when anything is to be done',
  idle: 'nothing around it says what is due',
} as const;

/** How tables are read, in place of a rule. */
export const TABLE_RULES = {
  indicators: 'a value where the row of an indicator meets a column of the time to come',
  years: 'a value where the row of a year meets the column of what is measured',
  shares: 'what a town or body has to do of a task that the table shares out',
  work: 'a size of the project or task that its row names',
  times: 'the time that a row of work gives in a column of times',
  bodies: 'the bodies that a row of work names in a column of those responsible',
} as const;

/** How deadlines and responsibilities are read in running text. */
export const TEXT_RULES = {
  time: 'an expression of time in a clause that says what is due',
  bracket: 'who is responsible, told in brackets or on a line of its own',
  body: 'an office and its work, told in a clause of the text',
} as const;

/** What a section is for. */
export const ROLES = {
  goal: 'goals',
  task: 'tasks',
  review: 'review',
  stance: 'principles',
} as const;
