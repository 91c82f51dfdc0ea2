import { openApp } from './app.js';
import { correctRecord } from './correct-form.js';
import { el, replaceChildren } from './dom.js';
import { exportsButton, guardLeaving } from './exports.js';
import { header, tabsOf } from './header.js';
import { showHelp } from './help.js';
import { judge as judgeOf } from './judge.js';
import { browserKeeper, followKeeper } from './keeper.js';
import { listenToKeys } from './keys.js';
import { mainPart } from './main-part.js';
import { searchBox } from './search-box.js';
import { openState } from './state.js';
import { readDocument, readIndex } from './store.js';
import { isNarrow } from './text.js';
import { openVerdicts } from './verdict-store.js';
import { languageOf } from './words.js';

const index = readIndex();
const state = openState(languageOf(index.language, navigator.languages), 'text');
const live = el('div', { class: 'toast', role: 'status', 'aria-live': 'polite' });
const root = document.getElementById('app') as HTMLElement;

let fading: ReturnType<typeof setTimeout> | undefined;
const announce = (text: string): void => {
  live.textContent = text;
  live.classList.add('seen');
  clearTimeout(fading);
  fading = setTimeout(() => live.classList.remove('seen'), 3500);
};

const verdicts = openVerdicts(index.documents, browserKeeper());
const app = openApp({ index, state, verdicts, read: readDocument, announce });
const judge = judgeOf(app);
const correct: Parameters<typeof mainPart>[1]['correct'] = (ref) => correctRecord(app, judge, ref);
const [firstTab = 'text'] = tabsOf(app);
state.set({ tab: firstTab, numbers: !isNarrow() });

/** What lies below the header begins where it ends, however many rows it has. */
const heights = new ResizeObserver(([entry]) => {
  const height = entry?.borderBoxSize[0]?.blockSize ?? 0;
  document.documentElement.style.setProperty('--top', `${Math.round(height)}px`);
});

let focusSearch = (): void => {};
let moved = (): void => {};

/** Build the page, anew after a change of the language. */
function build(): void {
  state.clear();
  const { language } = state.now();
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  const main = mainPart(app, { judge, correct });
  const search = searchBox(app, main.text);
  focusSearch = () => {
    state.set({ tab: 'text' });
    search.focus();
  };
  moved = main.moved;
  const actions = {
    rebuild: build,
    exports: exportsButton(app, app.settleAll),
    search: search.element,
    help: () => showHelp(app),
  };
  const skip = el('a', { class: 'skip', href: '#main' }, app.say('skip'));
  const top = header(app, actions);
  replaceChildren(root, skip, top, main.element);
  heights.disconnect();
  heights.observe(top);
}

build();
let asked = false;
const onScroll = (): void => {
  if (asked) return;
  asked = true;
  requestAnimationFrame(() => {
    asked = false;
    moved();
  });
};
addEventListener('scroll', onScroll, { passive: true });
document.body.append(live);
listenToKeys(app, { judge, correct, search: () => focusSearch(), help: () => showHelp(app) });
guardLeaving(app);
followKeeper((sha256) => {
  verdicts.reload(sha256);
  app.settleAll();
  state.judged();
});
