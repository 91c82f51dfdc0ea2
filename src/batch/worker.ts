import { Tinypool } from 'tinypool';
import type { Result, Setting, Task } from './task.js';
import { openWork } from './work.js';

let work: ReturnType<typeof openWork> | undefined;

/** The entry of a worker thread: reads one document. */
export default async function readTask(task: Task): Promise<Result> {
  work ??= openWork(Tinypool.workerData as Setting);
  return (await work)(task);
}
