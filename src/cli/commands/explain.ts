import { explainer } from '../../explain.js';
import { type PlanReading, readPlan } from '../../pipeline.js';
import { linesText } from '../../report/explain-line.js';
import { recordText } from '../../report/explain-record.js';
import type { Explanation, Question } from '../../schema/explanation.js';
import { type ReadOptions, readOne } from '../reading.js';
import { FAILED, OK, type Terminal, UsageError } from '../terminal.js';

export interface ExplainCommandOptions extends ReadOptions {
  readonly record?: string;
  readonly line?: number;
  readonly sourceLine?: number;
  readonly json?: boolean;
}

/** What is asked, where it is asked as one question. */
function questionOf({ record, line, sourceLine }: ExplainCommandOptions): Question {
  const asked: Question[] = [
    ...(record === undefined ? [] : [{ record }]),
    ...(line === undefined ? [] : [{ line }]),
    ...(sourceLine === undefined ? [] : [{ sourceLine }]),
  ];
  const [question] = asked;
  if (question && asked.length === 1) return question;
  const which = asked.length === 0 ? 'explain what?' : 'one at a time:';
  throw new UsageError(
    `${which} --record ID (gongwen extract gives the ids), --line N (as gongwen clean prints it) or --source-line N`,
  );
}

/** `gongwen explain FILE`: how a record came about, or what became of every number and time of a line. */
export async function explain(file: string, options: ExplainCommandOptions, terminal: Terminal): Promise<number> {
  const question = questionOf(options);
  let reading: PlanReading | undefined;
  const parse: ReadOptions['parse'] = async (bytes, wanted) => {
    reading = await readPlan(bytes, wanted);
    return reading.parsed;
  };
  const read = await readOne([file], { ...options, parse }, terminal);
  if (read === null || reading === undefined) return FAILED;
  const explanation = answer(reading, question);
  const text =
    'record' in explanation
      ? () => recordText(explanation, read.document, terminal.paper)
      : () => linesText(explanation, read.document, terminal.paper);
  await terminal.out(options.json ? `${JSON.stringify(explanation, null, 2)}\n` : text());
  return OK;
}

function answer(reading: PlanReading, question: Question): Explanation {
  try {
    return explainer(reading)(question);
  } catch (error) {
    if (error instanceof RangeError) throw new UsageError(error.message);
    throw error;
  }
}
