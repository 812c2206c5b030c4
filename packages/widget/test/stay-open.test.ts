import assert from "node:assert/strict";
import { test } from "node:test";
import { screens } from "./gallery/open-gallery.ts";
import { useShops } from "./open-shop.ts";

const startShop = useShops();

test("a window left open is open on the shop's next page, which keeps the focus; a closed one is not", async (t) => {
  const shop = await startShop(t);
  const { page, launcher, window, goOn } = await shop.visit();
  await launcher.click();
  await window.getByRole("textbox").fill("hello");
  await window.getByRole("textbox").press("Enter");
  await window.getByText("hello", { exact: true }).first().waitFor();

  await goOn();
  await window.getByText("hello", { exact: true }).first().waitFor();
  assert.equal(await launcher.getAttribute("aria-expanded"), "true");
  assert.equal(await page.evaluate(() => document.activeElement?.tagName), "BODY");
  assert.equal((await shop.count()).conversations, 1);

  await window.getByRole("button", { name: "Close the chat" }).click();
  await window.waitFor({ state: "hidden" });
  const loaded = page.waitForRequest("**/look?*");
  await goOn();
  await loaded;
  await launcher.waitFor();
  assert.equal(await launcher.getAttribute("aria-expanded"), "false");
  assert.equal(await window.count(), 0);
});

test("who closed a window that the shop opens finds it closed on the next page", async (t) => {
  const shop = await startShop(t);
  const { launcher, window, goOn } = await shop.visit({ attributes: "data-open" });
  await window.getByRole("button", { name: "Close the chat" }).click();
  await goOn();
  await launcher.waitFor();
  assert.equal(await launcher.getAttribute("aria-expanded"), "false");
  assert.equal(await window.count(), 0);
});

test("on a phone the next page is the shop's", async (t) => {
  const shop = await startShop(t);
  const { asked, launcher, window, goOn } = await shop.visit({ options: screens.phone });
  await launcher.tap();
  await window.getByRole("textbox").waitFor();
  await goOn();
  await launcher.waitFor();
  assert.equal(asked().filter((path) => path === "/widget/app.js").length, 1);
  assert.equal(await window.count(), 0);
});

for (const broken of ["get", "set"] as const) {
  test(`where the tab's storage throws (${broken}), the window opens and closes as ever`, async (t) => {
    const shop = await startShop(t);
    const refuse = `{ throw new DOMException("Blocked.", "SecurityError"); }`;
    const storage =
      broken === "get" ? `get() ${refuse}` : `value: new Proxy({}, { set() ${refuse} })`;
    const head = `<script>Object.defineProperty(window, "sessionStorage", { ${storage} })</script>`;
    const { launcher, window, goOn, told } = await shop.visit({ head });
    await launcher.click();
    await window.getByRole("textbox").waitFor();
    await goOn();
    await launcher.click();
    await window.getByRole("button", { name: "Close the chat" }).click();
    await window.waitFor({ state: "hidden" });
    assert.deepEqual(told, []);
  });
}
