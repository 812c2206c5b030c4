// Draws the pictures of the README and the documentation anew: the demo in a real browser. `npm run pictures`.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import type { Browser, Page } from "playwright-core";
import sharp from "sharp";
import { launchBrowser } from "../packages/widget/test/browser.ts";

/** For each language: the question, the message that calls a person, and the ending of a picture's name. */
const languages = [
  {
    ...{ locale: "en-US", ending: "", question: "where is my order MBWXS75S9878?" },
    waiting: "I'd like to talk to a person",
  },
  {
    ...{ locale: "zh-CN", ending: "-zh", question: "我的订单 MBWXS75S9878 到哪了？" },
    waiting: "转人工",
  },
];
const answer = "Linen Shirt";
const size = { width: 1200, height: 760 };

const folder = fileURLToPath(new URL("../docs/pictures/", import.meta.url));
const program = fileURLToPath(new URL("../packages/meetbot/bin/meetbot.js", import.meta.url));
const data = mkdtempSync(join(tmpdir(), "meetbot-pictures-"));
mkdirSync(folder, { recursive: true });

const demo = spawn(
  process.execPath,
  [program, "demo", "--json", "--port", "0", "--data", join(data, "demo")],
  { stdio: ["ignore", "pipe", "inherit"] },
);
const browser = await launchBrowser();
try {
  const [line] = await once(createInterface({ input: demo.stdout }), "line");
  const ready = JSON.parse(String(line)) as Record<"demo_url" | "console_url" | "bot_id", string>;
  for (const language of languages) await drawShop(browser, ready.demo_url, language);

  const context = await browser.newContext({ viewport: size, locale: "en-US" });
  const page = await context.newPage();
  await page.goto(ready.console_url);
  await page.getByRole("button", { name: "Open the console" }).click();
  await page.waitForURL((url) => !url.pathname.endsWith("/welcome"));
  const origin = `${new URL(ready.console_url).origin}/console/bots/${ready.bot_id}`;
  const state = await context.storageState();
  await context.close();
  for (const { locale, ending, waiting } of languages) {
    const own = await browser.newContext({ viewport: size, locale, storageState: state });
    const console = await own.newPage();
    await console.goto(`${origin}/inbox`);
    const said = console.getByText(waiting, { exact: true });
    await console.getByRole("link").filter({ has: said }).first().click();
    await said.nth(1).waitFor();
    await draw(console, `inbox${ending}.png`);
    await console.goto(`${origin}/overview`);
    await console.getByRole("heading", { level: 2 }).first().waitFor();
    await console.waitForFunction("!document.querySelector('.mantine-Skeleton-root')");
    await draw(console, `overview${ending}.png`);
    await own.close();
  }
} finally {
  await browser.close();
  const ended = once(demo, "exit");
  demo.kill("SIGTERM");
  await ended;
  rmSync(data, { recursive: true, force: true });
}

/** The demo's shop, with a question asked in the chat. */
async function drawShop(
  browser: Browser,
  url: string,
  { locale, ending, question }: (typeof languages)[number],
): Promise<void> {
  const page = await browser.newPage({ viewport: size, locale });
  await page.goto(url);
  await page.locator("button.launcher").click();
  const field = page.locator("meetbot-chat textarea").first();
  await field.fill(question);
  await field.press("Enter");
  await page.locator("meetbot-chat article", { hasText: answer }).first().waitFor();
  await draw(page, `demo-shop${ending}.png`);
  await page.close();
}

async function draw(page: Page, name: string): Promise<void> {
  await page.evaluate("document.fonts.ready");
  await page.waitForLoadState("load");
  const drawn = await page.screenshot({ animations: "disabled" });
  await sharp(drawn).png({ palette: true, effort: 10 }).toFile(join(folder, name));
}
