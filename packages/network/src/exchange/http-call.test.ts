import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer, type Socket } from "node:net";
import { type TestContext, test } from "node:test";
import { Agent, buildConnector } from "undici";
import { callHttp, type HttpCall } from "./http-call.ts";

/** A server that says the same to each connection, and what came of each. */
async function startServer(t: TestContext, answer: string) {
  const sockets: Socket[] = [];
  let received = "";
  const server = createServer((socket) => {
    sockets.push(socket.setEncoding("latin1").on("error", () => {}));
    socket.on("data", (text) => {
      received += text;
      if (received.endsWith("hello")) socket.write(answer);
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  t.after(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  const address = server.address();
  const port = typeof address === "object" ? address?.port : 0;
  return { url: new URL(`http://127.0.0.1:${port}/a?b=c`), sockets, received: () => received };
}

function openAgent(t: TestContext, options: Agent.Options = {}) {
  const agent = new Agent(options);
  t.after(() => agent.destroy());
  return agent;
}

/** A call that is not ended would wait for ever. */
const inTime = { timeout: 60_000 };

const callOf = (url: URL, more: Partial<HttpCall> = {}): HttpCall => ({
  ...{ url, method: "POST", headers: { "x-one": "1" }, body: "hello", signals: [] },
  limitBytes: () => 10,
  ...more,
});

test("an answer comes whole, behind what is only informational", inTime, async (t) => {
  const answer =
    "HTTP/1.1 103 Early Hints\r\nx: early\r\n\r\nHTTP/1.1 200 OK\r\nx: late\r\nContent-Length: 10\r\n\r\n0123456789";
  const { url, received } = await startServer(t, answer);
  const limitBytes: HttpCall["limitBytes"] = ({ statusCode }) => (statusCode === 200 ? 10 : 0);
  const { statusCode, headers, body, fault } = await callHttp(
    openAgent(t),
    callOf(url, { limitBytes }),
  );
  assert.deepEqual(
    [statusCode, headers.x, body.toString(), fault],
    [200, "late", "0123456789", null],
  );
  assert.match(received(), /^POST \/a\?b=c HTTP\/1\.1\r\n.*x-one: 1\r\n.*\r\n\r\nhello$/s);
});

test("of a longer answer the beginning is read, and its connection dropped", inTime, async (t) => {
  const { url, sockets } = await startServer(
    t,
    "HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n0123456789abc",
  );
  const { body, fault } = await callHttp(openAgent(t), callOf(url));
  assert.deepEqual([body.toString(), fault], ["0123456789", { kind: "too_large" }]);
  if (!sockets[0]!.closed) await once(sockets[0]!, "close");
});

test("where nothing of a body is of use, nobody waits for it", inTime, async (t) => {
  const { url } = await startServer(t, "HTTP/1.1 404 No\r\nContent-Length: 1000000\r\n\r\n");
  const call = callOf(url, { limitBytes: () => 0 });
  const { statusCode, body, fault } = await callHttp(openAgent(t), call);
  assert.deepEqual([statusCode, body.length, fault], [404, 0, { kind: "too_large" }]);
});

test(
  "each signal ends a call: with what had come of its answer, or with the reason",
  inTime,
  async (t) => {
    const reason = new Error("It took too long.");
    const { url, sockets } = await startServer(
      t,
      "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n012",
    );
    for (const place of [0, 1]) {
      const late = new AbortController();
      const signals = [new AbortController().signal, new AbortController().signal];
      signals[place] = late.signal;
      const call = callOf(url, {
        signals,
        limitBytes() {
          setImmediate(() => late.abort(reason));
          return 10;
        },
      });
      const { body, fault } = await callHttp(openAgent(t), call);
      assert.deepEqual([body.toString(), fault], ["012", { kind: "broken", cause: reason }]);
    }
    const over = callOf(url, { signals: [AbortSignal.abort(reason)] });
    await assert.rejects(callHttp(openAgent(t), over), reason);
    assert.equal(sockets.length, 2);
  },
);

test("a call that ends while its connection is made is never sent", inTime, async (t) => {
  const { url, received } = await startServer(t, "HTTP/1.1 204 No\r\n\r\n");
  const connect = buildConnector({});
  const asked = Promise.withResolvers<() => void>();
  let isAsked = false;
  const agent = openAgent(t, {
    connections: 1,
    connect(options, callback) {
      if (isAsked) connect(options, callback);
      else asked.resolve(() => connect(options, callback));
      isAsked = true;
    },
  });
  const reason = new Error("It took too long.");
  const late = new AbortController();
  const called = callHttp(agent, callOf(url, { signals: [late.signal] }));
  const goOn = await asked.promise;
  late.abort(reason);
  await assert.rejects(called, reason);
  goOn();
  // The next call waits until that connection is there.
  await callHttp(agent, callOf(url));
  assert.equal(received().match(/POST/g)?.length, 1);
});

test("X-Hub-signature is spelled as the origin document spells it", inTime, async (t) => {
  const { url, received } = await startServer(t, "HTTP/1.1 204 No Content\r\n\r\n");
  await callHttp(openAgent(t), callOf(url, { headers: { "x-hub-signature": "sha256=ab" } }));
  assert.match(received(), /\r\nX-Hub-signature: sha256=ab\r\n/);
});
