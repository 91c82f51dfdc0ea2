import { Tinypool } from 'tinypool';
import type { Result, Setting, Task } from './task.js';
import { openWork } from './work.js';

// As in `cli/main.ts`: a promise that nobody waits for must not break a thread off.
process.on('unhandledRejection', () => {});

let work: ReturnType<typeof openWork> | undefined;

/** The entry of a worker thread: reads one document. */
export default async function readTask(task: Task): Promise<Result> {
  work ??= openWork(Tinypool.workerData as Setting);
  return (await work)(task);
}
