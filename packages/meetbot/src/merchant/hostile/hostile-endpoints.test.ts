import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { SIGNING_SECRET } from "../scripted-merchant.fixture.ts";
import { testEndpoint } from "../test-endpoint.ts";
import { type Behavior, does } from "./behavior.fixture.ts";
import { behaviors } from "./behaviors.fixture.ts";
import { deadlineOf, meet } from "./hostile-merchant.fixture.ts";
import { response } from "./valid-answer.fixture.ts";

/** Tests an endpoint that behaves so. */
const test = (behavior: Behavior) =>
  meet(behavior, ({ endpoint, agent }) =>
    testEndpoint(endpoint, SIGNING_SECRET, { agent, deadlineMs: deadlineOf(behavior) }),
  );

/** Answers `test` with what it makes of the token. */
function echoes(name: string, change: (token: string) => unknown): Behavior {
  return does(name, "answered", async (connection) => {
    for (;;) {
      const token = JSON.parse((await connection.query()).split("\r\n\r\n")[1] ?? "").params
        .test_token;
      connection.send(
        response(JSON.stringify({ success: true, object: "test", test_token: change(token) })),
      );
    }
  });
}

const wrongEchoes = [
  echoes("sends no token", () => undefined),
  echoes("sends null for a token", () => null),
  echoes("sends an empty token", () => ""),
  echoes("sends a token of its own", () => "12345"),
  echoes("sends a number for a token", () => 12345),
  echoes("sends the token in an array", (token) => [token]),
  echoes("sends the token in an object", (token) => ({ token })),
  echoes("sends the token with a space", (token) => `${token} `),
  echoes("sends the token with a zero-width space", (token) => `${token}\u200b`),
  echoes("sends the token in small letters", (token) => token.toLowerCase()),
  echoes("sends the token backwards", (token) => [...token].reverse().join("")),
  echoes("sends the beginning of the token", (token) => token.slice(0, -1)),
  echoes("sends the token twice", (token) => token + token),
];

describe("an endpoint is not taken for a webhook", { concurrency: 24 }, () => {
  for (const behavior of [...Object.values(behaviors).flat(), ...wrongEchoes]) {
    it(`if it ${behavior.name}`, async () => {
      const { echoed, verifies, steps, openConnections } = await test(behavior);
      assert.deepEqual([echoed, verifies], [false, "unknown"]);
      assert.equal(steps.length, 1);
      assert.match(steps[0]?.detail ?? "", /^[^<>\p{C}]{10,400}$/u);
      assert.equal(openConnections, 0);
    });
  }

  it("but one that sends the token is, and that it answers everybody is seen", async () => {
    const { echoed, verifies } = await test(echoes("sends the token", (token) => token));
    assert.deepEqual([echoed, verifies], [true, "not"]);
  });
});
