import assert from "node:assert/strict";
import { test } from "node:test";
import { eventually } from "../../meetbot/test/fixtures/eventually.ts";
import { startChatServer } from "./chat-server.ts";
import { prepareWatchedPages } from "./watched-page.ts";

const openPage = prepareWatchedPages();

const lines = 120;

test("a long conversation opens with its end; what was said before comes as somebody scrolls up, and moves nothing", async (t) => {
  const server = await startChatServer(t);
  const { page, told } = await openPage(t);
  await page.goto(`${server.url}/chat/${server.botId}`);
  await page.getByText("Lantern Street", { exact: true }).first().waitFor();
  await page.locator(".entries > li").first().waitFor();
  await server.sayLines(lines);
  await page.getByText(`Line ${lines}`, { exact: true }).waitFor();
  await page.reload();
  await page.getByText(`Line ${lines}`, { exact: true }).waitFor();
  assert.equal(await page.getByText("Line 1", { exact: true }).count(), 0);

  const box = page.locator(".transcript");
  const top = page.locator(".entries > li").first();
  const topLine = (await top.textContent())?.match(/Line \d+/)?.[0] ?? "";
  const first = page.getByText(topLine, { exact: true });
  // Read where it was scrolled: what comes next moves it for less than a frame.
  const before = await first.evaluate((line) => {
    line.closest(".transcript")!.scrollTo(0, 0);
    return line.getBoundingClientRect().y;
  });
  await page.getByText(`Line ${Number(topLine.slice(5)) - 1}`, { exact: true }).waitFor();
  await eventually(5_000, async () =>
    assert(Math.abs((await first.boundingBox())!.y - before) < 30),
  );

  while ((await page.getByText("Line 1", { exact: true }).count()) === 0) {
    await box.evaluate((element) => element.scrollTo(0, 0));
    await page.evaluate(() => new Promise(requestAnimationFrame));
  }
  assert.deepEqual(
    await page.getByText(/^Line \d+$/).allInnerTexts(),
    Array.from({ length: lines }, (_, nth) => `Line ${nth + 1}`),
  );
  assert.deepEqual(told, []);
});
