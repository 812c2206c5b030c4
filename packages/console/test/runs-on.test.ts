import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { test } from "node:test";
import { parseAllowList } from "@meetbot/network/addresses/allow-list.ts";
import { newSecret } from "@meetbot/protocol";
import type { Page } from "playwright-core";
import type { Store } from "../../meetbot/src/store/store.ts";
import { eventually } from "../../meetbot/test/fixtures/eventually.ts";
import { botId, findFaults, isTooWide, prepareConsoles } from "./open-console.ts";
import { account, another, newest, startVendure } from "./small-vendure.ts";

const startConsole = prepareConsoles();
const path = `/bots/${botId}/webhook`;

const seeFaults = async (page: Page) => assert.deepEqual(await findFaults(page), []);

test("an owner connects the shop, sees a real order, runs all rules, replaces the key, and disconnects", async (t) => {
  const vendure = await startVendure(t);
  const server = await startConsole(t, { outboundAllow: () => parseAllowList([vendure.host]) });
  await giveSecret(server.store);
  const { page, complaints } = await server.visit({ path });
  const button = (name: string) => page.getByRole("button", { name, exact: true });
  const form = page.getByRole("form", { name: "Vendure" });
  const url = page.getByRole("textbox", { name: "Address of the admin API" });
  const apiKey = page.getByLabel("API key", { exact: false }).first();
  const first = vendure.key;
  const kept = () => server.store.connections.open(botId);
  /** That it is shown by its fingerprint, and which one that is. */
  const seeFingerprint = async (on = page) => {
    const told = (await server.store.connections.find(botId))?.shown.apiKey;
    assert(told?.kind === "secret");
    await on.getByText(told.fingerprint, { exact: true }).waitFor();
    return told.fingerprint;
  };

  await page.getByRole("radio", { name: "Vendure" }).check();
  await form.getByText("Read Order and Read Customer, and no other").waitFor();
  await button("Check").click();
  assert.equal(await form.getByText("This is needed.").count(), 2);
  await url.fill(`http://${vendure.host}/shop-api`);
  await apiKey.fill("mistyped-key");
  await button("Check").click();
  await form.getByText("Give the admin API").waitFor();
  await url.fill(`http://${vendure.host}`);
  await button("Check").click();
  await page.getByText("The shop refuses the key.").waitFor();
  await page.getByText("Make a new key in the platform's settings").waitFor();
  await seeFaults(page);

  vendure.isTooWide = true;
  await apiKey.fill(first);
  await button("Check").click();
  await page.getByText("Meetbot can read the orders of “harbour-outfitters”.").waitFor();
  await page.getByText("The key may do more than read.").waitFor();
  assert.equal(await server.store.connections.find(botId), null);
  await seeFaults(page);
  vendure.isTooWide = false;
  await url.fill(vendure.url);
  assert.equal(await button("Connect").count(), 0, "what was changed is checked again");
  await page.keyboard.press("Enter");
  await button("Connect").waitFor();
  assert.equal(await page.getByText("The key may do more than read.").count(), 0);
  await page.keyboard.press("Enter");
  await page.getByText("Connected with “harbour-outfitters”.").waitFor();
  const fingerprint = await seeFingerprint();
  await page.getByRole("heading", { name: "Connected by Meetbot" }).waitFor();
  for (const name of ["Run the validity check", "Copy the command"]) {
    assert.equal(await page.getByRole("button", { name }).count(), 0, name);
  }
  await seeFaults(page);

  await button("Show a real order").click();
  const transcript = page.locator("meetbot-transcript");
  await transcript.getByRole("article", { name: new RegExp(newest) }).waitFor();
  await transcript.getByText("Waxed Canvas Jacket").first().waitFor();
  await seeFaults(page);
  await button("Run all rules with it").click();
  await page.getByText("Ready for customers: all required rules are kept.").waitFor();
  assert.equal(await page.getByLabel("Account (email)", { exact: true }).inputValue(), account);

  const second = "second.vendure-canary-key-3c9e";
  await button("Replace credentials").click();
  await apiKey.fill(second);
  await button("Check").click();
  await page.getByText("The shop refuses the key.").waitFor();
  assert.equal((await kept())?.config.apiKey, first);
  vendure.key = second;
  await button("Check").click();
  await button("Replace").click();
  await page.getByText("The new credentials are in use.").waitFor();
  assert.notEqual(await seeFingerprint(), fingerprint);
  assert.equal((await kept())?.config.apiKey, second);

  for (const as of ["editor", "viewer"] as const) {
    const look = { as, path, width: "small", scheme: "dark" } as const;
    const { page } = await server.visit(look);
    await seeFingerprint(page);
    const offered = (name: string) => page.getByRole("button", { name, exact: true }).count();
    assert.equal(await offered("Replace credentials"), 0);
    assert.equal(await offered("Check again"), as === "editor" ? 1 : 0);
    assert.equal(await offered("Show a real order"), as === "editor" ? 1 : 0);
    assert.equal(await isTooWide(page), false);
    await seeFaults(page);
  }

  await button("Connect another way").click();
  await page.getByRole("textbox", { name: "Webhook URL" }).fill(`http://${vendure.host}/meetbot`);
  await page.getByText("Allowed by MEETBOT_OUTBOUND_ALLOW").waitFor();
  await seeFaults(page);
  await button("Disconnect").click();
  await page.getByText("Disconnected. The credentials are deleted").waitFor();
  await page.getByRole("heading", { name: "Endpoint" }).waitFor();
  assert.equal(await server.store.connections.find(botId), null);
  await seeFaults(page);
  assert.deepEqual(complaints, []);
  const told = server.logged.join("") + (await page.content());
  for (const key of [first, second]) assert(!told.includes(key));
});

test("a new bot answers with a real order, and what keeps the platform from answering is told in Chinese", async (t) => {
  const vendure = await startVendure(t);
  const server = await startConsole(t, { outboundAllow: () => parseAllowList([vendure.host]) });
  await server.store.bots.delete(botId);
  const look = { as: "administrator", locale: "zh", width: "phone", scheme: "dark" } as const;
  const { page, complaints } = await server.visit({ ...look, path: "/bots/new" });
  const button = (name: string) => page.getByRole("button", { name, exact: true });
  await page.getByRole("radio", { name: "自有系统（使用 Webhook）" }).focus();
  await page.keyboard.press("ArrowDown");
  await page.getByText("请先在 Shopify 中完成").waitFor();
  await seeFaults(page);
  await page.getByRole("radio", { name: "Vendure" }).check();
  await page.getByLabel("管理 API 地址").fill(vendure.url);
  await page.getByLabel("API 密钥").first().fill(vendure.key);
  await button("检查").click();
  await page.getByText("请先填写机器人名称。").waitFor();
  await page.getByRole("textbox", { name: "名称", exact: true }).fill("海港服饰");
  await page.keyboard.press("Enter");
  await page.getByText("可以读取“harbour-outfitters”的订单。").waitFor();
  await seeFaults(page);
  await button("创建机器人").click();
  await page.getByRole("heading", { name: "海港服饰 已创建" }).waitFor();
  await seeFaults(page);
  await page.getByRole("link", { name: "以顾客视角查看真实订单，并运行全部规则" }).click();
  await button("查看真实订单").click();
  const transcript = page.locator("meetbot-transcript");
  await transcript.getByRole("article", { name: new RegExp(newest) }).waitFor();
  assert.equal(await isTooWide(page), false);
  await seeFaults(page);

  const [bot] = await server.store.bots.list();
  assert.partialDeepStrictEqual(bot, {
    name: "海港服饰",
    locale: "zh",
    endpoint: "connector:vendure",
  });
  const own = `${server.origin}/console/bots/${bot?.id}`;
  await page.goto(`${own}/checklist`);
  await page.getByText("已由 Meetbot 连接：它直接查询店铺平台。").waitFor();
  await page.getByText("由 Meetbot 直接查询店铺，没有可供外人调用的 Webhook。").waitFor();
  await seeFaults(page);

  vendure.isDown = true;
  await page.goto(`${own}/webhook`);
  await button("重新检查").click();
  await page.getByText("店铺自身出错，或未能及时响应。").waitFor();
  await seeFaults(page);
  await page.goto(`${own}/checklist`);
  const point = page.getByRole("listitem").filter({ hasText: "店铺已连接" });
  await point.getByText("店铺平台目前没有应答。").waitFor();
  await point.getByRole("link").click();
  await page.waitForURL("**/webhook#connection");
  await ask(`${server.url}/chat/${bot?.id}`, another);
  await eventually(30_000, async () => {
    assert.equal((await server.run("select 1 from deliveries")).length > 0, true);
  });
  await page.goto(`${own}/deliveries`);
  await page.getByText("HTTP 错误").click();
  await page.getByText("请查看平台的运行状态。").waitFor();
  await page.getByRole("tab", { name: "请求" }).click();
  await page.getByText("POST connector:vendure").waitFor();
  assert.equal(await page.getByText("复制为 cURL").count(), 0, "there is no address to send it to");
  await seeFaults(page);
  await page.goto(`${server.origin}/console/bots`);
  await page.getByText("店铺平台没有应答").waitFor();
  assert.deepEqual(complaints, []);
});

test("an owner leaves a kept secret as it is, takes an optional one away, and goes over to an app", async (t) => {
  const server = await startConsole(t);
  await giveSecret(server.store);
  const secretFields = ["accessToken", "webhookSecret"];
  const config = { shop: "my-shop", accessToken: "shpat_1", webhookSecret: "hooks" };
  const given = { name: "shopify", config, secretFields, shop: "Lanterns", notes: [] };
  await server.store.connections.connect(botId, given);
  const { page, complaints } = await server.visit({ path });
  const posted: unknown[] = [];
  await page.route("**/connector/check", (route) => {
    posted.push(route.request().postDataJSON().config);
    const json = { ok: true, shop: "Lanterns", notes: [], has_sample: false, trouble: null };
    return route.fulfill({ json });
  });
  const check = async () => {
    await page.getByRole("button", { name: "Check", exact: true }).click();
    await page.getByRole("button", { name: "Replace", exact: true }).waitFor();
  };
  await page.getByRole("button", { name: "Replace credentials" }).click();
  const token = page.getByLabel("Access token of an older app").first();
  await token.fill("shpat_2");
  await token.fill("");
  await check();
  await page.getByLabel("Client ID").fill("id");
  await page.getByLabel("Client secret").fill("secret");
  await page.getByLabel("Remove what is kept as “Access token of an older app”").check();
  assert(await token.isDisabled());
  await seeFaults(page);
  await check();
  const app = { shop: "my-shop", clientId: "id", clientSecret: "secret" };
  assert.deepEqual(posted, [
    { shop: "my-shop", clientId: "", clientSecret: "" },
    { ...app, accessToken: "" },
  ]);
  assert.deepEqual(complaints, []);
});

/** The bot gets a signing secret such as Meetbot makes. */
async function giveSecret({ bots }: Pick<Store, "bots">): Promise<void> {
  const order = { kind: "signing", secret: newSecret(), overlapS: 60, force: true } as const;
  await bots.rotateSecret(botId, order);
  await bots.promoteSecret(botId, { tested: null });
  await bots.revokeSecret(botId, { kind: "signing", stage: "previous", replacement: "" });
}

/** A customer asks. */
async function ask(chat: string, text: string): Promise<void> {
  const post = async (path: string, body: object, token = "") => {
    const headers = { "Content-Type": "application/json", Authorization: `Bearer ${token}` };
    const answer = await fetch(chat + path, {
      method: "POST",
      headers,
      body: JSON.stringify(body),
    });
    assert(answer.ok, await answer.clone().text());
    return answer.json();
  };
  const { token } = (await post("/conversations", {})) as { token: string };
  await post("/messages", { id: randomUUID(), text }, token);
}
