import assert from "node:assert/strict";
import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import { type TestContext, test } from "node:test";
import { shareConnections } from "./share-connections.ts";

/** A server of ten connections, four for each network. */
async function startServer(t: TestContext, trustedProxies: string[] = []) {
  const server = createServer((socket) => void socket.on("error", () => {}));
  let dropped = 0;
  shareConnections(server, trustedProxies, () => void dropped++, { max: 10, maxOfOne: 4 });
  server.on("connection", (socket) => !socket.destroyed && socket.write("in"));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const open: Socket[] = [];
  t.after(() => {
    for (const socket of open) socket.destroy();
    server.close();
  });
  /** Whether it was let in. */
  const enter = async (localAddress: string) => {
    const socket = connect({ port, host: "127.0.0.1", localAddress });
    socket.on("error", () => {});
    open.push(socket);
    const isIn = await Promise.race([
      once(socket, "data").then(() => true),
      once(socket, "close").then(() => false),
    ]);
    return { isIn, socket };
  };
  return { enter, dropped: () => dropped };
}

const addresses = (network: number) => [1, 2, 3, 4, 5].map((host) => `127.0.${network}.${host}`);

test("a network has its share of connections and no more, and a further one when one ends", async (t) => {
  const { enter, dropped } = await startServer(t);
  const entered = [];
  for (const address of addresses(7)) entered.push(await enter(address));
  assert.deepEqual(
    entered.map(({ isIn }) => isIn),
    [true, true, true, true, false],
  );
  assert.equal(dropped(), 1);
  entered[0]?.socket.destroy();
  // The other side hears of it a moment later.
  let again = await enter("127.0.7.9");
  while (!again.isIn) again = await enter("127.0.7.9");
});

test("when a node is full, the network with the most makes room for one with less", async (t) => {
  const { enter } = await startServer(t);
  const first = await enter("127.0.7.1");
  for (const address of [...addresses(7).slice(1, 4), ...addresses(8).slice(0, 4)]) {
    assert((await enter(address)).isIn);
  }
  assert((await enter("127.0.9.1")).isIn && (await enter("127.0.10.1")).isIn);
  const ended = once(first.socket, "close");
  assert((await enter("127.0.11.1")).isIn);
  await ended;
});

test("this machine and proxies that are trusted have no share", async (t) => {
  const { enter } = await startServer(t, ["127.0.7.0/24"]);
  for (const address of ["127.0.0.1", "127.0.7.1"]) {
    for (let nth = 0; nth < 5; nth += 1) assert((await enter(address)).isIn, `${address} ${nth}`);
  }
});
