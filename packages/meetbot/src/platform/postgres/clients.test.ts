import assert from "node:assert/strict";
import { once } from "node:events";
import { type AddressInfo, createServer, type Socket } from "node:net";
import { type TestContext, test } from "node:test";
import { setTimeout as delay } from "node:timers/promises";
import { clientsOf } from "./clients.ts";

function packet(type: string, ...parts: (string | number[])[]): Buffer {
  const body = Buffer.concat(
    parts.map((part) => Buffer.from(typeof part === "string" ? `${part}\0` : part)),
  );
  const length = Buffer.alloc(4);
  length.writeInt32BE(4 + body.length);
  return Buffer.concat([Buffer.from(type), length, body]);
}

const ready = packet("Z", [0x49]);
const welcome = Buffer.concat([packet("R", [0, 0, 0, 0]), ready]);
/** One column of one row. */
const answer = (word: "on" | "off") =>
  Buffer.concat([
    packet(
      "T",
      [0, 1],
      "isReadOnly",
      [0, 0, 0, 0, 0, 0, 0, 0, 0, 25, 255, 255, 255, 255, 255, 255, 0, 0],
    ),
    packet("D", [0, 1, 0, 0, 0, word.length], [...Buffer.from(word)]),
    packet("C", "SELECT 1"),
    ready,
  ]);
const refuses = Buffer.concat([
  packet("E", "SERROR", "C25006", "Mcannot execute UPDATE in a read-only transaction", [0]),
  ready,
]);
const dies = packet("E", "SFATAL", "C57P01", "Mterminating connection", [0]);

/** A server of which each connection is handled so. */
async function startServer(t: TestContext, handle: (socket: Socket) => void): Promise<string> {
  const server = createServer(handle);
  await once(server.listen(0, "127.0.0.1"), "listening");
  t.after(() => void server.close());
  return `postgres://meetbot@127.0.0.1:${(server.address() as AddressInfo).port}/meetbot`;
}

/** Speaks as much of PostgreSQL's protocol as a connection needs, and dies when its second client has just connected. */
function startDyingServer(t: TestContext): Promise<string> {
  let clients = 0;
  return startServer(t, (socket) => {
    clients += 1;
    speak(socket, clients === 2 ? Buffer.concat([welcome, dies]) : null);
  });
}

/** Lets a client in and says whether it can write; or sends its last words. */
function speak(socket: Socket, last: Buffer | null, place = { isReadOnly: false }): void {
  let isWelcome = false;
  socket.on("error", () => {});
  socket.on("data", (data) => {
    if (!isWelcome) {
      isWelcome = true;
      return void (last ? socket.end(last) : socket.write(welcome));
    }
    if (data[0] !== 0x51) return;
    const isAsked = data.includes("transaction_read_only");
    socket.write(isAsked ? answer(place.isReadOnly ? "on" : "off") : refuses);
  });
}

test("of several servers, one that dies when it has just let somebody in is an error of that connection alone", async (t) => {
  const url = await startDyingServer(t);
  const Client = clientsOf([url, url.replace(/:\d+\//, ":1/")]);
  const client = new Client({ connectionString: url });
  await assert.rejects(client.connect(), /terminat|not queryable/);
});

test("of several servers, one that says nothing does not delay the one that can be written to", async (t) => {
  const silent: Socket[] = [];
  t.after(() => silent.forEach((socket) => void socket.destroy()));
  const off = await startServer(t, (socket) => void silent.push(socket.on("error", () => {})));
  const primary = await startServer(t, (socket) => speak(socket, null));
  const Client = clientsOf([off, primary]);
  const client = new Client({ connectionString: off });
  const connected = client.connect();
  // Only an end of the silent one would bring an answer to who waits for it.
  const first = await Promise.race([connected, delay(2_000, "waited", { ref: false })]);
  assert.notEqual(first, "waited");
  await client.end();
});

test("a server that has become read-only loses all its connections, and the next ones are those of another", async (t) => {
  const places = [false, true].map((isReadOnly) => ({ isReadOnly }));
  const urls = await Promise.all(
    places.map((place) => startServer(t, (socket) => speak(socket, null, place))),
  );
  const Client = clientsOf(urls);
  const clients = [new Client(), new Client()];
  t.after(async () => void (await Promise.all(clients.map((client) => client.end()))));
  await Promise.all(clients.map((client) => client.connect()));
  const [first, idle] = clients;
  const port = Number(new URL(urls[0]!).port);
  assert.deepEqual([first!.port, idle!.port], [port, port]);
  for (const place of places) place.isReadOnly = !place.isReadOnly;
  const lost = once(idle!, "error", { signal: AbortSignal.timeout(5_000) });
  await assert.rejects(first!.query("update"), { code: "25006" });
  await lost;
  const next = new Client();
  await next.connect();
  assert.equal(next.port, Number(new URL(urls[1]!).port));
  await next.end();
});

test("after a connection was lost, the next one is to the server that can be written to now", async (t) => {
  const places = [false, true].map((isReadOnly) => ({ isReadOnly }));
  const held: Socket[] = [];
  const urls = await Promise.all(
    places.map((place) =>
      startServer(t, (socket) => {
        held.push(socket);
        speak(socket, null, place);
      }),
    ),
  );
  const Client = clientsOf(urls);
  const client = new Client();
  await client.connect();
  for (const place of places) place.isReadOnly = !place.isReadOnly;
  const lost = once(client, "error");
  for (const socket of held) socket.destroy();
  assert.match(String(await lost.catch(String)), /terminated|reset/);
  const next = new Client();
  t.after(() => next.end());
  await next.connect();
  assert.equal(next.port, Number(new URL(urls[1]!).port));
});
