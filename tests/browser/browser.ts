import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe } from 'vitest';

/* A real browser for tests of pages: Debian's chromium, or the one that GONGWEN_CHROMIUM names. */

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const named = process.env.GONGWEN_CHROMIUM;
const program = named ?? PLACES.find((place) => existsSync(place));

/** Machines of tests have no sandbox to give and no display, and nothing shall be asked of the network. */
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-dev-shm-usage',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** For a machine with one core to spare. */
const PATIENCE = 300_000;

/** What happened in a page that a reader must never notice. */
export interface Watch {
  /** Messages of errors and warnings, and exceptions that nobody caught. */
  readonly complaints: string[];
  /** Addresses that were asked for, the page's own aside. None is answered. */
  readonly requests: string[];
  readonly dialogs: string[];
  /** Marks that a payload left by calling `__ran(mark)`, and what else betrays that one ran. */
  readonly ran: () => Promise<string[]>;
  /** What the policy of the page stopped, as `directive blocked`. */
  readonly violations: () => Promise<string[]>;
}

declare global {
  interface Window {
    __ran: (mark: string) => void;
    __marks: string[];
    __violations: string[];
  }
}

/** Runs in the page before anything else of it. */
function listen(): void {
  window.__marks = [];
  window.__violations = [];
  window.__ran = (mark) => {
    window.__marks.push(String(mark));
  };
  document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
    window.__violations.push(`${effectiveDirective} ${blockedURI}`);
  });
}

/** Opens a file in a context of its own, with its ears up. */
export type Open = (file: string, options?: BrowserContextOptions) => Promise<{ page: Page; watch: Watch }>;

async function openIn(
  browser: Browser,
  file: string,
  options: BrowserContextOptions,
): Promise<{ page: Page; watch: Watch }> {
  const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1280, height: 900 }, ...options });
  context.setDefaultTimeout(PATIENCE);
  const [complaints, requests, dialogs]: [string[], string[], string[]] = [[], [], []];
  const own = pathToFileURL(file).href;
  await context.route('**/*', (route) => {
    const url = route.request().url();
    if (url === own) return route.continue();
    requests.push(url);
    return route.abort();
  });
  await context.addInitScript(listen);
  const page = await context.newPage();
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('dialog', async (dialog) => {
    // The question before a page is left is its own.
    if (dialog.type() === 'beforeunload') return dialog.accept();
    dialogs.push(dialog.message());
    await dialog.dismiss();
  });
  await page.goto(own);
  const ran = async (): Promise<string[]> => [
    ...(await page.evaluate(() => window.__marks)),
    ...dialogs.map((text) => `dialog ${text}`),
    ...requests.map((url) => `request ${url}`),
    // Where a payload led the page away, it is another one.
    ...(page.url().split('#')[0] === own ? [] : [`went to ${page.url()}`]),
  ];
  const violations = (): Promise<string[]> => page.evaluate(() => window.__violations);
  return { page, watch: { complaints, requests, dialogs, ran, violations } };
}

/**
 * Tests in a real browser. Skipped, with the reason in their name, where there is none; a browser that GONGWEN_CHROMIUM
 * names must be there.
 */
export function describeInBrowser(name: string, tests: (open: Open) => void): void {
  if (program === undefined) {
    describe.skip(`${name} (skipped: no Chromium at ${PLACES.join(', ')}; install one, or name it with GONGWEN_CHROMIUM)`, () =>
      tests(async () => Promise.reject(new Error('no browser'))));
    return;
  }
  describe(name, { timeout: PATIENCE }, () => {
    let browser: Browser;
    beforeAll(async () => {
      browser = await chromium.launch({ executablePath: program, args: ARGUMENTS, timeout: PATIENCE });
    }, PATIENCE);
    afterAll(async () => {
      await browser?.close();
    }, PATIENCE);
    tests((file, options = {}) => openIn(browser, file, options));
  });
}

/** Until what was started has ended: errors of pictures, animations, timers of no delay. */
export async function settled(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        requestAnimationFrame(() => setTimeout(() => requestAnimationFrame(() => setTimeout(resolve)), 0));
      }),
  );
}
