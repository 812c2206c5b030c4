import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import type { AxeResults } from "axe-core";
import type { Page } from "playwright-core";
import { useThread } from "./open-thread.ts";

const openThread = useThread();
const axe = readFileSync(fileURLToPath(import.meta.resolve("axe-core/axe.min.js")), "utf8");

/** All that axe knows of WCAG 2.2 A and AA, and its best practices. */
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

const looks = [
  { name: "English, light, on a desktop", locale: "en-US", colorScheme: "light", width: 1200 },
  { name: "Chinese, dark, on a small phone", locale: "zh-CN", colorScheme: "dark", width: 320 },
] as const;

for (const { name, width, ...look } of looks) {
  test(`axe finds no fault, and nothing sticks out: ${name}`, async (t) => {
    const viewport = { width, height: 700 };
    const { page, complaints, tap, log } = await openThread(t, { ...look, viewport });
    const check = async (state: string) => {
      assert.deepEqual(await findFaults(page), [], state);
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), width, state);
    };
    await page.locator(".start").waitFor();
    await check("new");
    await page.locator(".start button").click();
    await page.locator(".quick-replies button").first().click();
    await page.getByRole("button", { name: /yilia@meetbot\.biz/ }).click();
    await log.getByText(/1\. (Order|订单) ····/).waitFor();
    await tap(/^(Menu|菜单)$/);
    await check("list and menu");
    await page.keyboard.press("Escape");
    await tap(/^(Send a like|发送一个赞)$/);
    const behind = page.getByRole("button", { name: /^(Behind the scenes|幕后)$/ });
    if ((await behind.getAttribute("aria-expanded")) === "false") await behind.click();
    await page.locator(".person input").fill("Ann");
    await page.locator(".person button[type=submit]").click();
    await log.locator(".author").waitFor();
    await page.locator(".travels summary").first().click();
    await check("a person, and what travels");
    assert.deepEqual(complaints, []);
  });
}

async function findFaults(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const { violations } = (await page.evaluate(
    (values) =>
      (window as unknown as { axe: { run(options: object): unknown } }).axe.run({
        runOnly: { type: "tag", values },
      }),
    tags,
  )) as AxeResults;
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`));
}
