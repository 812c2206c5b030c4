import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { signRequest } from "@meetbot/protocol";
import { skipWithout } from "../../sdk/test/skip-without.ts";
import { openGuest } from "./fixtures/guest.ts";
import { type CgroupScope, createMachine, type Machine, type Running } from "./fixtures/machine.ts";
import { withoutStage } from "./fixtures/without-stage.ts";

// A shop in another language, whose author read only the origin document.

const program = fileURLToPath(new URL("fixtures/python_merchant.py", import.meta.url));
const orderNumber = "12345678901234567890";

describe("a shop in Python", { skip: skipWithout("python3") }, () => {
  const machine = createMachine({ after });
  let bot: CreatedBot;
  let webhookUrl: string;
  let server: Running;
  const ends: (() => Promise<void>)[] = [];
  after(() => Promise.all(ends.map((end) => end())));

  before(async () => {
    bot = await createBot(machine, "http://127.0.0.1:9/");
    webhookUrl = await startMerchant({ after: (end) => ends.push(end) }, bot.signing_secret);
    const set = await machine.run(["bot", "set", bot.bot_id, "--endpoint", webhookUrl]);
    assert.equal(set.code, 0, set.stderr);
    server = await machine.start(["serve", "--port", "0"]);
  });

  test("a customer sees the order of a shop in Python, every digit of its number, and its package", async () => {
    const guest = await openGuest(server.url, bot.bot_id);
    const [, card] = await guest.say(`show order ${orderNumber}`, 2);
    const [order] = card?.orders ?? [];
    assert.equal(order?.order_number, orderNumber);
    assert.deepEqual(order.summary, {
      subtotal: 75,
      shipping_cost: 4.95,
      total_tax: 6.19,
      total_cost: 56.14,
    });
    assert.deepEqual(
      order.elements?.map(({ title, price }) => [title, price]),
      [
        ["Classic White T-Shirt", 50],
        ["Classic Gray T-Shirt", 25],
      ],
    );
    const [, packages] = await guest.tap("Where is it?", 2);
    const [pkg] = packages?.packages ?? [];
    assert.deepEqual(
      [pkg?.order_number, pkg?.tracking_number, pkg?.exp_delivery],
      [orderNumber, "UPS11012", "2017-12-12"],
    );
  });

  test("a customer finds the order with an email, and is told when the shop knows no such email", async () => {
    const guest = await openGuest(server.url, bot.bot_id);
    const [, list] = await guest.say("my orders please, stephane@example.com", 2);
    assert.deepEqual(list?.orders?.map(withoutStage), [
      { order_number: "····", status: "shipped", placed_month: "2015-04" },
    ]);
    const [unknown] = await guest.say("and for nobody@example.com?", 1);
    assert.match(unknown?.text ?? "", /knows no orders for that email/);
  });

  test("a bot with another secret is refused by the shop, which is not taken for a missing order", async () => {
    const other = await createBot(machine, webhookUrl);
    const guest = await openGuest(server.url, other.bot_id);
    const [reply] = await guest.say(`where is my order ${orderNumber}?`, 1);
    assert.match(reply?.text ?? "", /does not answer right now/);
  });

  test("the shop accepts what Meetbot signs and refuses a wrong signature with 401", async () => {
    const body = JSON.stringify({
      request: { category: "ecommerce", method: "test", id: "test_1", page_id: "1", meta: "" },
      params: { test_token: "12345" },
    });
    const post = (headers: Record<string, string>) =>
      fetch(webhookUrl, { method: "POST", headers, body });
    const sign = (signed: string, secret: string) =>
      signRequest({ body: Buffer.from(signed), secret, id: "test_1", timestampS: 1_764_000_000 });

    const accepted = await post(sign(body, bot.signing_secret));
    assert.deepEqual(
      [accepted.status, await accepted.json()],
      [200, { success: true, object: "test", test_token: "12345" }],
    );
    const wrong = [
      {},
      sign(`${body} `, bot.signing_secret),
      sign(body, `${bot.signing_secret}x`),
      { "x-hub-signature": "sha256=" },
    ];
    for (const headers of wrong) assert.equal((await post(headers)).status, 401);
  });
});

interface CreatedBot {
  bot_id: string;
  signing_secret: string;
}

async function createBot(machine: Machine, endpoint: string): Promise<CreatedBot> {
  const args = ["bot", "create", "--name", "Peter's Apparel", "--endpoint", endpoint, "--json"];
  const { stdout, stderr } = await machine.run(args);
  assert.equal(stderr, "");
  return JSON.parse(stdout);
}

async function startMerchant(scope: CgroupScope, signingSecret: string): Promise<string> {
  const merchant = spawn("python3", [program], {
    env: { ...process.env, SIGNING_SECRET: signingSecret },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const exited = once(merchant, "exit");
  scope.after(async () => {
    merchant.kill();
    await exited;
  });
  const ready = once(createInterface(merchant.stdout), "line");
  const [url] = await Promise.race([ready, exited]);
  assert.match(String(url), /^http:/, "the merchant ended before it was ready");
  return url;
}
