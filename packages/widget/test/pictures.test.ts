import assert from "node:assert/strict";
import { test } from "node:test";
import { photo } from "../../meetbot/src/features/pictures/files/pictures.fixture.ts";
import { eventually } from "../../meetbot/test/fixtures/eventually.ts";
import { useShops } from "./open-shop.ts";

const startShop = useShops();

test("a customer sends a picture from the menu, sees it, and is offered a person", async (t) => {
  const shop = await startShop(t);
  await shop.bots.change(shop.botId, { pictures: true });
  const { page, told, launcher } = await shop.visit();
  await launcher.click();
  await page.getByRole("button", { name: "My orders" }).waitFor();
  await page.locator(".menu > summary").click();
  const input = page.locator(".menu input[type=file]");
  const file = {
    name: "cup.png",
    mimeType: "image/png",
    buffer: await photo(3000, 90).png().toBuffer(),
  };
  await input.setInputFiles(file);
  const offer = /^I cannot look at pictures or files myself, but a person can/;
  await page.locator(".entry.bot").getByText(offer).waitFor();
  const own = page.locator(".entry.customer img.own");
  await own.waitFor();
  assert.equal(await own.evaluate((image: HTMLImageElement) => image.naturalWidth), 320);
  assert.equal(await page.getByText("📷").count(), 1);
  assert.equal(await input.isVisible(), false, "the menu is closed again");

  // Another page, where nothing of it is left: it comes back, small, and leaves the sign where it was.
  const asked = page.waitForRequest((one) => /\/pictures\/p_[0-9a-f]{32}$/.test(one.url()));
  await page.reload();
  assert.equal((await asked).method(), "GET");
  const widths = () =>
    own.evaluate((image: HTMLImageElement) => [
      image.naturalWidth,
      Math.round(image.getBoundingClientRect().width),
    ]);
  await eventually(15_000, async () => assert.deepEqual(await widths(), [320, 160]));
  assert.equal(await page.getByText("📷").count(), 1);

  await page.locator(".menu > summary").click();
  await input.setInputFiles({
    name: "cup.png",
    mimeType: "image/png",
    buffer: Buffer.from("<svg/>"),
  });
  await page.getByText("Not taken: JPEG, PNG, WebP, HEIC or PDF up to 10 MB.").waitFor();
  assert.deepEqual(
    told.filter((line) => !/415/.test(line)),
    [],
  );
});

test("where the bot takes no pictures, none is asked for", async (t) => {
  const shop = await startShop(t);
  const { page, launcher } = await shop.visit();
  await launcher.click();
  await page.getByRole("button", { name: "My orders" }).waitFor();
  await page.locator(".menu > summary").click();
  assert.equal(await page.locator(".menu input").count(), 0);
});
