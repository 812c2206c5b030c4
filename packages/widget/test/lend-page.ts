import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";

/** A page of a browser without a past, for one test. */
export interface LentPage {
  page: Page;
  context: BrowserContext;
  /** Takes it back: the next test with the same options gets it, without anything that this one has left. */
  giveBack(): Promise<void>;
}

/** A page that tests use one after the other. What it was given for good, `isSpoiled` says. */
interface Kept {
  browser: Browser;
  page: Page;
  context: BrowserContext;
  isSpoiled: boolean;
}

/** Each keeps a process of the browser, with what it has compiled of the page's scripts. */
const maxKept = 4;

const idle: { key: string; kept: Kept }[] = [];

/** What cannot be taken back from a page or a context. */
const lasting = {
  page: ["addInitScript", "emulateMedia", "exposeBinding", "exposeFunction", "setExtraHTTPHeaders"],
  context: [
    ...["addInitScript", "exposeBinding", "exposeFunction", "grantPermissions", "newCDPSession"],
    ...["on", "once", "setExtraHTTPHeaders", "setGeolocation"],
  ],
  clock: ["install", "pauseAt", "runFor", "setFixedTime", "setSystemTime"],
};

/** What tests listen to. */
const events = [
  ...["console", "dialog", "download", "framenavigated", "pageerror", "popup"],
  ...["request", "requestfailed", "requestfinished", "response"],
];

/**
 * Lends a page. A page that was opened before has its scripts compiled, and takes half of the time of a new one.
 */
export async function lendPage(
  browser: Browser,
  options: BrowserContextOptions,
): Promise<LentPage> {
  const key = JSON.stringify(options);
  const at = idle.findLastIndex((one) => one.key === key && one.kept.browser === browser);
  const [found] = at < 0 ? [] : idle.splice(at, 1);
  const kept = found?.kept ?? (await open(browser, options));
  const origins = new Set<string>();
  kept.page.on("framenavigated", (frame) => {
    if (/^https?:/.test(frame.url())) origins.add(new URL(frame.url()).origin);
  });
  return {
    page: kept.page,
    context: kept.context,
    async giveBack() {
      const isClean = await clean(kept, origins, options).catch(() => false);
      if (!isClean) return kept.context.close();
      idle.push({ key, kept });
      if (idle.length > maxKept) await idle.shift()?.kept.context.close();
    },
  };
}

async function open(browser: Browser, options: BrowserContextOptions): Promise<Kept> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const kept = { browser, page, context, isSpoiled: false };
  const spoil = () => {
    kept.isSpoiled = true;
  };
  watch(page, lasting.page, spoil);
  watch(context, lasting.context, spoil);
  watch(page.clock, lasting.clock, spoil);
  return kept;
}

/** Tells when one of these methods is called. */
function watch(target: object, names: readonly string[], tell: () => void): void {
  const methods = target as Record<string, (...args: unknown[]) => unknown>;
  for (const name of names) {
    const own = methods[name];
    if (!own) throw new Error(`Playwright has no ${name} any more.`);
    methods[name] = (...args) => {
      tell();
      return own.apply(target, args);
    };
  }
}

/** Leaves nothing of a test on its page; says whether that was possible. */
async function clean(
  { page, context, isSpoiled }: Kept,
  origins: Set<string>,
  { viewport }: BrowserContextOptions,
): Promise<boolean> {
  const isPlain = !isSpoiled && !page.isClosed() && context.pages().length === 1;
  if (!isPlain || origins.size > 1 || context.serviceWorkers().length > 0) return false;
  // Not all listeners: some are Playwright's own.
  for (const event of events) page.removeAllListeners(event);
  await Promise.all([
    page.unrouteAll({ behavior: "ignoreErrors" }),
    context.unrouteAll({ behavior: "ignoreErrors" }),
    context.setOffline(false),
    context.clearCookies(),
    context.clearPermissions(),
  ]);
  const [origin] = origins;
  if (origin) {
    // Its storage can be reached from one of its own pages only.
    await page.route("**/*", (route) => route.fulfill({ contentType: "text/html", body: "" }));
    await page.goto(`${origin}/`);
    await page.evaluate(emptyStorage);
    await page.unrouteAll({ behavior: "wait" });
  }
  await page.goto("about:blank");
  if (viewport) await page.setViewportSize(viewport);
  await page.mouse.move(-1, -1);
  return true;
}

// Run in the page, whose types this project does not know: hence as text.
const emptyStorage = `(async () => {
  localStorage.clear();
  sessionStorage.clear();
  const databases = await indexedDB.databases();
  for (const { name } of databases) indexedDB.deleteDatabase(name);
})()`;
