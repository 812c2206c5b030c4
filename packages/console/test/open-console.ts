import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, type TestContext } from "node:test";
import { fileURLToPath } from "node:url";
import type { AxeResults } from "axe-core";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import type { Role } from "../../meetbot/src/model/operator.ts";
import { newToken } from "../../meetbot/src/secrets/token.ts";
import { type Seed, startTestServer } from "../../meetbot/src/server/server.fixture.ts";
import type { ServerOptions } from "../../meetbot/src/server/start-server.ts";
import { bot } from "../../meetbot/src/store/store.fixture.ts";
import { launchBrowser } from "../../widget/test/browser.ts";

const axe = readFileSync(fileURLToPath(import.meta.resolve("axe-core/axe.min.js")), "utf8");

/** All that axe knows of WCAG 2.2 A and AA, and its best practices. */
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** Nothing that a test waits for takes longer. */
const patienceMs = 15_000;

export const widths = { desktop: 1280, phone: 375, small: 320 } as const;

interface Visit {
  /** Below `/console`. */
  path?: string;
  /** Whom the browser is signed in as; `null`: nobody. */
  as?: Role | "administrator" | null;
  locale?: "en" | "zh";
  scheme?: "light" | "dark";
  width?: keyof typeof widths;
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
    const { operators } = server.store;

    /** The cookie of somebody with a role on the bot. */
    async function signIn(as: Role | "administrator"): Promise<string> {
      const email = `${as}@shop.example`;
      const operator =
        (await operators.findByEmail(email)) ??
        (await operators.create({ name: as, email, administrator: as === "administrator" }));
      if (as !== "administrator") await operators.giveRole(bot.id, operator.id, as);
      const token = newToken();
      const link = { token, livesForS: 60, createdBy: "test", operatorId: operator.id };
      await operators.createLink(link);
      const response = await fetch(`${origin}/api/auth/one-time-link/open`, {
        method: "POST",
        headers: { "Content-Type": "application/json", Origin: origin },
        body: JSON.stringify({ token }),
      });
      assert.equal(response.status, 200);
      return response.headers
        .getSetCookie()
        .map((one) => one.split(";")[0])
        .join("; ");
    }

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
        const { path = "/", as = "owner", locale = "en", scheme = "light" } = visit;
        const width = visit.width ?? "desktop";
        const context = await browser.newContext(look(locale, scheme, width));
        t.after(() => context.close());
        context.setDefaultTimeout(patienceMs);
        if (as !== null) {
          for (const cookie of (await signIn(as)).split("; ")) {
            const [name = "", value = ""] = cookie.split(/=(.*)/s);
            await context.addCookies([{ name, value, url: origin, sameSite: "Strict" }]);
          }
        }
        const page = await context.newPage();
        const complaints = watch(page);
        await page.goto(`${origin}/console${path}`);
        return { page, complaints, context };
      },
    };
  };
}

function look(
  locale: "en" | "zh",
  colorScheme: "light" | "dark",
  width: keyof typeof widths,
): BrowserContextOptions {
  const isPhone = width !== "desktop";
  return {
    locale: locale === "zh" ? "zh-CN" : "en-US",
    colorScheme,
    reducedMotion: "reduce",
    viewport: { width: widths[width], height: isPhone ? 700 : 860 },
    ...(isPhone && { isMobile: true, hasTouch: true }),
  };
}

/** What the browser complains about: errors, and violations of the page's policy. */
function watch(page: Page): string[] {
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => {
    // A refused request is part of many tests; what the page makes of it is looked at.
    const isRefusal = /status of (401|403|404|409|422|429)/.test(message.text());
    if (/error|warning/.test(message.type()) && !isRefusal) complaints.push(message.text());
  });
  return complaints;
}

/** What axe finds wrong with the page as it is now. */
export async function findFaults(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe);
  // All that axe says is a megabyte, of which nobody needs more than this.
  return page.evaluate(async (tags) => {
    const { axe } = window as unknown as { axe: { run(options: object): Promise<AxeResults> } };
    const { violations } = await axe.run({ runOnly: tags, resultTypes: ["violations"] });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`);
  }, tags);
}

/** Whether something sticks out to the right: a page is never wider than its screen. */
export async function isTooWide(page: Page): Promise<boolean> {
  return page.evaluate(
    () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
  );
}
