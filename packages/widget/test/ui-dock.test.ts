import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "playwright-core";
import { screens, useGallery } from "./gallery/open-gallery.ts";

const open = useGallery();

/** With the keyboard of the screen up, half of a phone is left. */
const looks = {
  ...screens,
  typing: { ...screens.phone, viewport: { width: 375, height: 400 } },
  lying: { ...screens.phone, viewport: { width: 568, height: 320 } },
};

/** The words that stand, in sight or not, where the button to the newest message is. */
function wordsBehind(page: Page): Promise<string[]> {
  return page.getByRole("button", { name: /To the newest|New messages/ }).evaluate((button) => {
    const area = button.getBoundingClientRect();
    const root = button.getRootNode() as ShadowRoot;
    const box = root.querySelector(".transcript")!;
    const { top, bottom } = box.getBoundingClientRect();
    const words = document.createTreeWalker(box, NodeFilter.SHOW_TEXT);
    const covered: string[] = [];
    while (words.nextNode()) {
      const range = document.createRange();
      range.selectNode(words.currentNode);
      for (const line of range.getClientRects()) {
        const isBeside = line.right <= area.left || line.left >= area.right;
        const seen = { top: Math.max(top, line.top), bottom: Math.min(bottom, line.bottom) };
        if (isBeside || seen.top >= seen.bottom) continue;
        if (seen.top < area.bottom && seen.bottom > area.top) covered.push(range.toString());
      }
    }
    return covered;
  });
}

for (const [name, options] of Object.entries(looks)) {
  test(`the button to the newest message covers no word, at rest or with news: ${name}`, async () => {
    await using opened = await open({ state: "packagesMany" }, options);
    const { page } = opened;
    await page.locator(".menu").waitFor();
    await page.getByRole("button", { name: "To the newest message" }).waitFor();
    assert.deepEqual(await wordsBehind(page), []);
    await page.getByRole("region", { name: "Conversation" }).evaluate(async (box) => {
      for (const top of [120, 90]) {
        const scrolled = new Promise((done) =>
          box.addEventListener("scroll", done, { once: true }),
        );
        box.scrollTo(0, top);
        await scrolled;
      }
    });
    await page.evaluate(() => {
      const { chat } = window.gallery;
      const { entries } = chat.state();
      const reply = { kind: "text" as const, text: "News" };
      chat.become({ entries: [...entries, { key: "n", from: "bot", locale: "en", reply }] });
    });
    await page.getByRole("button", { name: "New messages" }).waitFor();
    assert.deepEqual(await wordsBehind(page), []);
  });

  test(`what can be chosen after a long list is in sight, and so is the list: ${name}`, async () => {
    await using opened = await open({ state: "ordersMasked" }, options);
    const { page } = opened;
    const { height } = options.viewport;
    for (const choice of ["More", "Get a code by email"]) {
      const button = (await page.getByRole("button", { name: choice }).boundingBox())!;
      assert.ok(button.y >= 0 && button.y + button.height <= height, choice);
      assert.ok(button.x >= 0 && button.x < options.viewport.width - 44, choice);
    }
    const asked = (await page.getByText("yilia@meetbot.biz").boundingBox())!;
    const box = (await page.getByRole("region", { name: "Conversation" }).boundingBox())!;
    assert.ok(asked.y >= box.y && asked.y + asked.height <= box.y + box.height);
    assert.ok(box.height >= 130, `${box.height} px are left to read in`);
  });
}

test("nothing that was said moves when an answer comes", async () => {
  await using opened = await open({ state: "welcome" });
  const { page } = opened;
  const shifts = await page.evaluate(async () => {
    const { chat } = window.gallery;
    const moved: number[] = [];
    const observer = new PerformanceObserver((list) => {
      moved.push(
        ...list.getEntries().map((entry) => (entry as PerformanceEntry & { value: number }).value),
      );
    });
    observer.observe({ type: "layout-shift", buffered: true });
    const { entries } = chat.state();
    const reply = { kind: "text" as const, text: "News" };
    chat.become({ entries: [...entries, { key: "n", from: "bot", locale: "en", reply }] });
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    for (let count = 0; count < 4; count += 1) await frame();
    for (const entry of observer.takeRecords())
      moved.push((entry as PerformanceEntry & { value: number }).value);
    return moved;
  });
  assert.deepEqual(shifts, []);
});

test("many buttons leave room for what they are about, and can all be reached", async () => {
  await using opened = await open({ state: "welcome" }, screens.phone);
  const { page } = opened;
  const titles = Array.from({ length: 12 }, (_, index) => `Where is MB1234567${index}?`);
  await page.evaluate((all) => {
    const { chat } = window.gallery;
    const choices = all.map((title) => ({ title, payload: title }));
    const reply = { kind: "text" as const, text: "Which one?", choices };
    chat.become({ entries: [{ key: "n", from: "bot", locale: "en", reply }] });
  }, titles);
  const last = page.getByRole("button", { name: titles.at(-1)! });
  const rows = await last.evaluate((button) => button.parentElement!.clientHeight);
  assert.ok(rows < 3 * 44, `${rows} px of buttons`);
  await last.click();
});
