import { el, replaceChildren } from './dom.js';
import { openStore, readIndex } from './store.js';
import { VIEWS } from './views/index.js';
import { languageOf, sayIn } from './words.js';

const index = readIndex();
const say = sayIn(languageOf(index.language, navigator.languages));
const documentAt = openStore();
const root = document.getElementById('app') as HTMLElement;

replaceChildren(root, el('h1', {}, say('page.title')));
for (const view of VIEWS) {
  const section = el('section', { id: `view-${view.id}` });
  root.append(section);
  view.render(section, {
    documents: index.documents.map((_, i) => documentAt(i)),
    say,
    verdictOf: () => null,
    open: () => {},
  });
}
