import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { test } from "node:test";
import { rules } from "@meetbot/conformance/rules/rules.ts";
import { sabotages } from "@meetbot/conformance/run/sabotages.fixture.ts";
import { account, replyWith, secret } from "@meetbot/conformance/run/shop.fixture.ts";
import { botId, findFaults, isTooWide, prepareConsoles } from "./open-console.ts";
import { choose, openWebhook, withoutPictures } from "./open-webhook.ts";

const startConsole = prepareConsoles();
const rulesOfOrders = rules.filter(({ group }) => group === "orders").length;

const says = {
  check: "Run the validity check",
  never: "Never tested",
  verified: "Verified",
  account: "Account (email)",
  query: "Query",
  ofAccount: "Orders of an account",
  send: "Send the query",
  kept: /All \d+ rules that a single answer can show are kept/,
  request: "Request",
  signature: "Signature",
  pasted: "What your code computed",
  match: "Right: this is the x-hub-signature of this request.",
  lineBreak: "It is the signature of the body with a line break at its end.",
  response: "Response",
  preview: "What customers see",
  level: "Level 0: typed only",
  proved: "Level 2: proved",
  inMessenger: "Conversation in Messenger",
  firstItem: "A list names only the first item of each order.",
  code: "As cURL",
  rules: "All rules",
  run: "Run all rules",
  ready: "Ready for customers: all required rules are kept.",
  history: "History",
} as const;

test("a merchant sees that all is right, down to the bytes", async (t) => {
  const server = await openWebhook(t, startConsole);
  const { page, complaints } = await server.visit({ as: "editor", path: server.path });
  await page.getByText(says.never, { exact: true }).waitFor();
  assert.deepEqual(await findFaults(page), []);

  await page.getByRole("button", { name: says.check }).click();
  await page.getByText(says.verified, { exact: true }).waitFor();
  assert.equal(await page.getByText("HTTP 401").count(), 3);

  await page.getByLabel(says.account, { exact: true }).fill(account);
  await choose(page, says.query, says.ofAccount);
  await page.getByRole("button", { name: says.send }).click();
  await page.getByText(says.kept).waitFor();
  assert.deepEqual(await findFaults(page), []);

  const tab = (name: string) => page.getByRole("tab", { name, exact: true }).click();
  const code = page.locator(".code-block:visible");
  await tab(says.request);
  assert.match(String(await code.nth(0).textContent()), /^POST \/meetbot HTTP\/1\.1\nhost: 127/);
  const body = String(await code.nth(1).textContent());
  assert.equal(JSON.parse(body).params.user_account, account);
  assert.deepEqual(await findFaults(page), []);

  await tab(says.signature);
  const hub = createHmac("sha256", secret).update(body).digest("hex");
  await page.getByText(`sha256=${hub.slice(0, 8)}…`).waitFor();
  assert.equal(await page.getByText(hub.slice(0, 9)).count(), 0);
  await page.getByLabel(says.pasted).fill(hub.toUpperCase());
  await page.getByText(says.match).waitFor();
  assert.deepEqual(await findFaults(page), []);
  const lineBreak = createHmac("sha256", secret).update(`${body}\n`).digest("hex");
  await page.getByLabel(says.pasted).fill(lineBreak);
  await page.getByText(says.lineBreak).waitFor();
  assert.deepEqual(await findFaults(page), []);
  await page.getByLabel(says.pasted).fill("0".repeat(64));
  await page.locator("ul li code").first().waitFor();
  assert.deepEqual(await findFaults(page), []);

  await tab(says.response);
  await page.locator(".json-tree").getByText("MB7K2Q9XW4TP").first().waitFor();
  assert.deepEqual(await findFaults(page), []);

  await tab(says.preview);
  const transcript = page.locator("meetbot-transcript");
  await transcript.getByRole("article", { name: /MB7K2Q9XW4TP/ }).waitFor();
  const lines = transcript.locator("summary").filter({ hasText: "Classic White T-Shirt" });
  assert.equal(await lines.count(), 3);
  await page.getByText(says.level).click();
  await transcript.getByText("····W4TP").first().waitFor();
  assert.equal(await transcript.getByText("Classic White T-Shirt").count(), 0);
  assert.deepEqual(await findFaults(page), []);
  await page.getByText("Messenger", { exact: true }).click();
  const inMessenger = page.getByRole("group", { name: says.inMessenger });
  await inMessenger
    .getByText(/····W4TP/)
    .first()
    .waitFor();
  await page.getByText(says.proved).click();
  await inMessenger
    .getByText(/1\. Classic White T-Shirt/)
    .first()
    .waitFor();
  await inMessenger.getByText(says.firstItem).waitFor();
  assert.deepEqual(await findFaults(page), []);

  await tab(says.code);
  const script = String(await code.first().textContent());
  assert(script.includes("openssl dgst") && !script.includes(secret.slice(6)));
  assert.deepEqual(await findFaults(page), []);

  await tab(says.rules);
  await page.getByRole("button", { name: says.run }).click();
  await page.getByText(says.ready).waitFor();
  assert.deepEqual(await findFaults(page), []);
  assert.match(page.url(), /tab=rules.*run=run_|run=run_.*tab=rules/);
  await page.reload();
  await page.getByText(says.ready).waitFor();

  await tab(says.history);
  await page.getByRole("row").nth(1).waitFor();
  assert.equal(await page.getByRole("row").count(), 2);
  assert.deepEqual(await findFaults(page), []);
  assert.equal(page.url().includes("stephane"), false, "no address holds a customer's data");
  assert.deepEqual(withoutPictures(complaints), []);
});

test("what is wrong is named with its place, what to do and the bytes; mended, it is told as fixed", async (t) => {
  let isBroken = true;
  const sabotage = sabotages["orders.number-as-string"];
  const server = await openWebhook(t, startConsole, {
    leaving: (reply, arrived) => {
      if (!isBroken) return reply;
      const wrong = replyWith(reply.status, reply.body.toString().replace(/"(\d{11})"/g, "$1"));
      return sabotage?.leaving?.(reply, arrived) ?? wrong;
    },
  });
  const { page, complaints } = await server.visit({
    as: "editor",
    path: `${server.path}?tab=rules`,
  });
  await page.getByText("No run yet").waitFor();
  assert.deepEqual(await findFaults(page), []);
  await page.getByLabel("Account (email)", { exact: true }).fill(account);
  await choose(page, "What to run", `Orders (${rulesOfOrders})`);
  await page.getByRole("button", { name: "Run", exact: true }).click();
  await page.getByText("All required rules are kept. The warnings are worth a look.").waitFor();

  const finding = page.getByRole("button", { name: /orders\.number-as-string/ });
  await finding.click();
  await page.getByText("It is a number, without quotes.").waitFor();
  await page.getByText("/orders/1/order_number").waitFor();
  await page.getByText('Write "order_number": "12345678902", with quotes.').waitFor();
  await page.getByRole("button", { name: "Request and response" }).click();
  await page.locator(".json-tree .flawed").getByText("12345678902").waitFor();
  await page.getByRole("button", { name: "As cURL" }).click();
  await page.locator(".code-block").getByText("MEETBOT_SIGNING_SECRET").first().waitFor();
  assert.deepEqual(await findFaults(page), []);

  isBroken = false;
  await page.getByRole("button", { name: "Run", exact: true }).click();
  await page.getByText("Fixed (1)").waitFor();
  assert.deepEqual(await findFaults(page), []);
  assert.deepEqual(withoutPictures(complaints), []);
});

test("each group says how many of its rules are kept, broken and not tested", async (t) => {
  const server = await openWebhook(t, startConsole, sabotages["orders.totals"]);
  const { page } = await server.visit({ as: "editor", path: `${server.path}?tab=rules` });
  await page.getByRole("button", { name: "Run all rules" }).click();
  await page.getByText("Some rules were not tested").waitFor();
  const group = (name: string) => page.locator(".group-card").filter({ hasText: name });
  await group("Validity check")
    .getByText(/(\d+) of \1 kept$/)
    .waitFor();
  const orders = String(await group("Orders").textContent());
  const [, kept, all, untested] = /(\d+) of (\d+) kept · (\d+) not tested/.exec(orders) ?? [];
  assert.equal(Number(kept) + Number(untested), Number(all), orders);
  await page.getByText("Verified", { exact: true }).waitFor();

  await page.getByLabel("Account (email)", { exact: true }).fill(account);
  await page.getByRole("button", { name: "Run all rules" }).click();
  await group("Orders")
    .getByText(`${rulesOfOrders - 2} of ${rulesOfOrders} kept · 1 warning · 1 not tested`)
    .waitFor();

  await page.getByText(/^All \(\d+\)$/).click();
  const looked = ["orders.totals", "security.stale"];
  for (const rule of looked)
    await page.locator(".finding-item").getByRole("button", { name: rule }).click();
  await page.waitForURL(/rule=orders\.totals(,|%2C)security\.stale/);
  await page.reload();
  const open = page.locator(".finding-item").getByRole("button", { expanded: true });
  const opened = open.filter({ hasText: new RegExp(looked.join("|")) });
  await opened.nth(1).waitFor();
  const names = await open.allTextContents();
  assert.equal(names.length, 2, names.join(" | "));
  assert.deepEqual(await findFaults(page), []);
});

test("a double click asks the webhook once", async (t) => {
  const server = await openWebhook(t, startConsole);
  const { page } = await server.visit({ as: "editor", path: server.path });
  const sent: string[] = [];
  page.on("request", (request) => {
    if (request.method() === "POST") sent.push(new URL(request.url()).pathname);
  });
  await page.getByRole("button", { name: "Run the validity check" }).dblclick();
  await page.getByText("Verified", { exact: true }).waitFor();
  await page.getByRole("button", { name: "Send the query" }).dblclick();
  await page.getByText(/rules that a single answer can show are kept/).waitFor();
  const asked = sent.filter((path) => /(endpoint\/test|queries)$/.test(path));
  assert.equal(asked.length, 2, asked.join());
});

test("who has asked too much of a shop is told when to go on", async (t) => {
  const server = await openWebhook(t, startConsole);
  const { page } = await server.visit({ as: "editor", path: server.path });
  await page.route("**/queries", (route) =>
    route.fulfill({
      status: 429,
      headers: { "Retry-After": "1190" },
      contentType: "application/problem+json",
      body: JSON.stringify({ status: 429, code: "too_many_look_ups", detail: "No." }),
    }),
  );
  await page.getByRole("button", { name: says.send }).click();
  await page.getByText("You can ask again in 20 minutes.").waitFor();
  assert.deepEqual(await findFaults(page), []);
});

test("a webhook with another secret is said to refuse the signature", async (t) => {
  const server = await openWebhook(t, startConsole);
  const next = { kind: "signing", secret: "whsec_bmV4dA==", overlapS: 0, force: true } as const;
  await server.store.bots.rotateSecret("bot_1", next);
  await server.store.bots.promoteSecret("bot_1", { tested: null });
  const { page } = await server.visit({ as: "editor", path: server.path });
  await page.getByRole("button", { name: "Run the validity check" }).click();
  await page.getByText("Refuses Meetbot's signature", { exact: true }).waitFor();
  await page.getByText(/Probably it has another signing secret.*its option url/).waitFor();
  await page.getByText(/HTTP 401 .*the webhook's option url \(MEETBOT_WEBHOOK_URL\)/).waitFor();
  await page.getByText("Signature refused", { exact: true }).waitFor();
  assert.equal(await page.getByText("The random token did not come back").count(), 0);
  assert.deepEqual(await findFaults(page), []);
  await page.goto(`${server.origin}/console/bots/bot_1/checklist`);
  await page.getByText("It refuses Meetbot's signature (HTTP 401 or 403)").waitFor();
});

test("a webhook that answers strangers is told to, at each step", async (t) => {
  const server = await openWebhook(t, startConsole, sabotages["security.unsigned"]);
  const { page } = await server.visit({ as: "owner", path: server.path, scheme: "dark" });
  await page.getByRole("button", { name: "Run the validity check" }).click();
  await page.getByText("Answers strangers", { exact: true }).waitFor();
  await page.getByText("Answered!").waitFor();
  assert.deepEqual(await findFaults(page), []);
  await choose(page, "Query", "Without a signature");
  await page.getByRole("button", { name: "Send the query" }).click();
  await page.getByText("1 rule is broken").waitFor();
  await page.getByText("Sent a query without any signature, and it was answered.").waitFor();
  await page.getByRole("tab", { name: "Signature", exact: true }).click();
  await page.getByText("This request carries no signature").waitFor();
  assert.deepEqual(await findFaults(page), []);
});

test("a webhook that sends HTML, and one that is not there, are told apart", async (t) => {
  const server = await openWebhook(t, startConsole, {
    arriving: () => replyWith(200, "<html>Fatal error</html>"),
  });
  const { page } = await server.visit({ as: "owner", path: server.path });
  await page.getByRole("button", { name: "Send the query" }).click();
  await page.getByText("Meetbot takes it for silence: the body is no JSON.").waitFor();
  await page.getByRole("tab", { name: "Response", exact: true }).click();
  await page.getByText("This is not JSON; see the raw text.").waitFor();
  await page.getByText("<html>Fatal error</html>").waitFor();
  assert.deepEqual(await findFaults(page), []);

  await server.store.bots.change("bot_1", { endpoint: server.endpoint.replace(/:\d+/, ":9") });
  await page.reload();
  await page.getByText("address is not on the public internet").waitFor();
  await page.getByRole("tab", { name: "All rules" }).click();
  await page.getByRole("button", { name: "Run all rules" }).click();
  await page.getByText("The webhook could not be tested").waitFor();
  assert.deepEqual(await findFaults(page), []);
});

test("a URL is judged while it is typed, and saved only where it may be called", async (t) => {
  const server = await openWebhook(t, startConsole);
  const { page, complaints } = await server.visit({ as: "owner", path: server.path });
  const url = page.getByLabel("URL of your webhook");
  const save = page.getByRole("button", { name: "Save" });
  await url.fill("http://169.254.169.254/latest/meta-data");
  await page.getByText("Clouds keep their machines' keys").waitFor();
  assert.equal(await save.isDisabled(), true);
  await url.fill("https://a:b@shop.example/");
  await page.getByText("Leave the name and password out of the URL").waitFor();
  assert.equal(await save.isDisabled(), true);
  assert.deepEqual(await findFaults(page), []);
  await url.fill(`${server.endpoint}/v2`);
  await page.getByText("Allowed by MEETBOT_OUTBOUND_ALLOW").waitFor();
  await save.click();
  await page.getByText("Saved.").waitFor();
  assert.equal((await server.store.bots.find("bot_1"))?.endpoint, `${server.endpoint}/v2`);
  assert.deepEqual(complaints, []);
});

test("a viewer sees the runs without whom they are about, and changes nothing", async (t) => {
  const server = await openWebhook(t, startConsole, sabotages["orders.totals"]);
  const editor = await server.signIn("editor");
  const body = { account, only: ["orders"] };
  await (await server.call(editor, "POST", "/bots/bot_1/runs", body)).text();
  const { page, complaints } = await server.visit({ as: "viewer", path: server.path });
  await page.getByText("Your role on this bot is viewer").waitFor();
  await page.getByRole("button", { name: /orders\.totals/ }).click();
  await page
    .getByText("Hidden, as it may contain customers' data. Editors and owners can show it.")
    .waitFor();
  await page.getByText("/orders/0/summary/total_cost").waitFor();
  await page.getByRole("button", { name: "Request and response" }).click();
  await page.getByText("s•••@m•••.biz").first().waitFor();
  assert.equal(await page.getByText("stephane").count(), 0);
  const none = ["Save", "Run the validity check", "Run all rules", "As cURL"];
  for (const name of [...none, "Show personal data"]) {
    assert.equal(await page.getByRole("button", { name }).count(), 0, name);
  }
  assert.deepEqual(await findFaults(page), []);
  assert.deepEqual(complaints, []);
});

test("an editor reveals a run of before, which the audit tells, and leaves the URL to owners", async (t) => {
  const server = await openWebhook(t, startConsole, sabotages["orders.totals"]);
  const other = await server.signIn("owner");
  const body = { account, only: ["orders"] };
  await (await server.call(other, "POST", "/bots/bot_1/runs", body)).text();
  const { page, complaints } = await server.visit({
    as: "editor",
    path: `${server.path}?tab=rules`,
  });
  await page.getByText("Only an owner of the bot can change this").waitFor();
  assert.equal(await page.getByRole("button", { name: "Save" }).count(), 0);
  await page.getByRole("button", { name: /orders\.totals/ }).click();
  await page.getByText("Hidden, as it may contain customers' data.").waitFor();
  assert.deepEqual(await findFaults(page), []);
  await page.getByRole("button", { name: "Show personal data" }).click();
  await page.getByRole("button", { name: "Request and response" }).click();
  await page.getByText(account).first().waitFor();
  assert.equal(await page.getByRole("button", { name: "Show personal data" }).count(), 0);
  const [entry] = await server.store.bots.auditOf("bot_1", 1);
  assert.deepEqual([entry?.actor, entry?.action], ["editor@shop.example", "run_revealed"]);
  assert.deepEqual(await findFaults(page), []);
  assert.deepEqual(complaints, []);
});

test("everything can be done by keyboard, and the page fits 320 px", async (t) => {
  const server = await openWebhook(t, startConsole);
  const { page } = await server.visit({
    as: "editor",
    path: server.path,
    width: "small",
    scheme: "dark",
  });
  await page.getByRole("tab", { name: "One query" }).focus();
  await page.keyboard.press("ArrowRight");
  await page.getByRole("tab", { name: says.rules, selected: true }).waitFor();
  await page.getByRole("button", { name: says.run }).focus();
  await page.keyboard.press("Enter");
  await page.getByText(says.ready).waitFor();
  assert.equal(await isTooWide(page), false);
  assert.deepEqual(await findFaults(page), []);
  await page.getByText(/^All \(\d+\)$/).click();
  await page.getByRole("button", { name: /security\.stale/ }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Request and response" }).focus();
  await page.keyboard.press("Enter");
  await page.locator(".json-tree:visible, .code-block:visible").first().waitFor();
  assert.equal(await isTooWide(page), false);
  assert.deepEqual(await findFaults(page), []);
  await page.getByRole("tab", { name: says.history }).click();
  await page.getByRole("row").nth(1).waitFor();
  assert.equal(await isTooWide(page), false);
});

test("whose machine answers instead of the webhook is said, and an owner ends it", async (t) => {
  const server = await openWebhook(t, startConsole);
  const { listeners, bots } = server.store;
  await listeners.as("ada@shop.example (token laptop)").begin(botId, { takesOver: false });
  const { page } = await server.visit({ as: "owner", path: server.path });
  await page.getByText("the machine of ada@shop.example (token laptop) answers").waitFor();
  assert.deepEqual(await findFaults(page), []);
  await page.getByRole("button", { name: "Ask the webhook again" }).click();
  await page.getByText("the machine of ada@shop.example").waitFor({ state: "detached" });
  assert.equal(await listeners.find(botId), null);
  const [ended] = await bots.auditOf(botId, 1);
  assert.deepEqual([ended?.action, ended?.detail.why], ["listening_ended", "ended_by_another"]);
});
