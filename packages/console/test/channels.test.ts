import assert from "node:assert/strict";
import { test } from "node:test";
import { botId, findFaults, isTooWide, prepareConsoles } from "./open-console.ts";

const startConsole = prepareConsoles();
const path = `/bots/${botId}/channels`;

const says = {
  channels: "Channels",
  tag: "tag for your pages",
  notSeen: "No page has loaded it yet",
  seen: "Seen on https://shop.example",
  origins: "Origins",
  add: "Add",
  wrong: "An origin is scheme, host and port",
  remove: "Remove https://shop.example",
  save: "Save",
  saved: "Saved.",
  noServer: "The server cannot be reached.",
  accent: "Color of the window",
  start: "Start the preview",
  frame: "The chat window",
  viewer: "You can view this, but not change it",
} as const;

test("the tag is there to copy, and a page that has it is seen", async (t) => {
  const server = await startConsole(t);
  const { page, complaints, context } = await server.visit({ path });
  await page.getByText(says.notSeen).waitFor();
  const tag = `<script async src="${server.origin}/widget/loader.js" data-bot="${botId}"></script>`;
  await page.getByRole("region", { name: says.tag, exact: true }).getByText(tag).waitFor();
  assert.deepEqual(await findFaults(page), []);
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page
    .getByRole("button", { name: new RegExp(`${says.tag}$`) })
    .first()
    .click();
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), tag);

  const look = `${server.url}/chat/${botId}/look`;
  await fetch(look, { headers: { origin: "https://shop.example" } });
  await page.reload();
  await page.getByText(says.seen).waitFor();
  assert.deepEqual(await findFaults(page), []);
  assert.deepEqual(complaints, []);
  await context.close();
});

test("origins are added out of whatever address is pasted", async (t) => {
  const server = await startConsole(t);
  const { page, complaints, context } = await server.visit({ path, scheme: "dark" });
  const field = page.getByRole("textbox", { name: says.origins });
  await field.fill("https://*.shop.example");
  await page.getByRole("button", { name: says.add, exact: true }).click();
  await page.getByText(says.wrong).waitFor();
  assert.deepEqual(await findFaults(page), []);
  await field.fill("https://www.shop.example/cart?a=1");
  await field.press("Enter");
  await page.getByText("https://www.shop.example", { exact: true }).waitFor();
  const saved = async () => (await server.store.bots.find(botId))?.origins;
  assert.deepEqual(await saved(), ["https://shop.example", "https://www.shop.example"]);
  await page.getByText(says.saved).waitFor();
  await page.getByRole("button", { name: says.remove, exact: true }).click();
  await page.getByText("https://shop.example", { exact: true }).waitFor({ state: "detached" });
  assert.deepEqual(await saved(), ["https://www.shop.example"]);
  assert.equal(await page.getByRole("button", { name: says.save, exact: true }).count(), 0);
  assert.deepEqual(await findFaults(page), []);
  assert.deepEqual(complaints, []);
  await context.close();
});

test("an origin that could not be saved is not in the list, and stays in the field", async (t) => {
  const server = await startConsole(t);
  const { page, context } = await server.visit({ path });
  const field = page.getByRole("textbox", { name: says.origins });
  await field.fill("https://www.shop.example");
  await page.route(`**/api/v1/bots/${botId}`, (route) => route.abort());
  await field.press("Enter");
  await page.getByText(says.noServer).waitFor();
  assert.equal(await field.inputValue(), "https://www.shop.example");
  assert.equal(await page.getByText("https://www.shop.example", { exact: true }).count(), 0);
  await page.unroute(`**/api/v1/bots/${botId}`);
  await field.press("Enter");
  await page.getByText(says.saved).waitFor();
  assert.equal(await field.inputValue(), "");
  await context.close();
});

test("the preview is the real window, in the color that is being chosen", async (t) => {
  const server = await startConsole(t);
  await server.store.bots.change(botId, { welcome: { en: "Ahoy!", zh: "欢迎光临！" } });
  const { page, complaints, context } = await server.visit({ path });
  await page.getByRole("button", { name: says.start }).click();
  const chat = page.frameLocator(`iframe[title="${says.frame}"]`);
  await chat.getByText("Ahoy!").waitFor();
  const color = page.getByLabel(says.accent, { exact: true }).first();
  await color.fill("#15803d");
  await color.blur();
  await page.waitForFunction(() => {
    const frame = document.querySelector("iframe");
    const chat = frame?.contentDocument?.querySelector<HTMLElement>("meetbot-chat");
    return chat?.style.getPropertyValue("--meetbot-accent") === "#15803d";
  });
  await page.getByRole("button", { name: says.save }).click();
  await page.getByText(says.saved).waitFor();
  assert.equal((await server.store.bots.find(botId))?.accent, "#15803d");
  assert.deepEqual(complaints, []);
  await context.close();
});

test("a viewer on a small screen reads all of it", async (t) => {
  const server = await startConsole(t);
  const visit = { as: "viewer", path, width: "small" } as const;
  const { page, complaints, context } = await server.visit(visit);
  await page.getByText(says.viewer).waitFor();
  await page.getByRole("region", { name: says.tag, exact: true }).waitFor();
  assert.equal(await page.getByRole("button", { name: says.remove }).count(), 0);
  assert.equal(await isTooWide(page), false);
  assert.deepEqual(await findFaults(page), []);
  assert.deepEqual(complaints, []);
  await context.close();
});

test("a double click adds an origin once", async (t) => {
  const server = await startConsole(t);
  const { page } = await server.visit({ path });
  let sent = 0;
  page.on("request", (request) => {
    if (request.method() === "PATCH") sent += 1;
  });
  await page.getByRole("textbox", { name: "Origins" }).fill("https://www.shop.example");
  await page.getByRole("button", { name: "Add", exact: true }).dblclick();
  await page.getByText("https://www.shop.example", { exact: true }).waitFor();
  await page.getByText("Saved.").waitFor();
  assert.equal(sent, 1);
});
