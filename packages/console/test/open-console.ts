import { readFileSync } from "node:fs";
import type { TestContext } from "node:test";
import { fileURLToPath } from "node:url";
import type { Role } from "@meetbot/model/operator.ts";
import type { AxeResults } from "axe-core";
import type { Page } from "playwright-core";
import { type Seed, startTestServer } from "../../meetbot/src/server/server.fixture.ts";
import type { ServerOptions } from "../../meetbot/src/server/start-server.ts";
import { bot } from "../../meetbot/src/store/store.fixture.ts";
import { shareBrowser } from "../../widget/test/shared-browser.ts";
import { type Look, openBrowser, openSession, widths } from "./visit-console.ts";

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

/** Where no server listens at this moment, and the browser may still know the console's scripts. */
let freePort: number | undefined;

/** A busy machine takes that long at most to draw a page for another width. */
const placedWithinMs = 15_000;

/** Starts servers with a console, and visits them in the browser that the test's process has. */
export function prepareConsoles() {
  const browser = shareBrowser();

  return async function startConsole(
    t: TestContext,
    options: Partial<ServerOptions> = {},
    seed?: Seed,
  ) {
    const ownOrigins = (port: number) => [`http://localhost:${port}`];
    const server = await startWhereFree(t, { ownOrigins, ...options }, seed);
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
        const opened = await openBrowser(await browser(), at, look);
        t.after(opened.leave);
        return opened;
      },
    };
  };
}

/** Starts a server where the one of the test before was: what the browser has compiled, it has not to compile again. */
async function startWhereFree(t: TestContext, options: Partial<ServerOptions>, seed?: Seed) {
  const port = freePort ?? 0;
  freePort = undefined;
  const start = (port: number) => startTestServer(t, { port, ...options }, seed);
  const server = await start(port).catch((error: NodeJS.ErrnoException) => {
    // Somebody else has it by now.
    if (error.code !== "EADDRINUSE") throw error;
    return start(0);
  });
  t.after(() => {
    freePort = Number(new URL(server.url).port);
  });
  return server;
}

/**
 * What axe finds wrong with the page as it is now. Behind a dialog nothing can be reached, and it was looked at
 * before: then only the dialog is looked at.
 */
export async function findFaults(page: Page, within?: string): Promise<string[]> {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe);
  // All that axe says is a megabyte, of which nobody needs more than this.
  const options = { runOnly: tags, resultTypes: ["violations"] };
  return page.evaluate(
    async ({ within, options }) => {
      type Axe = { run(within: string, options: object): Promise<AxeResults> };
      const modal = "[aria-modal=true]";
      const place = within ?? (document.querySelector(modal) ? modal : "html");
      const { violations } = await (window as unknown as { axe: Axe }).axe.run(place, options);
      return violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`,
      );
    },
    { within, options },
  );
}

/** Whether something sticks out to the right: a page is never wider than its screen, and fits 320 px. */
export async function isTooWide(page: Page): Promise<boolean> {
  const sticksOut = await page.evaluate(
    () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
  );
  const screen = page.viewportSize();
  if (sticksOut || !screen || screen.width <= widths.small) return sticksOut;
  await page.setViewportSize({ ...screen, width: widths.small });
  // What floats is placed anew in the next frames.
  const fits = page.waitForFunction(
    () => document.documentElement.scrollWidth <= document.documentElement.clientWidth,
    undefined,
    { timeout: placedWithinMs },
  );
  const isTooWide = await fits.then(
    () => false,
    () => true,
  );
  await page.setViewportSize(screen);
  return isTooWide;
}
