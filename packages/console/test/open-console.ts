import { readFileSync } from "node:fs";
import { after, before, type TestContext } from "node:test";
import { fileURLToPath } from "node:url";
import type { AxeResults } from "axe-core";
import type { Browser, Page } from "playwright-core";
import type { Role } from "../../meetbot/src/model/operator.ts";
import { type Seed, startTestServer } from "../../meetbot/src/server/server.fixture.ts";
import type { ServerOptions } from "../../meetbot/src/server/start-server.ts";
import { bot } from "../../meetbot/src/store/store.fixture.ts";
import { launchBrowser } from "../../widget/test/browser.ts";
import { type Look, openBrowser, openSession } from "./visit-console.ts";

const axe = readFileSync(fileURLToPath(import.meta.resolve("axe-core/axe.min.js")), "utf8");

/** All that axe knows of WCAG 2.2 A and AA, and its best practices. */
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

interface Visit extends Look {
  /** Below `/console`. */
  path?: string;
  /** Whom the browser is signed in as; `null`: nobody. */
  as?: Role | "administrator" | null;
}

/** The bot of {@link startTestServer}'s store. */
export const botId = bot.id;

/** Starts servers with a console, and visits them in one browser for all tests of a file. */
export function prepareConsoles() {
  let browser: Browser;
  before(async () => {
    browser = await launchBrowser();
  });
  after(() => browser.close());

  return async function startConsole(
    t: TestContext,
    options: Partial<ServerOptions> = {},
    seed?: Seed,
  ) {
    const ownOrigins = (port: number) => [`http://localhost:${port}`];
    const server = await startTestServer(t, { ownOrigins, ...options }, seed);
    const origin = server.url.replace("127.0.0.1", "localhost");

    const signIn = (as: Role | "administrator") => openSession(server.store, origin, as);

    return {
      ...server,
      origin,
      signIn,
      /** Calls the admin API as a program would, with a session. */
      async call(cookie: string, method: string, path: string, body?: object) {
        return fetch(`${origin}/api/v1${path}`, {
          method,
          headers: { Cookie: cookie, Origin: origin, "Content-Type": "application/json" },
          ...(body && { body: JSON.stringify(body) }),
        });
      },
      /** Opens a page of the console in a browser without a past. */
      async visit(visit: Visit = {}) {
        const { path = "/", as = "owner", ...look } = visit;
        const cookie = as === null ? null : await signIn(as);
        const at = { origin, path: `/console${path}`, cookie };
        const opened = await openBrowser(browser, at, look);
        t.after(() => opened.context.close());
        return opened;
      },
    };
  };
}

/** What axe finds wrong with the page as it is now. */
export async function findFaults(page: Page, within = "html"): Promise<string[]> {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe);
  // All that axe says is a megabyte, of which nobody needs more than this.
  const look = { within, options: { runOnly: tags, resultTypes: ["violations"] } };
  return page.evaluate(async ({ within, options }) => {
    type Axe = { run(within: string, options: object): Promise<AxeResults> };
    const { violations } = await (window as unknown as { axe: Axe }).axe.run(within, options);
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`);
  }, look);
}

/** Whether something sticks out to the right: a page is never wider than its screen. */
export async function isTooWide(page: Page): Promise<boolean> {
  return page.evaluate(
    () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
  );
}
