import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import type { Page } from "playwright-core";
import { clearRequests } from "../../meetbot/src/recognition/topics/clear-requests.ts";
import { botId, findFaults, isTooWide, prepareConsoles } from "./open-console.ts";
import { startLogConsole } from "./open-log.ts";

const startConsole = prepareConsoles();
const path = `/bots/${botId}/answers`;
const api = `/bots/${botId}/answers`;

const says = {
  title: "Answers",
  returns: "Returns",
  sizes: "Sizes",
  sizesAbout: "size chart",
  search: "Search topics",
  without: "Not answered yet (28)",
  none: "Not answered yet",
  live: "Live",
  viewer: "You can view this, but not change it",
  newTopic: "New topic",
  sentence: "Sentence",
  try: "Try",
  about: "It is about",
  text: "Text",
  chinese: "Chinese",
  insertNumber: "Insert: Order number",
  addPage: "Open a page",
  buttonTitle: "Title",
  page: "Page",
  save: "Save",
  saved: "Saved. It is live now",
  wrongPage: "Give the whole address",
  wrongVariable: "There is no {order.price}",
  wrongDays: "The last day is before the first",
  firstDay: "First day",
  lastDay: "Last day",
  leave: "Leave this page?",
  stay: "Stay here",
  versions: "Versions and file",
  newer: "saved this",
  reload: "Load it, keep my draft",
  nowSaved: "What is saved now",
  preview: "Preview",
  name: "Name",
  examples: "How customers ask",
  remove: "Remove the topic",
  compare: "Compare with now",
  restore: "Restore version 1",
  restored: (version: number) => `Version ${version} is live again`,
  undo: "Undo",
  wouldChange: "change the answer to “Returns”",
  upload: "Upload a file …",
  import: "Import",
  imported: "Imported. It is live now",
  refused: "The file was not taken, and nothing was changed",
  overview: "Overview",
  means: "This means …: do you wrap presents",
  taughtMeans: "It means: Returns",
  undoOf: "Undo: do you wrap presents",
} as const;

const saying = (text: string) => ({ texts: { en: { text, buttons: [] } } });

/** A console of a bot that answers returns, as its versions say in this order. */
async function startAnswering(t: TestContext, ...texts: string[]) {
  const server = await startConsole(t);
  const cookie = await server.signIn("editor");
  const setReturns = async (text: string, version: number) => {
    const body = { version, answer: saying(text) };
    const { status } = await server.call(cookie, "PUT", `${api}/topics/returns`, body);
    assert.equal(status, 200);
  };
  for (const [version, text] of texts.entries()) await setReturns(text, version);
  const book = async () => {
    const response = await server.call(cookie, "GET", api);
    return ((await response.json()) as { book: Book }).book;
  };
  return { ...server, setReturns, book };
}

interface Book {
  answers: Record<string, { texts: Record<string, { text: string; buttons: object[] }> }>;
  own_topics: { id: string; name: string; examples: string[] }[];
  taught: { text: string; meaning: string }[];
}

const heading = (page: Page, name: string) => page.getByRole("heading", { name, level: 1 });

test("topics are listed, sought and narrowed, and a viewer writes none", async (t) => {
  const server = await startAnswering(t, "Within 30 days.");
  const visit = { path, as: "viewer", width: "phone", scheme: "dark" } as const;
  const { page, complaints } = await server.visit(visit);
  await heading(page, says.title).waitFor();
  await page.getByText(says.viewer).waitFor();
  assert.equal(await page.getByRole("link", { name: says.newTopic }).count(), 0);
  const entry = page.getByRole("listitem").filter({ hasText: says.returns }).first();
  await entry.getByText(says.live, { exact: true }).waitFor();
  assert.equal(await isTooWide(page), false);
  assert.deepEqual(await findFaults(page), []);
  await page.locator("label", { hasText: says.without }).click();
  await page.waitForURL(/show=without/);
  await page.getByRole("link", { name: says.returns, exact: true }).waitFor({ state: "detached" });
  await page.getByRole("textbox", { name: says.search }).fill(says.sizesAbout);
  assert.equal(await page.locator(".topic-entry").count(), 1);
  await page.getByRole("link", { name: says.sizes, exact: true }).click();
  await heading(page, says.sizes).waitFor();
  const text = page.getByRole("textbox", { name: says.text, exact: true }).first();
  assert.equal(await text.getAttribute("readonly"), "");
  assert.equal(await page.getByRole("button", { name: says.addPage }).count(), 0);
  assert.equal(await isTooWide(page), false);
  assert.deepEqual(await findFaults(page), []);
  assert.deepEqual(complaints, []);
});

test("an answer is written, corrected, looked at as in each channel, and live", async (t) => {
  const server = await startAnswering(t);
  const visit = { path: `${path}/returns`, as: "editor" } as const;
  const { page, complaints } = await server.visit(visit);
  await heading(page, says.returns).waitFor();
  const english = page.getByRole("tab").filter({ hasText: "English" });
  await english.click();
  const text = page.getByRole("textbox", { name: says.text, exact: true });
  await text.fill("Send {order.price} back within 30 days: ");
  await page.getByRole("button", { name: says.insertNumber }).click();
  await page.getByRole("button", { name: says.addPage }).click();
  await page.getByRole("textbox", { name: says.buttonTitle }).fill("How it works");
  await page.getByRole("textbox", { name: says.page }).fill("shop.example/returns");
  await page.getByLabel(says.firstDay).fill("2026-12-24");
  await page.getByLabel(says.lastDay).fill("2026-12-01");
  await page.getByRole("button", { name: says.save, exact: true }).click();
  for (const fault of [says.wrongVariable, says.wrongPage, says.wrongDays]) {
    await page.getByText(fault).waitFor();
  }
  assert.deepEqual(await findFaults(page), []);
  assert.deepEqual((await server.book()).answers, {});
  await text.fill("Send order {order.number} back within 30 days.");
  await page.getByRole("textbox", { name: says.page }).fill("https://shop.example/returns");
  await page.getByLabel(says.firstDay).fill("");
  await page.getByLabel(says.lastDay).fill("2999-12-31");
  const preview = page.getByRole("region", { name: says.preview });
  const said = /Send order 10045 back within 30 days\./;
  await preview.getByText(said).waitFor();
  for (const channel of ["Messenger", "Telegram"]) {
    await preview.getByText(channel, { exact: true }).click();
    await preview.getByText(said).waitFor();
    await preview.getByRole("link", { name: "How it works" }).waitFor();
    assert.deepEqual(await findFaults(page), []);
  }
  await page.getByRole("link", { name: says.overview, exact: true }).click();
  await page.getByRole("dialog", { name: says.leave }).waitFor();
  await page.getByRole("button", { name: says.stay }).click();
  await page.getByRole("button", { name: says.save, exact: true }).click();
  await page.getByText(says.saved).waitFor();
  await page.getByRole("main").getByText(says.live, { exact: true }).waitFor();
  const link = { kind: "link", title: "How it works", url: "https://shop.example/returns" };
  assert.deepEqual((await server.book()).answers.returns, {
    texts: { en: { text: "Send order {order.number} back within 30 days.", buttons: [link] } },
    valid_from: null,
    valid_until: "2999-12-31",
  });
  assert.deepEqual(complaints, []);
});

test("whoever is second to save hears of the first, and keeps the draft", async (t) => {
  const server = await startAnswering(t, "Within 30 days.");
  const visit = { path: `${path}/returns` } as const;
  const { page, complaints } = await server.visit(visit);
  const text = page.getByRole("textbox", { name: says.text, exact: true });
  await text.fill("Within 60 days.");
  await server.setReturns("Within 14 days.", 1);
  const save = page.getByRole("button", { name: says.save, exact: true });
  await save.click();
  await page.getByText(says.newer).waitFor();
  await page.getByText("editor@shop.example").waitFor();
  assert.deepEqual(await findFaults(page), []);
  await page.getByRole("button", { name: says.reload }).click();
  await page.getByText(says.nowSaved).waitFor();
  await page.getByText("Within 14 days.").waitFor();
  assert.equal(await text.inputValue(), "Within 60 days.");
  await save.click();
  await page.getByText(says.saved).waitFor();
  assert.equal((await server.book()).answers.returns?.texts.en?.text, "Within 60 days.");
  assert.deepEqual(complaints, []);
});

test("an own topic is made, tried and removed", async (t) => {
  const server = await startAnswering(t);
  const visit = { path: `${path}/new-topic`, as: "editor", width: "phone" } as const;
  const { page, complaints } = await server.visit(visit);
  const save = page.getByRole("button", { name: says.save, exact: true });
  await page.getByRole("textbox", { name: says.name, exact: true }).fill("Gift wrapping");
  await save.click();
  await page.getByText("Write a sentence at least").waitFor();
  const sentences = ["do you wrap presents", "can it be gift wrapped", "包装成礼物可以吗"];
  await page.getByRole("textbox", { name: says.examples }).fill(sentences.join("\n"));
  const text = page.getByRole("textbox", { name: says.text, exact: true });
  await text.fill("Yes, for 3 dollars.");
  assert.equal(await isTooWide(page), false);
  assert.deepEqual(await findFaults(page), []);
  await save.click();
  await page.waitForURL(/answers\/own_gift_wrapping/);
  await heading(page, "Gift wrapping").waitFor();
  await page.getByText(says.saved).waitFor();
  const book = await server.book();
  assert.deepEqual(book.own_topics, [
    { id: "own_gift_wrapping", name: "Gift wrapping", examples: sentences },
  ]);
  await page.getByRole("link", { name: `← ` }).click();
  await page.getByRole("textbox", { name: says.sentence }).fill("could you wrap presents");
  await page.getByRole("button", { name: says.try, exact: true }).click();
  const result = page.locator(".tried");
  await result.getByText(says.about).waitFor();
  await result.getByText("Gift wrapping", { exact: true }).first().waitFor();
  await result.getByText("do you wrap presents").first().waitFor();
  await result.getByText("Yes, for 3 dollars.").waitFor();
  assert.equal(await isTooWide(page), false);
  assert.deepEqual(await findFaults(page), []);
  await page.getByRole("link", { name: "Gift wrapping", exact: true }).click();
  await page.getByRole("button", { name: says.remove }).click();
  assert.deepEqual(await findFaults(page), []);
  await page.getByRole("dialog").getByRole("button", { name: says.remove }).click();
  await heading(page, says.title).waitFor();
  assert.deepEqual((await server.book()).own_topics, []);
  assert.deepEqual(complaints, []);
});

test("a version is compared, restored and that undone; a file goes out and comes back", async (t) => {
  const server = await startAnswering(t, "Within 30 days.", "Within 14 days.");
  const { page, complaints } = await server.visit({ path, width: "phone" });
  const answer = async () => (await server.book()).answers.returns?.texts.en?.text;
  await page.getByRole("link", { name: says.versions }).click();
  await page.getByRole("button", { name: says.compare }).click();
  await page.getByText(says.wouldChange).waitFor();
  assert.equal(await isTooWide(page), false);
  assert.deepEqual(await findFaults(page), []);
  await page.getByRole("button", { name: says.restore }).click();
  await page.getByText(says.restored(1)).waitFor();
  assert.equal(await answer(), "Within 30 days.");
  await page.getByRole("button", { name: says.undo, exact: true }).click();
  await page.getByText(says.restored(2)).waitFor();
  assert.equal(await answer(), "Within 14 days.");

  const href = await page.locator("a[download]").getAttribute("href");
  const file = await page.evaluate(async (url) => (await fetch(url ?? "")).text(), href);
  const upload = (text: string) =>
    page.locator("input[type=file]").setInputFiles({
      ...{ name: "answers.yaml", mimeType: "application/yaml" },
      buffer: Buffer.from(text),
    });
  await upload(file.replace("Within 14 days.", "Within {days} days."));
  await page.getByText(says.refused).waitFor();
  assert.deepEqual(await findFaults(page), []);
  await upload(file.replace("Within 14 days.", "Within 90 days."));
  await page.getByRole("button", { name: says.import, exact: true }).click();
  await page.getByText(says.imported).waitFor();
  assert.equal(await answer(), "Within 90 days.");
  assert.deepEqual(complaints, []);
});

test("what was not answered is taught to mean a topic, and that undone", async (t) => {
  const server = await startLogConsole(t, startConsole);
  await server.converse("do you wrap presents");
  const visit = {
    path: `/bots/${botId}/overview`,
    as: "editor",
    width: "phone",
  } as const;
  const { page, complaints } = await server.visit(visit);
  const choice = page.getByRole("combobox", { name: says.means });
  await choice.click();
  assert.deepEqual(await findFaults(page), []);
  await page.getByRole("option", { name: says.returns, exact: true }).click();
  await page.getByText(says.taughtMeans).waitFor();
  assert.equal(await isTooWide(page), false);
  assert.deepEqual(await findFaults(page), []);
  const taught = async () => (await server.store.answers.newest(botId))?.book.taught;
  assert.deepEqual(await taught(), [{ text: "do you wrap presents", meaning: "returns" }]);
  await page.reload();
  await page.getByText(says.taughtMeans).waitFor();
  await page.getByRole("button", { name: says.undoOf }).click();
  await choice.waitFor();
  assert.deepEqual(await taught(), []);
  assert.deepEqual(complaints, []);
});

/** One of those by which the server judges what is taught. */
const returning = clearRequests.find(({ meaning }) => meaning === "returns")?.text ?? "";

test("a sentence that would turn other requests is not taught, and says which", async (t) => {
  const server = await startLogConsole(t, startConsole);
  await server.converse(returning);
  const { page } = await server.visit({ path: `/bots/${botId}/overview` });
  const choice = page.getByRole("combobox", { name: `This means …: ${returning}` });
  await choice.click();
  await page.getByRole("option", { name: "An order", exact: true }).click();
  await page
    .getByRole("alert")
    .getByText(/“.+” is about “Returns” today, and would become “An order”/)
    .first()
    .waitFor();
  assert.deepEqual(await findFaults(page), []);
  assert.equal(await server.store.answers.newest(botId), null);
  await choice.waitFor();
});

test("what one customer was not answered is taught, and the next is answered, in half a minute", async (t) => {
  const server = await startLogConsole(t, startConsole);
  const { page } = await server.visit({ path: `/bots/${botId}/overview`, as: "editor" });
  await heading(page, "Overview").waitFor();
  const begunAt = performance.now();
  await server.converse("do you wrap presents");
  await page.reload();
  await page.getByRole("button", { name: "Answer with …: do you wrap presents" }).click();
  await page.getByRole("textbox", { name: "What the bot says" }).fill("Yes, for 3 dollars.");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByText("Live now, for everybody").waitFor();
  const conversationId = await server.converse("hi, do you wrap presents?");
  const seconds = (performance.now() - begunAt) / 1000;
  const said = await server.store.conversationLog.messagesAfter({ botId, conversationId }, 0, 20);
  assert.match(JSON.stringify(said.at(-1)), /Yes, for 3 dollars\./);
  assert(seconds < 30, `${seconds} s`);
  t.diagnostic(`${seconds.toFixed(1)} s`);
});
