import type { Words } from '../words.js';

/** Words of the page's frame and of the document in its text. */
export const FRAME_WORDS = {
  'page.title': { zh: '公文核对', en: 'Plan review' },
  'kind.targets': { zh: '目标', en: 'Targets' },
  'kind.deadlines': { zh: '时限', en: 'Deadlines' },
  'kind.responsibilities': { zh: '责任', en: 'Responsibilities' },
  'kind.one.targets': { zh: '目标', en: 'Target' },
  'kind.one.deadlines': { zh: '时限', en: 'Deadline' },
  'kind.one.responsibilities': { zh: '责任', en: 'Responsibility' },
} satisfies Words;
