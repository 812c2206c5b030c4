import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { type TestContext, test } from "node:test";
import { pictureLimits } from "@meetbot/model/conversation/picture.ts";
import sharp from "sharp";
import { cupHeic, photo } from "../../src/features/pictures/files/pictures.fixture.ts";
import { hashToken, newLinkToken } from "../../src/secrets/token.ts";
import { startAdminServer } from "../../src/server/admin-api/call-admin.fixture.ts";
import { openListener } from "../../src/server/listener/open-listener.ts";
import type { ServerOptions } from "../../src/server/start-server.ts";
import { bot } from "../../src/store/store.fixture.ts";
import { follower } from "../fixtures/guest.ts";

// Files of strangers: which types, how many, who sees them, and what remains of them.

interface Answer {
  pictures?: { id: string; type: string; width: number; height: number; bytes: number }[];
  error?: { code: string; message: string };
}

/** A server whose bot takes pictures, and conversations of it. */
async function startTaking(t: TestContext, options: Partial<ServerOptions> = {}, takes = true) {
  const given = { trustedProxies: ["127.0.0.1"], ...options };
  const server = await startAdminServer(t, given, ({ run }) =>
    run("update bots set pictures = $1", [takes]),
  );
  const base = `${server.url}/chat/${bot.id}`;
  const open = async (from = "203.0.113.7") => {
    const headers = { "x-forwarded-for": from };
    const opened = await fetch(`${base}/conversations`, { method: "POST", headers });
    const { conversation_id: conversationId, token } = (await opened.json()) as {
      conversation_id: string;
      token: string;
    };
    const send = async (
      file: Buffer | ReadableStream,
      more: Record<string, string> = {},
      id: string = randomUUID(),
    ) => {
      const response = await fetch(`${base}/pictures?id=${id}`, {
        method: "POST",
        headers: { ...headers, authorization: `Bearer ${token}`, ...more },
        body: file,
        ...(file instanceof ReadableStream && { duplex: "half" }),
      });
      const answer = (await response.json()) as Answer;
      return { status: response.status, headers: response.headers, ...answer };
    };
    return { ref: { botId: bot.id, conversationId }, conversationId, token, base, send };
  };
  return { ...server, base, open };
}

const png = await photo(40, 30).png().toBuffer();

/** What is stored of pictures, by its size only. */
const countText = "select count(*)::integer from pictures";

test("while the bot takes no pictures, uploads are refused and nothing of them is read", async (t) => {
  const { open, run } = await startTaking(t, {}, false);
  const { send } = await open();
  assert.equal((await send(png)).status, 403);
  const { error } = await send(png);
  assert.equal(error?.code, "pictures_off");
  assert.deepEqual(await run(countText), [{ count: 0 }]);
});

test("a picture is stored once, sealed, and the bot offers a person", async (t) => {
  const { open, run, store } = await startTaking(t);
  const { send, ref, base, token, conversationId } = await open();
  const guest = await follower({ base, conversationId, token });
  const canary = "canary-7f3a";
  const taken = await photo(64, 48)
    .withExif({
      IFD0: { Make: canary },
      IFD3: { GPSLatitudeRef: "N", GPSLatitude: "51/1 30/1 0/1" },
    })
    .jpeg()
    .toBuffer();
  assert.match(taken.toString("latin1"), /canary-7f3a/);
  const id = randomUUID();
  const { status, pictures } = await send(taken, { "content-type": "text/html" }, id);
  assert.equal(status, 202);
  const [picture] = pictures!;
  assert.deepEqual([picture?.type, picture?.width, picture?.height], ["image/jpeg", 64, 48]);
  const again = await send(taken, {}, id.toUpperCase());
  assert.deepEqual([again.status, again.pictures], [202, pictures]);
  const [reply] = await guest.replies(1);
  guest.leave();
  assert.match(JSON.stringify(reply), /cannot look at pictures.*but a person can/);
  const events = (await store.mailbox.messagesAfter(ref, 0, 10)).filter(
    (one) => one.from === "customer",
  );
  assert.equal(events.length, 2);
  const stored = await store.pictures.read(ref, picture!.id);
  assert.equal((await sharp(stored!.body).metadata()).exif, undefined);
  assert(!stored!.body.includes(canary), "where and by what it was taken is gone");
  const [{ body }] = (await run("select body from pictures")) as [{ body: Buffer }];
  assert(!body.includes(stored!.body.subarray(0, 8)), "it is sealed");
  await run("update pictures set picture_id = $1", [`p_${"1".repeat(32)}`]);
  await assert.rejects(store.pictures.read(ref, `p_${"1".repeat(32)}`), { code: "seal_broken" });
});

test("what a file is called makes no picture of it", async (t) => {
  const { open, run } = await startTaking(t);
  const disguises = [
    ["<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", 415],
    ["<!doctype html><script>alert(1)</script>", 415],
    ["GIF89a<script>alert(1)</script>", 415],
    ["\x89PNG\r\n\x1a\n<svg xmlns='http://www.w3.org/2000/svg'/>", 422],
  ] as const;
  const { send } = await open();
  for (const [file, status] of disguises) {
    const type = { "content-type": "image/png" };
    assert.equal((await send(Buffer.from(file, "latin1"), type)).status, status, file);
  }
  const half = await send(png.subarray(0, png.length >> 1));
  assert.deepEqual([half.status, half.error?.code], [422, "unreadable_picture"]);
  assert.deepEqual(await run(countText), [{ count: 0 }]);
});

test("HEIC of a phone and a PDF are taken too, and the PDF is only ever saved", async (t) => {
  const { open, call } = await startTaking(t);
  const { send, conversationId } = await open();
  const heic = await send(cupHeic);
  assert.equal(heic.pictures?.[0]?.type, "image/jpeg");
  const pdf = Buffer.from("%PDF-1.7\n<script>alert(1)</script>\n%%EOF");
  const [file] = (await send(pdf)).pictures!;
  const shown = await call("editor", `GET /conversations/${conversationId}/pictures/${file!.id}`);
  assert.equal(shown.headers.get("content-type"), "application/pdf");
  assert.match(
    shown.headers.get("content-disposition") ?? "",
    /^attachment; filename="p_\w+\.pdf"$/,
  );
  assert.deepEqual(Buffer.from(await shown.arrayBuffer()), pdf);
});

test("who looks at a picture may, is noted, and gets nothing that could run", async (t) => {
  const { open, call, store, url } = await startTaking(t);
  const { send, conversationId } = await open();
  const stranger = await open();
  const id = (await send(png)).pictures![0]!.id;
  const route = `GET /conversations/${conversationId}/pictures/${id}`;
  const shown = await call("editor", route);
  assert.equal(shown.status, 200);
  assert.equal(shown.headers.get("content-type"), "image/png");
  assert.equal(shown.headers.get("x-content-type-options"), "nosniff");
  assert.match(shown.headers.get("content-security-policy") ?? "", /sandbox; default-src 'none'/);
  assert.equal(shown.headers.get("cache-control"), "no-store");
  assert.equal(shown.headers.get("set-cookie"), null);
  assert.equal((await sharp(Buffer.from(await shown.arrayBuffer())).metadata()).width, 40);
  const [entry] = await store.bots.auditOf(bot.id, 1);
  assert.equal(entry?.action, "picture_viewed");
  assert.deepEqual(entry?.detail, { conversation: conversationId, picture: id });

  assert.equal((await call("viewer", route)).status, 403);
  const elsewhere = [
    `GET /conversations/${stranger.conversationId}/pictures/${id}`,
    `GET /conversations/${conversationId}/pictures/p_${"0".repeat(32)}`,
  ];
  for (const other of elsewhere) assert.equal((await call("editor", other)).status, 404, other);
  for (const trick of [
    "..%2f..%2fx",
    "%00",
    "p_..",
    `${id}%00`,
    `${id}.png`,
    "%2e%2e",
    id.toUpperCase(),
  ]) {
    const { status } = await call(
      "editor",
      `GET /conversations/${conversationId}/pictures/${trick}`,
    );
    assert([400, 404].includes(status), `${trick}: ${status}`);
  }
  await store.bots.create(
    { ...bot, id: "bot_2", pageId: "2" },
    { signingSecret: "s", identitySecret: "i" },
  );
  const owner = await store.operators.create({
    name: "o",
    email: "o@other.example",
    administrator: false,
  });
  await store.operators.grantRole("bot_2", owner.id, "owner");
  const asOther = await fetch(
    `${url}/api/v1/bots/bot_2/conversations/${conversationId}/pictures/${id}`,
  );
  assert.equal(asOther.status, 401);
  const foreign = await call("owner", "GET ../bot_2/conversations");
  assert([403, 404].includes(foreign.status), "an operator of one bot is a stranger to the other");
});

test("a customer sees again what they sent, by the token of that conversation and no other", async (t) => {
  const { open, base, store, url } = await startTaking(t);
  const own = await open();
  const stranger = await open("198.51.100.7");
  const id = (await own.send(png)).pictures![0]!.id;
  const look = (token: string, path: string = id, at = base, method = "GET") =>
    fetch(`${at}/pictures/${path}`, { method, headers: { authorization: `Bearer ${token}` } });
  const shown = await look(own.token);
  assert.equal(shown.status, 200);
  assert.equal(shown.headers.get("content-type"), "image/png");
  assert.equal(shown.headers.get("x-content-type-options"), "nosniff");
  assert.match(shown.headers.get("content-security-policy") ?? "", /sandbox; default-src 'none'/);
  assert.equal(shown.headers.get("cross-origin-resource-policy"), "same-origin");
  assert.equal(shown.headers.get("cache-control"), "no-store");
  assert.equal((await sharp(Buffer.from(await shown.arrayBuffer())).metadata()).width, 40);

  for (const token of [`${own.token}x`, "x", ""]) assert.equal((await look(token)).status, 401);
  assert.equal((await fetch(`${base}/pictures/${id}?token=${own.token}`)).status, 401);
  const other = await look(own.token, id, `${url}/chat/bot_none`);
  assert.equal(other.status, 401, "the token of one bot opens nothing at another");
  const { error } = (await (await look(stranger.token)).json()) as Answer;
  assert.equal(error?.code, "no_such_picture");
  const paths = [
    `../../${own.conversationId}/pictures/${id}`,
    `..%2f..%2f${id}`,
    "%2e%2e",
    "%00",
    `${id}%00`,
    `${id}.png`,
    `${id}/`,
    id.toUpperCase(),
    `p_${"0".repeat(32)}`,
  ];
  for (const path of paths) {
    for (const { token } of [own, stranger]) {
      const { status } = await look(token, path);
      assert([400, 401, 404].includes(status), `${path}: ${status}`);
    }
  }
  assert.equal((await look(own.token, id, base, "DELETE")).status, 404);
  const pdf = Buffer.from("%PDF-1.7\n<script>alert(1)</script>\n%%EOF");
  const file = await look(own.token, (await own.send(pdf)).pictures![0]!.id);
  assert.match(
    file.headers.get("content-disposition") ?? "",
    /^attachment; filename="p_\w+\.pdf"$/,
  );
  assert.equal(await store.pictures.readSent(stranger.ref, id, 0), null);
  const looks = await store.bots.auditOf(bot.id, 50);
  assert(!looks.some(({ action }) => action === "picture_viewed"), "no operator has looked");
});

test("a picture is shown to its customer no longer once it, its conversation or its token is gone", async (t) => {
  const { open, base, store, run, call } = await startTaking(t);
  const [one, two, three] = [await open(), await open("192.0.2.1"), await open("198.51.100.1")];
  const look = async (token: string, id: string) =>
    (await fetch(`${base}/pictures/${id}`, { headers: { authorization: `Bearer ${token}` } }))
      .status;
  const idle = () =>
    t.waitFor(async () =>
      assert.deepEqual(await run("select from conversations where due_at is not null"), []),
    );
  const idOf = async ({ send }: typeof one) => (await send(png)).pictures![0]!.id;
  const ids = [await idOf(one), await idOf(two), await idOf(three)] as const;
  await idle();

  // An operator overwrites the message.
  assert.equal(await look(one.token, ids[0]), 200);
  const messages = await run("select seq from messages where conversation_id = $1 and seq > 1", [
    one.conversationId,
  ]);
  const redact = `POST /conversations/${one.conversationId}/redact`;
  for (const { seq } of messages) {
    assert.equal((await call("editor", redact, { body: { seq } })).status, 204);
  }
  assert.equal(await look(one.token, ids[0]), 404);

  // It is deleted, while this node remembers its token.
  assert.equal(await look(two.token, ids[1]), 200);
  assert.equal((await call("owner", `DELETE /conversations/${two.conversationId}`)).status, 204);
  assert.equal(await look(two.token, ids[1]), 401);

  // A customer who returns through a mail sees only later messages, and the earlier token no longer opens anything.
  assert.equal(await look(three.token, ids[2]), 200);
  const [{ last_seq: shownFrom }] = (await run(
    "select last_seq from conversations where conversation_id = $1",
    [three.conversationId],
  )) as [{ last_seq: number }];
  const token = newLinkToken();
  const link = { tokenHash: hashToken(token), email: "yilia@meetbot.biz", shownFrom };
  assert(await store.waiting.makeReturnLink(three.ref, link));
  const returned = await store.waiting.useReturnLink(bot.id, token);
  assert.equal(await look(three.token, ids[2]), 401);
  assert.equal(await look(returned?.token ?? "", ids[2]), 404);
});

test("without the conversation's own token nothing is taken", async (t) => {
  const { open, base, run } = await startTaking(t);
  const { token } = await open();
  const tries = ["", `Bearer ${token}x`, "Bearer x", `Basic ${token}`];
  for (const authorization of tries) {
    const response = await fetch(`${base}/pictures?id=${randomUUID()}`, {
      method: "POST",
      headers: { authorization },
      body: png,
    });
    assert.equal(response.status, 401, authorization);
  }
  const other = await fetch(`${base.replace(bot.id, "bot_none")}/pictures?id=${randomUUID()}`, {
    method: "POST",
    headers: { authorization: `Bearer ${token}` },
    body: png,
  });
  assert.equal(other.status, 401);
  const badId = await fetch(`${base}/pictures?id=../x`, {
    method: "POST",
    headers: { authorization: `Bearer ${token}` },
    body: png,
  });
  assert.equal(badId.status, 400);
  assert.deepEqual(await run(countText), [{ count: 0 }]);
});

test("11 MB are refused: as they are announced, and where they are not, as they come", async (t) => {
  const { open } = await startTaking(t);
  const { send } = await open();
  const long = Buffer.alloc(11 * 1024 * 1024, png);
  const announced = await send(long);
  assert.deepEqual([announced.status, announced.error?.code], [413, "body_too_large"]);
  assert.match(announced.error?.message ?? "", new RegExp(String(pictureLimits.bytes)));
  let given = 0;
  const unending = new ReadableStream({
    pull(controller) {
      given += 1;
      controller.enqueue(Buffer.alloc(256 * 1024, png));
      if (given === 400) controller.close();
    },
  });
  const streamed = await send(unending).catch((error: unknown) => ({ status: error }));
  assert(streamed.status === 413 || streamed.status instanceof Error);
  assert(given < 200, `${given} pieces of 400 were read`);
});

test("a conversation has five tries a minute, and a network ten in all its conversations", async (t) => {
  const { open } = await startTaking(t);
  const [one, two, three] = [await open(), await open(), await open()];
  for (let nth = 0; nth < 5; nth += 1)
    assert.equal((await one.send(Buffer.from("no"))).status, 415);
  const sixth = await one.send(png);
  assert.deepEqual([sixth.status, sixth.error?.code], [429, "too_many_pictures"]);
  assert.match(sixth.error?.message ?? "", /conversation takes 5 pictures in 60 seconds/);
  const waitS = Number(sixth.headers.get("retry-after"));
  assert(waitS > 0 && waitS <= 60, String(waitS));
  for (let nth = 0; nth < 5; nth += 1) assert.equal((await two.send(png)).status, 202);
  const eleventh = await three.send(png);
  assert.match(eleventh.error?.message ?? "", /10 pictures are taken from one network/);
  const elsewhere = await open("198.51.100.7");
  assert.equal((await elsewhere.send(png)).status, 202);
});

test("a conversation brings 30 MB a day, and what is announced counts before it is read", async (t) => {
  const { open, run } = await startTaking(t);
  const { send } = await open();
  assert.equal((await send(png)).status, 202);
  await run("update pictures set received_bytes = $1", [30 * 1024 * 1024 - png.length + 1]);
  const over = await send(png);
  assert.deepEqual([over.status, over.error?.code], [429, "too_many_picture_bytes"]);
  assert.match(over.error?.message ?? "", /30 MB of pictures in 24 hours/);
  await run("update pictures set at = now() - interval '25 hours'");
  assert.equal((await send(png)).status, 202);
});

test("a body that never ends holds up nobody, and is ended", async (t) => {
  const { open, base, url } = await startTaking(t, {
    door: await openListener({ host: "127.0.0.1", port: 0, requestWithinMs: 1_000 }),
  });
  const { token, send } = await open();
  const socket = connect(Number(new URL(url).port), "127.0.0.1");
  await once(socket, "connect");
  const path = new URL(`${base}/pictures?id=${randomUUID()}`);
  const head = [
    `POST ${path.pathname}${path.search} HTTP/1.1`,
    ...["Host: meetbot.example", `Authorization: Bearer ${token}`, "Content-Length: 100000"],
  ];
  socket.write(`${head.join("\r\n")}\r\n\r\nslow`);
  assert.equal((await send(png)).status, 202);
  assert.match(await text(socket), /^HTTP\/1\.1 408 |^$/);
});

test("pictures go with their conversation, with their customer, and with a message that is overwritten", async (t) => {
  const { open, store, run, call } = await startTaking(t);
  const [one, two, three] = [await open(), await open("192.0.2.1"), await open("198.51.100.1")];
  for (const { send } of [one, two, three]) assert.equal((await send(png)).status, 202);
  await t.waitFor(async () =>
    assert.deepEqual(await run("select from conversations where due_at is not null"), []),
  );
  await run(
    "update conversations set active_at = now() - interval '9 days' where conversation_id = $1",
    [one.conversationId],
  );
  await store.forgetExpired();
  assert.deepEqual(await run(countText), [{ count: 2 }]);
  const { pictures } = await two.send(png, {}, "6e8b5f5e-1111-4222-8333-444455556666");
  const seqs = await run(
    "select seq from messages where dedupe_key = '6e8b5f5e-1111-4222-8333-444455556666'",
  );
  await t.waitFor(async () =>
    assert.deepEqual(await run("select from conversations where due_at is not null"), []),
  );
  const redact = `POST /conversations/${two.conversationId}/redact`;
  const [{ seq }] = seqs as [{ seq: number }];
  assert.equal((await call("editor", redact, { body: { seq } })).status, 204);
  assert.equal(await store.pictures.read(two.ref, pictures![0]!.id), null);
  const late = { id: "p_late", dedupeKey: "6e8b5f5e-1111-4222-8333-444455556666", place: 1 };
  const facts = { type: "image/png" as const, width: 1, height: 1, bytes: 1, receivedBytes: 1 };
  await store.pictures.keep(two.ref, { ...late, ...facts, isScanned: false, body: png });
  assert.equal(await store.pictures.read(two.ref, "p_late"), null, "nor does it come back");
  assert.equal((await call("owner", `DELETE /conversations/${two.conversationId}`)).status, 204);
  assert.deepEqual(await run(countText), [{ count: 1 }]);
});
