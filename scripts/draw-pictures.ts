// Draws the picture of the README anew: the demo in a real browser. `npm run pictures`.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import sharp from "sharp";
import { launchBrowser } from "../packages/widget/test/browser.ts";

/** What is asked, and what is waited for. */
const question = "where is my order MBWXS75S9878?";
const answer = "Linen Shirt";
const size = { width: 1200, height: 760 };

const folder = fileURLToPath(new URL("../docs/pictures/", import.meta.url));
const program = fileURLToPath(new URL("../packages/meetbot/bin/meetbot.js", import.meta.url));
const data = mkdtempSync(join(tmpdir(), "meetbot-pictures-"));
mkdirSync(folder, { recursive: true });

const demo = spawn(
  process.execPath,
  [program, "demo", "--json", "--no-samples", "--port", "0", "--data", join(data, "demo")],
  { stdio: ["ignore", "pipe", "inherit"] },
);
const browser = await launchBrowser();
try {
  const [line] = await once(createInterface({ input: demo.stdout }), "line");
  const { demo_url: url } = JSON.parse(String(line)) as { demo_url: string };
  const page = await browser.newPage({ viewport: size, locale: "en-US" });
  await page.goto(url);
  await page.locator("button.launcher").click();
  const field = page.locator("meetbot-chat textarea").first();
  await field.fill(question);
  await field.press("Enter");
  await page.locator("meetbot-chat article", { hasText: answer }).first().waitFor();
  await page.evaluate("document.fonts.ready");
  await page.waitForLoadState("load");
  const drawn = await page.screenshot({ animations: "disabled" });
  await sharp(drawn).png({ palette: true, effort: 10 }).toFile(join(folder, "demo-shop.png"));
} finally {
  await browser.close();
  const ended = once(demo, "exit");
  demo.kill("SIGTERM");
  await ended;
  rmSync(data, { recursive: true, force: true });
}
