import assert from "node:assert/strict";
import { fork } from "node:child_process";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { createServer, type Socket } from "node:net";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

test("a worker that is in a loop ends with its node, also where that is killed", {
  skip: process.platform === "win32" && "a process there has the same parent for ever",
  timeout: 20_000,
}, async (t) => {
  const server = createServer().listen(0, "127.0.0.1");
  t.after(() => server.close());
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const program = fileURLToPath(new URL("./killed-node.fixture.ts", import.meta.url));
  const node = fork(program, [String(port)], { stdio: "ignore" });
  t.after(() => node.kill("SIGKILL"));
  const [socket] = (await once(server, "connection")) as [Socket];
  socket.on("error", () => {});
  const [pid] = (await once(socket, "data")) as [Buffer];
  const ended = once(socket, "close", { signal: AbortSignal.timeout(5_000) });
  node.kill("SIGKILL");
  await ended.catch(() => {
    process.kill(Number(pid), "SIGKILL");
    assert.fail("it goes on without its node");
  });
});
