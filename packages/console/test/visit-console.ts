import type { Role } from "@meetbot/model/operator.ts";
import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { newToken } from "../../meetbot/src/secrets/token.ts";
import { bot } from "../../meetbot/src/store/store.fixture.ts";
import type { Store } from "../../meetbot/src/store/store.ts";
import { openLink } from "../../meetbot/test/fixtures/open-link.ts";
import { lendPage } from "../../widget/test/lend-page.ts";

/** Nothing that a test waits for takes longer. */
const patienceMs = 60_000;

export const widths = { desktop: 1280, phone: 375, small: 320 } as const;

/** How a browser looks at the console. */
export interface Look {
  locale?: "en" | "zh";
  scheme?: "light" | "dark";
  width?: keyof typeof widths;
}

/** Returns the session cookie of an operator with a role on the bot; creates the operator if there is none. */
export async function openSession(
  { operators }: Pick<Store, "operators">,
  origin: string,
  as: Role | "administrator",
  name: string = as,
): Promise<string> {
  const email = `${name.toLowerCase()}@shop.example`;
  const operator =
    (await operators.findByEmail(email)) ??
    (await operators.create({ name, email, administrator: as === "administrator" }));
  if (as !== "administrator") await operators.grantRole(bot.id, operator.id, as);
  const token = newToken();
  await operators.createLink({ token, livesForS: 60, createdBy: "test", operatorId: operator.id });
  return openLink(`${origin}/#${token}`);
}

/** A page of the console that somebody looks at. */
export interface Visitor {
  page: Page;
  context: BrowserContext;
  /** What the browser complains about. */
  complaints: string[];
  /** Closes the visit when the test no longer needs it. */
  leave(): Promise<void>;
}

/** Opens an address in a browser without a past but this session; `cookie` null: nobody is signed in. */
export async function openBrowser(
  browser: Browser,
  { origin, path, cookie }: { origin: string; path: string; cookie: string | null },
  { locale = "en", scheme = "light", width = "desktop" }: Look = {},
): Promise<Visitor> {
  const { page, context, giveBack } = await lendPage(browser, optionsOf(locale, scheme, width));
  context.setDefaultTimeout(patienceMs);
  for (const one of cookie?.split("; ") ?? []) {
    const [name = "", value = ""] = one.split(/=(.*)/s);
    await context.addCookies([{ name, value, url: origin, sameSite: "Strict" }]);
  }
  const complaints = watch(page);
  await page.goto(`${origin}${path}`);
  return { page, complaints, context, leave: giveBack };
}

function optionsOf(
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
