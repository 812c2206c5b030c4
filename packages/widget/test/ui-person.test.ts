import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "playwright-core";
import { eventually } from "../../meetbot/test/fixtures/eventually.ts";
import { useGallery } from "./gallery/open-gallery.ts";

const open = useGallery();

/** Everything that a screen reader announces besides the messages. */
const told = (page: Page) => page.getByRole("dialog").getByRole("status").locator("p");
const line = (page: Page) => page.locator(".who");

test("a person's messages have their name above the first of a stretch, and all are read with it", async () => {
  await using opened = await open({ state: "person" });
  const { page } = opened;
  const names = page.locator(".person > .unseen");
  await page.locator(".below").first().waitFor();
  assert.deepEqual(await names.allTextContents(), [
    "Ada · Northwind",
    "Ada · Northwind",
    "Ada · Northwind",
  ]);
  const heights = await names.evaluateAll((all) =>
    all.map((one) => one.getClientRects()[0]!.height),
  );
  assert.deepEqual(
    heights.map((height) => height > 10),
    [true, false, true],
  );
});

test("a person's words look other than the bot's, and lead to pages as those do", async () => {
  await using opened = await open({ state: "person" });
  const { page } = opened;
  const background = (from: string) =>
    page
      .locator(`.${from} .bubble`)
      .first()
      .evaluate((bubble) => getComputedStyle(bubble).backgroundColor);
  await page.getByRole("link", { name: "https://shop.example/blog" }).waitFor();
  assert.notEqual(await background("person"), await background("bot"));
  assert.notEqual(await background("person"), await background("customer"));
});

test("who answers stands at the top as it changes, is read out, and goes with the person", async () => {
  await using opened = await open({ state: "welcome" });
  const { page } = opened;
  await page.locator(".below").first().waitFor();
  assert.equal(await line(page).count(), 0);
  const become = (holder: "bot" | "waiting" | "person") =>
    page.evaluate((next) => window.gallery.chat.become({ holder: next }), holder);

  await become("waiting");
  await line(page).getByText("We have called a person. You can go on asking.").waitFor();
  await become("person");
  await line(page).getByText("You are talking with a person.").waitFor();
  await page.evaluate(() => {
    const { chat } = window.gallery;
    const reply = { kind: "text", text: "Good morning!" } as const;
    const entry = { key: "p1", from: "person", name: "Ada", locale: "en", reply } as const;
    chat.become({ entries: [...chat.state().entries, entry] });
  });
  await line(page).getByText("You are talking with Ada.").waitFor();
  await page
    .locator("[aria-live] p", { hasText: "Ada: Good morning!" })
    .waitFor({ state: "attached" });
  await become("bot");
  await line(page).waitFor({ state: "detached" });

  await eventually(5_000, async () =>
    assert.deepEqual(await told(page).allTextContents(), [
      "We have called a person. You can go on asking.",
      "You are talking with a person.",
      "You are talking with Ada.",
    ]),
  );
  assert.deepEqual(opened.complaints, []);
});

test("that a person writes is told by name, and once", async () => {
  await using opened = await open({ state: "person" });
  const { page } = opened;
  await line(page).getByText("You are talking with Ada.").waitFor();
  const type = (typing: string | boolean) =>
    page.evaluate((next) => window.gallery.chat.become({ typing: next }), typing);
  await type("Ada");
  await line(page).getByText("You are talking with Ada. Ada is writing…").waitFor();
  await page.locator(".typing").waitFor();
  await type("Ada");
  await type(false);
  await page.locator(".typing").waitFor({ state: "detached" });
  await eventually(5_000, async () =>
    assert.deepEqual(await told(page).allTextContents(), [
      "You are talking with Ada.",
      "Ada is writing…",
    ]),
  );
});

test("in an ended conversation nobody answers", async () => {
  await using opened = await open({ state: "person" });
  await line(opened.page).waitFor();
  await opened.page.evaluate(() => window.gallery.chat.become({ phase: "ended" }));
  await line(opened.page).waitFor({ state: "detached" });
});

test("a person's words are no answer of the bot's that could be rated", async () => {
  await using opened = await open({ state: "person" });
  const { page } = opened;
  await page.locator(".below").first().waitFor();
  assert.equal(await page.locator(".person .thumb").count(), 0);
});

test("who answers is said in the language that the window has changed to", async () => {
  await using opened = await open({ state: "welcome" });
  const { page } = opened;
  await page.locator(".below").first().waitFor();
  await page.evaluate(() => {
    const { chat } = window.gallery;
    const reply = { kind: "text", text: "Guten Tag!" } as const;
    const entry = { key: "b1", from: "bot", locale: "de", reply } as const;
    chat.become({ entries: [...chat.state().entries, entry] });
  });
  await page.locator("[lang=de-DE]").first().waitFor();
  await page.evaluate(() => window.gallery.chat.become({ holder: "waiting" }));
  await line(page).getByText("Jemand vom Shop ist gerufen. Sie können weiter fragen.").waitFor();
});
