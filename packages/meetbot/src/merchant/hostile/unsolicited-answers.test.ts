import assert from "node:assert/strict";
import { once } from "node:events";
import { describe, it } from "node:test";
import { setTimeout as delay } from "node:timers/promises";
import { type Act, does } from "./behavior.fixture.ts";
import type { HostileConnection } from "./hostile-connection.fixture.ts";
import { meet } from "./hostile-merchant.fixture.ts";
import { chunkedHead, head, order, ordersAnswer, response } from "./valid-answer.fixture.ts";

// On a kept connection a server can send what nobody asked for yet. It must never pass for the
// answer to the query that comes next, which may be another customer's.

const bodyAbout = (order_number: string) =>
  JSON.stringify({ ...ordersAnswer, orders: [{ ...order, order_number }] });
const about = (number: string) => response(bodyAbout(number)).toString("latin1");
const unasked = about("UNASKED");
const half = unasked.length - 20;

const numberIn = (query: string): string =>
  JSON.parse(query.split("\r\n\r\n")[1] ?? "").params.order_number;

/**
 * Answers rightly, but for the very first query, which `first` answers; `then` comes before the next
 * answer on that connection.
 */
function afterFirst(
  first: (connection: HostileConnection, answer: string) => unknown,
  then = "",
): Act {
  let isFirst = true;
  return async (connection) => {
    if (!isFirst) return answerRightly(connection);
    isFirst = false;
    await first(connection, about(numberIn(await connection.query())));
    const number = numberIn(await connection.query());
    connection.send(then + about(number));
    await answerRightly(connection);
  };
}

async function answerRightly(connection: HostileConnection): Promise<void> {
  for (;;) connection.send(about(numberIn(await connection.query())));
}

const behind: [what: string, act: Act][] = [
  ["a second answer", afterFirst((connection, answer) => connection.send(answer + unasked))],
  [
    "a second answer in a packet of its own",
    afterFirst(async (connection, answer) => {
      await new Promise((resolve) => connection.socket.write(answer, "latin1", resolve));
      connection.send(unasked);
    }),
  ],
  [
    "a hundred answers",
    afterFirst((connection, answer) => connection.send(answer + unasked.repeat(100))),
  ],
  [
    "half an answer, and the rest behind the next query",
    afterFirst(
      (connection, answer) => connection.send(answer + unasked.slice(0, half)),
      unasked.slice(half),
    ),
  ],
  [
    "the first byte of an answer, and the rest behind the next query",
    afterFirst((connection, answer) => connection.send(`${answer}H`), unasked.slice(1)),
  ],
  [
    "an error",
    afterFirst((connection, answer) => connection.send(`${answer}HTTP/1.1 500 No\r\n\r\n`)),
  ],
  [
    "early hints",
    afterFirst((connection, answer) => connection.send(`${answer}HTTP/1.1 103 Early\r\n\r\n`)),
  ],
  ["an empty line", afterFirst((connection, answer) => connection.send(`${answer}\r\n`))],
  ["junk", afterFirst((connection, answer) => connection.send(`${answer}junk`))],
  [
    "an answer behind its chunks",
    afterFirst((connection, answer) => {
      const body = answer.split("\r\n\r\n")[1] ?? "";
      connection.send(
        `${chunkedHead}${body.length.toString(16)}\r\n${body}\r\n0\r\n\r\n${unasked}`,
      );
    }),
  ],
  [
    "an answer behind a 204",
    afterFirst((connection) => connection.send(head(null, { status: 204 }) + unasked)),
  ],
  [
    "an answer as a 204's body",
    afterFirst((connection) => connection.send(head(unasked.length, { status: 204 }) + unasked)),
  ],
  [
    "an answer as a 304's body",
    afterFirst((connection) => connection.send(head(unasked.length, { status: 304 }) + unasked)),
  ],
  [
    "an answer behind a length of 0",
    afterFirst((connection) => connection.send(head(0) + unasked)),
  ],
  [
    "an answer split off by a header",
    afterFirst((connection) =>
      connection.send(head(0, { headers: [`x-name: a\r\n\r\n${unasked}`] })),
    ),
  ],
  ["the end of the connection", afterFirst((connection, answer) => connection.end(answer))],
  [
    "a reset",
    afterFirst(async (connection, answer) => {
      await new Promise((resolve) => connection.socket.write(answer, "latin1", resolve));
      connection.reset();
    }),
  ],
];

describe("a merchant that sends, behind its first answer,", { concurrency: 8 }, () => {
  for (const [what, act] of behind) {
    it(`${what}: the next answer is the next query's`, async () => {
      await meet(does(what, "answered", act), async ({ ask }) => {
        await ask({ method: "orders", orderNumber: "FIRST" });
        // Each other query may meet a kept connection.
        for (const orderNumber of ["SECOND", "THIRD", "FOURTH"]) {
          const { answer } = await ask({ method: "orders", orderNumber });
          assert(answer.kind === "orders", JSON.stringify(answer));
          assert.deepEqual(
            answer.orders.map(({ order_number }) => order_number),
            [orderNumber],
          );
        }
        return {};
      });
    });
  }

  it("another answer at the moment of the next query: it is not that query's", async () => {
    const connections: HostileConnection[] = [];
    const act: Act = async (connection) => {
      connections.push(connection);
      await answerRightly(connection);
    };
    await meet(does("sends at the worst moment", "answered", act), async ({ ask }) => {
      for (let round = 0; round < 20; round += 1) {
        await ask({ method: "orders", orderNumber: "FIRST" });
        // The bytes are with the system before the query is; nobody has read them yet.
        for (const connection of connections)
          if (connection.socket.writable) connection.send(unasked);
        const { answer } = await ask({ method: "orders", orderNumber: "SECOND" });
        assert(answer.kind === "orders", JSON.stringify(answer));
        assert.equal(answer.orders[0]?.order_number, "SECOND");
      }
      return {};
    });
  });

  it("nothing, and hangs up when the connection is used again: the query is sent once more", async () => {
    let hungUp = 0;
    const act: Act = async (connection) => {
      connection.send(about(numberIn(await connection.query())));
      if (hungUp > 0) return answerRightly(connection);
      await once(connection.socket, "data");
      hungUp += 1;
      connection.reset();
    };
    await meet(does("hangs up when used again", "answered", act), async ({ ask }) => {
      await ask({ method: "orders", orderNumber: "FIRST" });
      await delay(20); // The connection is kept from the next turn of the event loop on.
      const { answer, delivery } = await ask({ method: "orders", orderNumber: "SECOND" });
      assert(answer.kind === "orders", JSON.stringify(answer));
      assert.deepEqual([delivery.exchanges.length, hungUp], [2, 1]);
      return {};
    });
  });
});
