import assert from "node:assert/strict";
import { test } from "node:test";
import { eventually } from "../../meetbot/test/fixtures/eventually.ts";
import { botId, findFaults, isTooWide, prepareConsoles } from "./open-console.ts";
import { app, page as facebook, onMessenger, openMessenger, path } from "./open-messenger.ts";

const startConsole = prepareConsoles();
const patienceMs = 60_000;

const says = {
  pageId: "Page ID",
  token: "Page access token",
  secret: "App secret",
  verify: "Verify token",
  submit: "Check and connect",
  kept: "Nothing was kept",
  wrongPage: /did not say whose token this is/,
  connected: "A shop speaks through this bot now.",
  callback: "Callback URL",
  check: "Check now",
  lost: /is not subscribed to message_echoes/,
  subscribe: "Subscribe again",
  fine: /All in order when Meta was asked|Does not end/,
  publish: "Publish to the page",
  published: "Published. Menus",
  compare: "Compare with Meta",
  same: "The page shows exactly this.",
  bad: "Meta does not accept this message",
  ready: "Can be sent again",
  retry: "Send again",
  queued: "It is queued again.",
  noLetters: "Nothing was given up.",
  disconnect: "Disconnect the page",
  disconnected: "The page is disconnected",
  closed: "Window closed: wait until the customer writes",
  viewer: "You can view this, but not change it",
  firstLook: "First visit, English",
  question: "Where is my order?",
  toConnect: "Connect a page",
  status: "A shop is connected.",
} as const;

test("a page is connected, checked, published, sends what failed, and is disconnected", async (t) => {
  const server = await openMessenger(t, startConsole);
  const { graph, logged } = server;
  const { page, complaints } = await server.visit({ path });
  const button = (name: string) => page.getByRole("button", { name, exact: true });
  await page.getByLabel(says.pageId).fill(facebook.id);
  await page.getByLabel(says.token).fill("a token that has ended");
  await page.getByLabel(says.secret, { exact: false }).last().fill(app.secret);
  const verifyToken = await page.getByLabel(says.verify).first().inputValue();
  assert.match(verifyToken, /^[0-9a-f]{32}$/);
  await button(says.submit).click();
  await page.getByText(says.kept).waitFor();
  await page.getByText(says.wrongPage).waitFor();
  assert.deepEqual(await findFaults(page), []);
  assert.equal(await server.store.channels.links.find(onMessenger), null);

  await page.getByLabel(says.token).fill(facebook.token);
  await button(says.submit).click();
  await page.getByText(says.connected).waitFor();
  const callback = page.getByRole("region", { name: says.callback });
  await callback.getByText(`${server.origin}/channels/messenger/${botId}`).waitFor();
  const shown = page.getByRole("region", { name: says.verify, exact: true });
  await shown.getByText(verifyToken).waitFor();
  assert.deepEqual(await findFaults(page), []);
  await server.listen(verifyToken);

  graph
    .page(facebook.id)
    .subscribedFields.splice(graph.page(facebook.id).subscribedFields.indexOf("message_echoes"), 1);
  await button(says.check).click();
  await page.getByText(says.lost).waitFor();
  await button(says.subscribe).click();
  await page.getByText(says.lost).waitFor({ state: "detached" });
  assert(graph.page(facebook.id).subscribedFields.includes("message_echoes"));
  await page.getByText(says.fine).first().waitFor();

  await page.getByRole("figure", { name: says.firstLook }).getByText(says.question).waitFor();
  await button(says.publish).click();
  await page.getByText(says.published).waitFor();
  assert.deepEqual(graph.page(facebook.id).profile.get_started, { payload: "start" });
  await button(says.compare).click();
  await page.getByText(says.same).waitFor();

  const user = server.createUser();
  graph.meetNext({ error: { code: 100, subcode: 2018109 } });
  await user.write("hello");
  await eventually(patienceMs, async () =>
    assert.equal((await server.store.channels.links.stateOf(onMessenger))?.failed, 1),
  );
  await page.reload();
  await page.getByText(says.bad).waitFor();
  await page.getByText(says.ready).waitFor();
  assert.equal(await page.getByText(verifyToken).count(), 0);
  assert.deepEqual(await findFaults(page), []);
  await button(says.retry).first().click();
  await page.getByText(says.queued).waitFor();
  await page.getByText(says.noLetters).waitFor();
  await user.reads(1);

  await button(says.disconnect).click();
  await page.getByRole("dialog").getByRole("button", { name: says.disconnect }).click();
  await page.getByText(says.disconnected).first().waitFor();
  await page.getByLabel(says.pageId).waitFor();
  assert.deepEqual(graph.page(facebook.id).subscribedFields, []);
  assert.deepEqual(await findFaults(page), []);
  assert.deepEqual(complaints, []);
  const all = logged.join("");
  for (const secret of [facebook.token, app.secret, verifyToken]) assert(!all.includes(secret));
});

test("a viewer on a small screen sees how the page is doing, and changes nothing", async (t) => {
  const server = await openMessenger(t, startConsole);
  await server.connect("a verify token");
  await server.listen("a verify token");
  const user = server.createUser();
  server.graph.meetNext({ error: { code: 100, subcode: 2018109 } });
  await user.write("hello");
  await eventually(patienceMs, async () =>
    assert.equal((await server.store.channels.links.stateOf(onMessenger))?.failed, 1),
  );
  await server.run("update conversations set active_at = now() - interval '25 hours'");
  await server.run("update channel_links set stopped_for = null");
  const visit = { as: "viewer", path, width: "small", scheme: "dark" } as const;
  const { page, complaints } = await server.visit(visit);
  await page.getByText(says.viewer).waitFor();
  await page.getByText(says.closed).waitFor();
  await page.getByRole("figure", { name: says.firstLook }).waitFor();
  for (const name of [says.check, says.publish, says.retry, says.disconnect]) {
    assert.equal(await page.getByRole("button", { name, exact: true }).count(), 0, name);
  }
  assert.equal(await isTooWide(page), false);
  assert.deepEqual(await findFaults(page), []);
  assert.deepEqual(complaints, []);
});

test("the channels lead to the page, and say how it is doing", async (t) => {
  const server = await openMessenger(t, startConsole);
  const { page } = await server.visit({ path: `/bots/${botId}/channels` });
  await page.getByRole("link", { name: says.toConnect }).click();
  await page.getByLabel(says.pageId).waitFor();
  await server.connect();
  await page.goto(`${server.origin}/console/bots/${botId}/channels`);
  await page.getByText(says.status).waitFor();
});

test("an editor checks the page and publishes, and leaves its secrets to owners", async (t) => {
  const server = await openMessenger(t, startConsole);
  await server.connect();
  const { page } = await server.visit({ as: "editor", path });
  await page.getByText("Owners of the bot connect and disconnect a page.").waitFor();
  for (const name of ["Connect again", "Disconnect the page"]) {
    assert.equal(await page.getByRole("button", { name }).count(), 0, name);
  }
  await page.getByRole("button", { name: "Check now" }).click();
  await page.getByText(/is not subscribed to messages/).waitFor();
  await page.getByRole("button", { name: "Publish to the page" }).click();
  await page.getByText("Published. Menus").waitFor();
  assert.deepEqual(await findFaults(page), []);
});
