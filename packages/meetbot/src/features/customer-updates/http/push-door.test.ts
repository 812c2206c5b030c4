import assert from "node:assert/strict";
import { test } from "node:test";
import { signRequest } from "@meetbot/protocol";
import { packagePush, startPushingShop } from "./push.fixture.ts";

/** An answer as it may be. */
interface Said {
  success: boolean;
  object: string;
  pushes: Said[];
  recipients: { at: string; because?: string }[];
  error: { code: number; message: string };
}

type Shop = Awaited<ReturnType<typeof startPushingShop>>;

async function ask({ server, bot, pushSecret }: Shop, id: string, body?: object, path = "") {
  const text = body ? JSON.stringify(body) : "";
  const timestampS = Math.floor(Date.now() / 1_000);
  const response = await fetch(`${server.url}/push/${bot.id}${path}`, {
    headers: signRequest({ body: text, secret: pushSecret, id, timestampS }),
    ...(body && { method: "POST", body: text }),
  });
  return { status: response.status, said: (await response.json()) as Said };
}

const codeOf = ({ status, said }: Awaited<ReturnType<typeof ask>>) => [status, said.error.code];

test("a test proves secret and clock, and a push is answered as the protocol has it", async (t) => {
  const shop = await startPushingShop(t);
  const { said, status } = await ask(shop, "test_1", {
    request: { method: "test", id: "test_1" },
    params: { test_token: "12345" },
  });
  assert.deepEqual(
    { status, said },
    {
      status: 202,
      said: {
        ...{ success: true, object: "push", id: "test_1", recipients: 0, status: "accepted" },
        test_token: "12345",
      },
    },
  );
});

test("a batch has an answer for each, and each error its number alone", async (t) => {
  const shop = await startPushingShop(t);
  const bad = { ...packagePush("push_2", "delivered"), recipient: { id: "2312" } };
  const { status, said } = await ask(shop, "batch_1", {
    pushes: [packagePush("push_1", "delivered"), bad],
  });
  assert.equal(status, 202);
  assert.equal(said.object, "pushes");
  const [one, other] = said.pushes;
  assert(other);
  const accepted = { success: true, object: "push", recipients: 0, status: "accepted" };
  assert.deepEqual(one, { ...accepted, id: "push_1" });
  assert.deepEqual(Object.keys(other), ["success", "id", "error"]);
  assert.deepEqual(Object.keys(other.error), ["code", "message"]);
  assert.equal(other.error.code, 10009);
});

test("a signature is good for the push alone that it names", async (t) => {
  const shop = await startPushingShop(t);
  const push = packagePush("push_1", "delivered");
  assert.deepEqual(codeOf(await ask(shop, "push_2", push)), [401, 10002]);
  assert.equal((await ask(shop, "push_1", push)).status, 202);
  assert.deepEqual(codeOf(await ask(shop, "push_2", undefined, "/push_1")), [401, 10002]);
  assert.equal((await ask(shop, "push_1", undefined, "/push_1")).status, 200);
  assert.deepEqual(codeOf(await ask(shop, "push_9", undefined, "/push_9")), [404, 10006]);
});

test("what became of it names channels as the protocol does, and a reason only where there is one", async (t) => {
  const shop = await startPushingShop(t);
  await shop.follow();
  shop.parcel.package_status = "Delivered";
  await shop.moved("push_1", "delivered", 5);
  await shop.until("push_1", "sent");
  const { said } = await ask(shop, "push_1", undefined, "/push_1");
  const { at, ...one } = said.recipients[0] ?? { at: "" };
  assert.match(at, /^\d{10}$/);
  assert.deepEqual(one, { channel: "web_chat", state: "sent" });
  assert.deepEqual(Object.keys(said), ["success", "object", "id", "recipients"]);
  await shop.moved("push_2", "delivered");
  assert.equal((await shop.until("push_2", "skipped"))?.because, "repeated");
});

test("what was not stored may be sent again, and says so by its number", async (t) => {
  const shop = await startPushingShop(t);
  const many = (from: number) => ({
    pushes: Array.from({ length: 100 }, (_, place) =>
      packagePush(`p_${from + place}`, "delivered"),
    ),
  });
  assert.equal((await ask(shop, "b_1", many(0))).status, 202);
  assert.deepEqual(codeOf(await ask(shop, "b_2", many(100))), [429, 10000]);
  await shop.server.run("alter table pushes rename to pushes_away");
  const failed = await ask(shop, "b_3", { pushes: [packagePush("p_300", "delivered")] });
  await shop.server.run("alter table pushes_away rename to pushes");
  assert.ok(failed.status >= 429);
  assert.equal(failed.said.error.code, 10000);
  assert.equal(failed.said.success, false);
});

test("a push that is too large is refused in the same form", async (t) => {
  const shop = await startPushingShop(t);
  const body = { pushes: ["x".repeat(1_100_000)] };
  assert.deepEqual(codeOf(await ask(shop, "b_1", body)), [413, 10100]);
});
