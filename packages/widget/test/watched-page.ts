import { after, before, type TestContext } from "node:test";
import type { Browser, BrowserContextOptions } from "playwright-core";
import { launchBrowser } from "./browser.ts";

/** Nothing that a test waits for takes longer. */
const patienceMs = 60_000;

/** Starts a browser for all tests of a file, and opens pages in it whose complaints are noted. */
export function prepareWatchedPages() {
  let browser: Browser;
  before(async () => {
    browser = await launchBrowser();
  });
  after(() => browser.close());

  /** An empty page of a browser without a past, and what it will have told its developer. */
  return async function openPage(t: TestContext, options: BrowserContextOptions = {}) {
    const context = await browser.newContext({ locale: "en-US", ...options });
    t.after(() => context.close());
    context.setDefaultTimeout(patienceMs);
    const page = await context.newPage();
    const told: string[] = [];
    page.on("console", (message) => {
      if (["error", "warning"].includes(message.type())) told.push(message.text());
    });
    page.on("pageerror", (error) => told.push(String(error)));
    return { page, told };
  };
}
