import assert from "node:assert/strict";
import { once } from "node:events";
import { type AddressInfo, createServer, type Socket } from "node:net";
import { type TestContext, test } from "node:test";
import { ScanError, scan } from "./clamd.ts";

/** Starts a clamd that answers as the test sets, and passes on the file that it received. */
async function startClamd(t: TestContext, answer: (socket: Socket, file: Buffer) => void) {
  const server = createServer((socket) => {
    let heard = Buffer.alloc(0);
    socket.on("error", () => {});
    socket.on("data", (data) => {
      heard = Buffer.concat([heard, data]);
      const file = readStream(heard);
      if (file) answer(socket, file);
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  t.after(() => server.close());
  const { port } = server.address() as AddressInfo;
  return { host: "127.0.0.1", port };
}

function readStream(heard: Buffer): Buffer | null {
  const command = "zINSTREAM\0";
  if (heard.length < command.length + 4) return null;
  assert.equal(heard.toString("latin1", 0, command.length), command);
  const chunks: Buffer[] = [];
  for (let at = command.length; at + 4 <= heard.length; ) {
    const length = heard.readUInt32BE(at);
    if (length === 0) return Buffer.concat(chunks);
    chunks.push(heard.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return null;
}

test("clamd gets the whole file in chunks, and its word counts", async (t) => {
  const files: Buffer[] = [];
  const at = await startClamd(t, (socket, file) => {
    files.push(file);
    socket.end(file.includes("EICAR") ? "stream: Eicar-Signature FOUND\0" : "stream: OK\0");
  });
  const long = Buffer.alloc(200_000, "cup ");
  assert.equal(await scan(long, at), "clean");
  assert.deepEqual(files[0], long);
  assert.equal(await scan(Buffer.from("EICAR"), at), "infected");
});

test("without a verdict it is an error: an odd answer, a closed door, silence", async (t) => {
  const answers = [
    "INSTREAM size limit exceeded. ERROR\0",
    "",
    "stream: OK and more\0",
    "x".repeat(5000),
  ];
  for (const answer of answers) {
    const at = await startClamd(t, (socket) => socket.end(answer));
    await assert.rejects(scan(Buffer.from("cup"), at), ScanError);
  }
  const silent = await startClamd(t, () => {});
  await assert.rejects(scan(Buffer.from("cup"), silent, 50), /took too long/);
  await assert.rejects(scan(Buffer.from("cup"), { host: "127.0.0.1", port: 1 }), /reached/);
});
