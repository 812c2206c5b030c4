import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { newSecret } from "@meetbot/sdk";
import { startPushDoor } from "./push-door.ts";
import { runShop } from "./run-shop.ts";
import { listQuery, parcelQuery, secret, signQuestionNow } from "./sign-question.ts";

const shopModule = `
  export const findOrders = async ({ by }) => by === "account" ? { orders: [] } : undefined;
  export const findPackages = async () => undefined;
`;

let folder: string;
let blocks: string[];

before(async () => {
  const readme = await readFile(new URL("../README.md", import.meta.url), "utf8");
  blocks = [...readme.matchAll(/^```js\n(.*?)^```$/gms)].map(([, code]) => code!);
  folder = await mkdtemp(join(tmpdir(), "meetbot-readme-"));
  const modules = fileURLToPath(new URL("../../../node_modules", import.meta.url));
  await symlink(modules, join(folder, "node_modules"));
  await writeFile(join(folder, "shop.js"), shopModule);
  await writeFile(join(folder, "package.json"), '{"type":"module"}');
});
after(() => rm(folder, { recursive: true }));

test("the README's webhook answers signed questions as it stands", async () => {
  await using shop = await runShop(await save("webhook.js", blocks[0]!));
  const list = await fetch(shop.url, signQuestionNow(listQuery));
  assert.deepEqual(await list.json(), {
    success: true,
    object: "orders",
    has_next_page: false,
    orders: [],
  });
  const parcels = await fetch(shop.url, signQuestionNow(parcelQuery));
  assert.deepEqual(await parcels.json(), {
    success: false,
    error: { code: 11001, message: "Order not found" },
  });
});

test("the README's signed test question is answered by the README's webhook", async () => {
  await using shop = await runShop(await save("webhook.js", blocks[0]!));
  const constants = `const url = "${shop.url}"; const secret = "${secret}";`;
  const program = await save(
    "ask.js",
    `${constants}\n${blocks.find((code) => code.includes("signTestRequest("))}\nexport { answer };`,
  );
  const { answer } = await import(program.href);
  assert.equal(await answer.text(), '{"success":true,"object":"test","test_token":"12345"}');
});

test("the README's pushes are taken, and its outbox is empty afterwards", async () => {
  const secret = newSecret();
  await using door = await startPushDoor(secret);
  Object.assign(process.env, {
    MEETBOT_URL: door.url,
    MEETBOT_BOT_ID: "bot_1",
    MEETBOT_PUSH_SECRET: secret,
    DATABASE: ":memory:",
  });
  const pushes = blocks.filter((code) => code.includes("createPush("));
  const [direct = "", outbox = ""] = pushes;
  assert.equal(pushes.length, 2);

  const told = `{ order_number: "A-1", currency: "USD", timestamp: "1767225600", status: "paid", summary: { total_cost: 1 } }`;
  const order = `const order = { email: "chris@example.com", told: ${told} };`;
  const program = await save("push.js", `${order}\n${direct}\nexport { placed, moved };`);
  const { placed, moved } = await import(program.href);
  assert.deepEqual([placed.ok, moved.ok, moved.recipients], [true, true, 1]);

  const drain = `export const left = query("select count(*) as count from meetbot_outbox").get().count;`;
  const kept = await save("outbox.js", `${outbox}\n${drain}\nexport { drained };`);
  const { drained, left } = await import(kept.href);
  assert.deepEqual([drained, left], [{ sent: 1, postponed: 0, givenUp: 0 }, 0]);
  assert.deepEqual(
    [...door.pushes.values()].map(({ method }) => method),
    ["order.placed", "package.changed", "package.changed"],
  );
});

test("the README's helpers make orders that are read, page by page", async () => {
  const helpers = blocks.find((code) => code.includes("@meetbot/sdk/shop"));
  const program = await save("shop-helpers.js", `${helpers}\nexport { deliveredOn, listOrders };`);
  const { deliveredOn, listOrders } = await import(program.href);
  const row = { number: "A-1", currency: "EUR", email: "a@b.example", isPaid: true };
  const amounts = { placedAt: new Date(1_767_225_600_000), subtotal: 4995, total: "54.95" };
  const asked = { account: "A@B.example", filter: "open", page: 1, limit: 1 };
  const { orders, hasNextPage } = listOrders([{ ...row, ...amounts }], asked);
  assert.deepEqual(orders[0].fees, [{ name: "Fee", amount: 5 }]);
  assert.deepEqual([orders[0].timestamp, hasNextPage], ["1767225600", false]);
  assert.equal(deliveredOn({ deliveredAt: "2026-11-30T23:30:00Z" }), "2026-12-01");
});

async function save(name: string, code: string): Promise<URL> {
  const file = join(folder, name);
  await writeFile(file, code);
  return pathToFileURL(file);
}
