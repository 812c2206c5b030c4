import assert from "node:assert/strict";
import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { type TestContext, test } from "node:test";
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
/** One column of one row: "off". */
const writable = Buffer.concat([
  packet(
    "T",
    [0, 1],
    "isReadOnly",
    [0, 0, 0, 0, 0, 0, 0, 0, 0, 25, 255, 255, 255, 255, 255, 255, 0, 0],
  ),
  packet("D", [0, 1, 0, 0, 0, 3], [0x6f, 0x66, 0x66]),
  packet("C", "SELECT 1"),
  ready,
]);
const dies = packet("E", "SFATAL", "C57P01", "Mterminating connection", [0]);

/** Speaks as much of PostgreSQL's protocol as a connection needs, and dies when its second client has just connected. */
async function startDyingServer(t: TestContext): Promise<string> {
  let clients = 0;
  const server = createServer((socket) => {
    clients += 1;
    const isSecond = clients === 2;
    let isWelcome = false;
    socket.on("error", () => {});
    socket.on("data", (data) => {
      if (isWelcome) return void (data[0] === 0x51 && socket.write(writable));
      isWelcome = true;
      if (isSecond) socket.end(Buffer.concat([welcome, dies]));
      else socket.write(welcome);
    });
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  t.after(() => void server.close());
  return `postgres://meetbot@127.0.0.1:${(server.address() as AddressInfo).port}/meetbot`;
}

test("of several servers, one that dies when it has just let somebody in is an error of that connection alone", async (t) => {
  const url = await startDyingServer(t);
  const Client = clientsOf([url, url.replace(/:\d+\//, ":1/")]);
  const client = new Client({ connectionString: url });
  await assert.rejects(client.connect(), /terminat|not queryable/);
});
