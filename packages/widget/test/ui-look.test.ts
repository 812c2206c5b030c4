import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "playwright-core";
import { screens, useGallery } from "./gallery/open-gallery.ts";

const open = useGallery();
const shell = (page: Page) => page.locator(".window");

test("the page's own styles change nothing in the window", async () => {
  const looks: string[][] = [];
  for (const page of [{}, { hostile: "1" }]) {
    await using opened = await open({ state: "package", ...page }, calm);
    const picture = opened.page.locator(".picture img");
    await picture.evaluate((image: HTMLImageElement) => image.decode());
    looks.push(await shell(opened.page).evaluate(lookOfAll));
  }
  assert.ok(looks[0]!.length > 40);
  assert.deepEqual(looks[1], looks[0]);
});

/** Where each element of the window stands, and all of its styles. */
function lookOfAll(window: Element): string[] {
  return [window, ...window.querySelectorAll("*")].map((element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    const styles = getComputedStyle(element);
    // Sorted: custom properties come in an order that means nothing.
    const all = [...styles].sort().map((name) => `${name}:${styles.getPropertyValue(name)}`);
    return `${element.className} ${x} ${y} ${width} ${height} ${all.sort().join(";")}`;
  });
}

test("the window leaves what else stands in its shadow root alone", async () => {
  await using closed = await open({ closed: "1" }, calm);
  const launcher = closed.page.getByRole("button", { name: "Chat", exact: true });
  const look = () =>
    launcher.evaluate((element) =>
      [...getComputedStyle(element)].sort().map((name) => {
        return [name, getComputedStyle(element).getPropertyValue(name)];
      }),
    );
  const before = await look();
  await closed.page.evaluate(() => window.gallery.mounted.open());
  await shell(closed.page).waitFor();
  assert.deepEqual(await look(), before);
});

test("dark follows the reader's system, unless the shop decides", async () => {
  const dark = { ...calm, colorScheme: "dark" as const };
  const background = async (parameters: Record<string, string>) => {
    await using opened = await open(parameters, dark);
    return await shell(opened.page).evaluate(
      (element) => getComputedStyle(element).backgroundColor,
    );
  };
  assert.equal(await background({}), "rgb(22, 24, 29)");
  assert.equal(await background({ scheme: "light" }), "rgb(255, 255, 255)");
});

test("nothing moves for who wants no motion", async () => {
  const moving = async (reducedMotion: "reduce" | "no-preference") => {
    await using opened = await open({ state: "typing" }, { ...screens.desktop, reducedMotion });
    return await shell(opened.page).evaluate(
      (element) => element.getAnimations({ subtree: true }).length,
    );
  };
  assert.equal(await moving("reduce"), 0);
  assert.notEqual(await moving("no-preference"), 0);
});

test("in forced colors every bubble, choice and button has an edge", async () => {
  await using opened = await open({ state: "welcome" }, { ...calm, forcedColors: "active" });
  const edges = await shell(opened.page)
    .locator(".bubble, .choices .button, .send, .composer")
    .evaluateAll((all) =>
      all.map((element) => {
        const { borderTopWidth, borderTopColor, backgroundColor } = getComputedStyle(element);
        return borderTopWidth !== "0px" && borderTopColor !== backgroundColor;
      }),
    );
  assert.ok(edges.length > 5 && edges.every(Boolean));
});

test("on a page from right to left the window is mirrored, and its text still reads right", async () => {
  await using opened = await open({ state: "order", dir: "rtl" }, calm);
  const { page } = opened;
  const place = async (name: string) => (await page.locator(name).first().boundingBox())!;
  assert.equal((await place(".window")).x, 20);
  assert.ok((await place(".tool")).x < (await place(".name")).x);
  assert.ok((await place(".customer .bubble")).x < (await place(".bot .bubble")).x);
  const direction = await page
    .locator(".bubble")
    .first()
    .evaluate((element) => getComputedStyle(element).direction);
  assert.equal(direction, "ltr");
  assert.equal(await page.locator("bdi", { hasText: "$56.14" }).count(), 1);
});

test("a page sets colors and sizes by custom properties on the host", async () => {
  await using opened = await open({ closed: "1" }, calm);
  const { page } = opened;
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync("meetbot-chat{--meetbot-width:360px;--meetbot-radius:0px}");
    document.adoptedStyleSheets.push(sheet);
    window.gallery.mounted.open();
  });
  assert.equal((await shell(page).boundingBox())!.width, 360);
});

test("a window that grows from a phone's size leaves the page usable again", async () => {
  await using opened = await open({}, { ...calm, viewport: { width: 400, height: 780 } });
  const { page } = opened;
  await page.setViewportSize({ width: 1100, height: 780 });
  await page.locator("#outside").click();
  assert.equal(await page.evaluate(() => document.activeElement?.id), "outside");
});

/** A desktop on which nothing moves. */
const calm = { ...screens.desktop, reducedMotion: "reduce" as const };
