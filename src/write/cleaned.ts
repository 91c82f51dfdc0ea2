import { explanation } from '../report/explain.js';
import { plainPaper } from '../report/paper.js';
import { defineWriter } from './writer.js';

/** What `clean` writes: texts and, `.log` so that nothing takes it for a plan, what was done to come to them. */
export const cleanedWriters = {
  text: defineWriter<string>({
    encode:
      async () =>
      ({ text }) =>
        text,
    open: async () => ({
      add: (data, name) => [{ file: `${name}.txt`, data, complete: true }],
      end: () => [],
    }),
  }),
  log: defineWriter<string>({
    encode:
      async () =>
      ({ document, sums }) =>
        explanation(document, sums, plainPaper),
    open: async () => ({
      add: (data, name) => [{ file: `${name}.log`, data, complete: true }],
      end: () => [],
    }),
  }),
};
