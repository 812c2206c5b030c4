import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { EventEmitter, once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { type TestContext, test } from "node:test";
import { telegramAt } from "../src/channels/telegram/api/telegram-api.ts";
import { connectTelegram } from "../src/operations/channels/telegram/connect-bot.ts";
import { photo } from "../src/pictures/pictures.fixture.ts";
import { parseKeyRing } from "../src/secrets/key-ring.ts";
import { createCustomer, publicBase, token } from "../src/server/webhooks/telegram.fixture.ts";
import { bot, openTestStore } from "../src/store/store.fixture.ts";
import { startTelegramSimulator } from "../src/telegram-simulator/start-telegram-simulator.ts";
import { eventually } from "./fixtures/eventually.ts";
import { createMachine } from "./fixtures/machine.ts";

// Nodes of `meetbot serve` that end while Telegram hands them a picture.

const png = await photo(40, 30).png().toBuffer();
const soonMs = 60_000;

test("kill -9 or SIGTERM while a picture is fetched: the next node fetches it, once", async (t) => {
  const { files, customer, start, run, kept, left } = await startNodes(t);
  const doomed = await start();
  files.hang = true;
  const asked = once(files, "asked");
  await customer.say({ photo: [{ file_id: "cup" }] });
  await asked;
  await doomed.kill();
  assert.deepEqual([await kept(), (await left()).length], [[], 1]);

  files.hang = false;
  // The node that had it is gone: so long it would have had it.
  await run("update picture_fetches set due_at = now()");
  const stopping = await start();
  await eventually(soonMs, async () => assert.deepEqual(await left(), []));
  assert.deepEqual(await kept(), [{ width: 40 }]);

  files.hang = true;
  const askedAgain = once(files, "asked");
  await customer.say({ photo: [{ file_id: "saucer" }] });
  await askedAgain;
  assert.equal(await stopping.stop(), 0);
  assert.deepEqual(await left(), [{ tries: 1, is_due: true }], "any node may take it at once");
  files.hang = false;
  await start();
  await eventually(soonMs, async () => assert.deepEqual(await left(), []));
  assert.deepEqual(await kept(), [{ width: 40 }, { width: 40 }]);
  assert.deepEqual(files.served, ["cup", "saucer"]);
});

/** A bot on Telegram that takes pictures, and nodes on its database. */
async function startNodes(t: TestContext) {
  let node = "";
  const telegram = await startTelegramSimulator({
    bots: [{ token, name: "A shop", username: "a_shop_bot" }],
    reach: (address) => address.replace(publicBase, node),
    repeatAfterMs: () => 50,
  });
  t.after(() => telegram.close());
  const files = await startFiles(t, telegram.url);
  const key = randomBytes(32).toString("base64");
  const { store, url, run } = await openTestStore(t, { keyRing: parseKeyRing(key) });
  await store.bots.change(bot.id, { pictures: true });
  const { links } = store.channels;
  const deps = { links, api: telegramAt(files.url), publicBase };
  assert.equal((await connectTelegram(bot.id, token, deps)).outcome, "connected");
  const machine = createMachine(t, {
    MEETBOT_DATABASE_URL: url,
    MEETBOT_MASTER_KEY: key,
    MEETBOT_TELEGRAM_URL: files.url,
    MEETBOT_PUBLIC_URL: publicBase,
  });
  return {
    files,
    run,
    customer: createCustomer(telegram),
    async start() {
      const started = await machine.start(["serve", "--port", "0"]);
      node = started.url;
      return started;
    },
    kept: () => run("select width from pictures order by at"),
    left: () => run("select tries, due_at <= now() as is_due from picture_fetches"),
  };
}

/** Telegram's files, in front of all else that its API does. */
class Files extends EventEmitter {
  url = "";
  /** Nothing more of a file comes, until whoever asks is gone. */
  hang = false;
  /** Which were handed out. */
  readonly served: string[] = [];
}

async function startFiles(t: TestContext, api: string): Promise<Files> {
  const files = new Files();
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const path = request.url ?? "";
    const body = await buffer(request);
    if (path.endsWith("/getFile")) {
      const { file_id } = JSON.parse(body.toString()) as { file_id: string };
      response.end(JSON.stringify({ ok: true, result: { file_path: `photos/${file_id}.png` } }));
    } else if (path.startsWith("/file/")) {
      files.emit("asked");
      if (files.hang) return void response.write(png.subarray(0, 20));
      files.served.push(/(\w+)\.png$/.exec(path)?.[1] ?? "");
      response.end(png);
    } else {
      const headers = { "content-type": request.headers["content-type"] ?? "" };
      const passed = await fetch(`${api}${path}`, { method: "POST", headers, body });
      response.writeHead(passed.status).end(await passed.text());
    }
  };
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => response.destroy(error as Error));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  t.after(() => {
    server.close();
    server.closeAllConnections();
  });
  files.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return files;
}
