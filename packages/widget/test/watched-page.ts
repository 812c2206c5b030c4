import type { TestContext } from "node:test";
import type { BrowserContextOptions } from "playwright-core";
import { lendPage } from "./lend-page.ts";
import { shareBrowser } from "./shared-browser.ts";

/** Nothing that a test waits for takes longer. */
const patienceMs = 60_000;

/** Opens pages whose complaints are noted, in the browser that the test's process has. */
export function prepareWatchedPages() {
  const browser = shareBrowser();

  /** An empty page of a browser without a past, and what it will have told its developer. */
  return async function openPage(t: TestContext, options: BrowserContextOptions = {}) {
    const lent = await lendPage(await browser(), { locale: "en-US", ...options });
    const { page, context } = lent;
    t.after(() => lent.giveBack());
    context.setDefaultTimeout(patienceMs);
    const told: string[] = [];
    page.on("console", (message) => {
      if (["error", "warning"].includes(message.type())) told.push(message.text());
    });
    page.on("pageerror", (error) => told.push(String(error)));
    return { page, told };
  };
}
