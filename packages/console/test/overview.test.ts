import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { type TestContext, test } from "node:test";
import type { Page } from "playwright-core";
import {
  createPast,
  type Played,
  quartersAgo,
} from "../../meetbot/src/store/overview/overview.fixture.ts";
import { eventually } from "../../meetbot/test/fixtures/eventually.ts";
import { botId, findFaults, isTooWide, prepareConsoles } from "./open-console.ts";

const startConsole = prepareConsoles();
const path = `/bots/${botId}/overview`;

const says = {
  title: "Overview",
  conversations: "Conversations",
  selfServed: "Self-served",
  misses: "Misses per conversation",
  left: "Left after a refusal",
  thumbs: "Thumbs up",
  disliked: "What did not help",
  stricter: "stricter rules since",
  openConversation: "Open the conversation",
  questions: "Results of questions",
  asTable: "Show as table",
  asChart: "Show as chart",
  gotAnswer: "Got an answer",
  answered: "Answered",
  days: "30 days",
  custom: "Custom",
  from: "From",
  to: "To",
  show: "Show",
  otherTopic: "Out of scope",
  means: "This means …: do you gift-wrap?",
  why: "Confidence",
  export: "Export CSV",
  checklist: "Go-live checklist",
  retry: "Try again",
  forbidden: "Your role does not allow this",
  internal: "Said by the server.",
  more: "Show more",
} as const;

const answered: Played = { question: "answered" };
const wrote = (text: string, unanswered: NonNullable<Played["unanswered"]>): Played => ({
  event: { kind: "text", text },
  unanswered,
});

/** A console of a bot that held some conversations. */
async function startWithPast(t: TestContext) {
  return startConsole(t, {}, async (parts) => {
    const past = createPast(parts);
    await past.countedUntil(quartersAgo(40 * 96));
    await past.hold(quartersAgo(3 * 96), [answered, { ...answered, personAsked: true }]);
    await past.hold(quartersAgo(2), [{ question: "not_found" }, answered]);
    const ref = await past.hold(quartersAgo(1), [
      wrote("do you gift-wrap?", "not_understood"),
      wrote("I want a refund", "other_topic"),
      { question: "unavailable", deliveries: [{ outcome: "timeout", durationMs: 8000 }] },
    ]);
    await parts.store.feedback.record(ref, 2, "up");
    await parts.store.feedback.record(ref, 4, "down");
    await parts.run("update conversations set active_at = now() - interval '1 hour'");
  });
}

const searchOf = (page: Page) => new URL(page.url()).search;

test("the overview shows figures, charts as tables, other days and what was not answered", async (t) => {
  const server = await startWithPast(t);
  const { page, complaints } = await server.visit({ path, as: "viewer" });
  await page.getByRole("heading", { name: says.title, level: 1 }).waitFor();

  const figure = (name: string) => page.getByRole("group", { name, exact: true });
  await figure(says.conversations).getByText("3", { exact: true }).waitFor();
  await figure(says.selfServed).getByText("33.3%", { exact: true }).waitFor();
  await figure(says.selfServed)
    .getByText(/\b10\b/)
    .waitFor();
  await figure(says.misses).getByText("0.67", { exact: true }).waitFor();
  await figure(says.left).getByText("33.3%", { exact: true }).waitFor();
  await figure(says.thumbs).getByText("50%", { exact: true }).waitFor();
  const disliked = figure(says.thumbs).getByRole("link", { name: says.disliked });
  assert.match((await disliked.getAttribute("href"))!, /\/conversations\?disliked=true$/);
  await page.getByText("UTC", { exact: false }).first().waitFor();
  assert.deepEqual(await findFaults(page), []);

  await page.getByRole("columnheader", { name: says.gotAnswer }).waitFor();

  const chart = page.getByRole("region", { name: says.questions });
  const picture = await chart.getByRole("img").getAttribute("aria-label");
  assert.match(picture ?? "", new RegExp(`${says.answered}.*3`));
  await chart.getByRole("button", { name: says.asTable }).click();
  await chart.getByRole("row").first().waitFor();
  assert.equal(await chart.getByRole("row").count(), 8);
  assert.deepEqual(await findFaults(page), []);
  await chart.getByRole("button", { name: says.asChart }).click();
  await chart.getByRole("img").waitFor();

  await page.getByText(says.days, { exact: true }).click();
  await page.waitForURL(/days=30/);
  await page.getByText(says.custom, { exact: true }).click();
  const day = quartersAgo(1).toISOString().slice(0, 10);
  await page.getByLabel(says.from, { exact: true }).fill(day);
  await page.getByLabel(says.to, { exact: true }).fill(day);
  await page.getByRole("button", { name: says.show, exact: true }).click();
  await page.waitForURL(new RegExp(`from=${day}&to=${day}`));
  assert.deepEqual(await findFaults(page), []);

  await page.getByRole("button", { name: /^do you gift-wrap\?/ }).click();
  await page.getByText(says.why, { exact: true }).waitFor();
  // A viewer teaches nothing.
  assert.equal(await page.getByRole("combobox", { name: says.means }).count(), 0);
  assert.deepEqual(await findFaults(page), []);
  await page.getByText(says.otherTopic, { exact: true }).last().waitFor();
  await page.locator("label", { hasText: says.otherTopic }).click();
  await page.waitForURL(/reason=other_topic/);
  await page.getByRole("button", { name: "do you gift-wrap?" }).waitFor({ state: "detached" });
  assert.match(searchOf(page), new RegExp(`from=${day}`));
  assert.deepEqual(complaints, []);
});

test("a bot to which nobody has talked leads to the go-live checklist", async (t) => {
  const server = await startConsole(t);
  const { page, complaints } = await server.visit({ path });
  const link = page.getByRole("link", { name: says.checklist }).last();
  assert.equal(await link.getAttribute("href"), `/console/bots/${botId}/checklist`);
  assert.deepEqual(await findFaults(page), []);
  assert.deepEqual(complaints, []);
});

test("what the server refuses or cannot do is told, and tried again", async (t) => {
  const server = await startWithPast(t);
  const { page, context } = await server.visit({ path: "/bots" });
  const answer = (status: number, code: string) =>
    context.route(/\/overview\?/, (route) =>
      route.fulfill({
        status,
        contentType: "application/problem+json",
        body: JSON.stringify({ status, code, detail: "Said by the server.", request_id: "r-1" }),
      }),
    );
  await answer(500, "internal");
  await page.goto(`${server.origin}/console${path}`);
  await page.getByText(says.internal).waitFor();
  await page.getByText("r-1").waitFor();
  assert.deepEqual(await findFaults(page), []);
  await context.unroute(/\/overview\?/);
  await page.getByRole("button", { name: says.retry }).click();
  await page.getByRole("group", { name: says.conversations, exact: true }).waitFor();

  await answer(403, "role_too_low");
  await page.reload();
  await page.getByText(says.forbidden).waitFor();
  assert.deepEqual(await findFaults(page), []);
});

test("while the figures are on their way nothing of the page is missing or jumps", async (t) => {
  const server = await startWithPast(t);
  const { page, context } = await server.visit({ path: "/bots" });
  const { promise: mayAnswer, resolve: letAnswer } = Promise.withResolvers<void>();
  await context.route(/\/overview\?/, async (route) => {
    await mayAnswer;
    await route.continue();
  });
  await page.goto(`${server.origin}/console${path}`);
  const heading = page.getByRole("heading", { level: 1 });
  // Before it the page's own code is on its way, which is a "Loading" of another kind.
  await heading.waitFor();
  await page.getByRole("status", { name: "Loading" }).first().waitFor();
  assert.deepEqual(await findFaults(page), []);
  const before = await heading.boundingBox();
  letAnswer();
  await page.getByRole("group", { name: "Conversations", exact: true }).waitFor();
  assert.deepEqual(await heading.boundingBox(), before);
});

test("the pointer over a chart shows the numbers of that part", async (t) => {
  const server = await startWithPast(t);
  const { page } = await server.visit({ path });
  const chart = page.getByRole("region", { name: "The shop's response time" });
  const canvas = chart.locator(".u-over");
  await canvas.scrollIntoViewIfNeeded();
  const box = await canvas.boundingBox();
  assert(box);
  await page.mouse.move(box.x + box.width - 5, box.y + box.height / 2);
  await chart.getByText(/^Median \d/).waitFor();
});

test("the series is downloaded as CSV for the days that are shown", async (t) => {
  const server = await startWithPast(t);
  const { page } = await server.visit({ path: `${path}?days=30` });
  const downloading = page.waitForEvent("download");
  await page.getByRole("link", { name: "Export CSV" }).click();
  const download = await downloading;
  assert.match(download.suggestedFilename(), /^overview_bot_1_.*\.csv$/);
  const lines = (await readFile(await download.path(), "utf8")).trimEnd().split("\r\n");
  assert.equal(lines.length, 31);
});

test("the most frequent unanswered utterance leads to its message, also deep in a conversation", async (t) => {
  const long = { ...answered, says: Array.from({ length: 210 }, () => "A part") };
  const server = await startConsole(t, {}, async (parts) => {
    const past = createPast(parts);
    await past.hold(quartersAgo(2), [wrote("do you gift-wrap?", "not_understood")]);
    await past.hold(quartersAgo(1), [
      long,
      wrote("do you gift-wrap?", "not_understood"),
      answered,
      answered,
    ]);
    await past.hold(quartersAgo(0), [wrote("who won?", "not_understood")]);
  });
  const { page, complaints } = await server.visit({ path, as: "viewer" });
  const links = page.getByRole("link", { name: says.openConversation });
  await links.first().waitFor();
  const names = await links.evaluateAll((all) => all.map((one) => one.ariaLabel ?? ""));
  assert.deepEqual(
    names.map((name) => name.replace(/^.*[:：]\s*/, "")),
    ["do you gift-wrap?", "who won?"],
  );
  const turn = page.locator("section[aria-current]");
  const isInSight = () =>
    eventually(15_000, async () => {
      const box = await turn.boundingBox();
      assert(box && box.y > 0 && box.y + box.height < 860, JSON.stringify(box));
    });
  await links.first().click();
  await page.waitForURL(/message=214/);
  await turn.getByText("do you gift-wrap?").first().waitFor();
  assert.equal(await turn.count(), 1);
  // All that stands above it is drawn.
  await page.getByText("A part").nth(209).waitFor();
  await isInSight();
  await page.goBack();
  await links.first().click();
  await page.getByText("A part").nth(209).waitFor();
  await isInSight();
  assert(await turn.evaluate((one) => one === document.activeElement));
  assert.deepEqual(await findFaults(page), []);
  assert.deepEqual(complaints, []);
});

test("more unanswered utterances are fetched when they are wanted", async (t) => {
  const many = Array.from({ length: 12 }, (_, n) =>
    wrote(`words ${"a".repeat(n)}`, "not_understood"),
  );
  const server = await startConsole(t, {}, (parts) => createPast(parts).hold(quartersAgo(0), many));
  const { page } = await server.visit({ path });
  const entries = page.getByRole("button", { name: /^words/ });
  await entries.first().waitFor();
  assert.equal(await entries.count(), 10);
  await page.getByRole("button", { name: "Show more" }).click();
  await entries.nth(11).waitFor();
});

test("on a screen of 320 px, in the dark too, nothing of the overview is wider", async (t) => {
  const server = await startWithPast(t);
  await server.run("update tally_progress set strict_since = now()");
  const { page, complaints } = await server.visit({ path, scheme: "dark", width: "small" });
  await page.getByRole("group", { name: says.conversations, exact: true }).waitFor();
  await page.getByText(says.stricter).waitFor();
  await page.getByRole("img").first().waitFor();
  assert.equal(await isTooWide(page), false);
  assert.deepEqual(await findFaults(page), []);
  assert.deepEqual(complaints, []);
});
