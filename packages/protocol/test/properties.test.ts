import assert from "node:assert/strict";
import { test } from "node:test";
import {
  ProtocolError,
  parseAnswer,
  parseJson,
  parseQuery,
  serializeAnswer,
  serializeQuery,
  signRequest,
  verifyRequest,
} from "@meetbot/protocol";
import fc from "fast-check";
import { answered, queries } from "./arbitraries.ts";

test("a query that travels arrives as it was", () => {
  fc.assert(
    fc.property(queries, (query) => {
      assert.deepEqual(parseQuery(serializeQuery(query)), plain(query));
    }),
  );
});

test("a query that is parsed and written again has the same bytes, and so the same signature", () => {
  fc.assert(
    fc.property(queries, (query) => {
      const body = serializeQuery(query);
      assert.equal(JSON.stringify(JSON.parse(body)), body);
    }),
  );
});

test("an answer that travels arrives as it was", () => {
  fc.assert(
    fc.property(answered, ({ query, answer }) => {
      assert.deepEqual(plain(parseAnswer(query, serializeAnswer(answer))), plain(answer));
    }),
  );
});

test("parsers throw nothing but ProtocolError, whatever arrives", () => {
  const bodies = fc.oneof(
    fc.string({ unit: "binary", maxLength: 300 }),
    fc.json({ maxDepth: 6 }),
    answered.map(({ answer }) => serializeAnswer(answer)),
    damaged(queries.map(serializeQuery)),
    damaged(answered.map(({ answer }) => serializeAnswer(answer))),
  );
  fc.assert(
    fc.property(queries, bodies, (query, body) => {
      throwsOnlyProtocolError(() => parseJson(body));
      throwsOnlyProtocolError(() => parseQuery(body));
      throwsOnlyProtocolError(() => parseAnswer(query, body));
    }),
    { numRuns: 1_000 },
  );
});

test("a value of any type at any place of an answer is read or refused with a ProtocolError", () => {
  fc.assert(
    fc.property(answered, fc.jsonValue(), fc.nat(), ({ query, answer }, intruder, place) => {
      const seen = { places: 0 };
      const body = JSON.stringify(JSON.parse(serializeAnswer(answer)), (_key, value) => {
        seen.places += 1;
        return seen.places === 1 + (place % 40) ? intruder : value;
      });
      throwsOnlyProtocolError(() => parseAnswer(query, body));
    }),
    { numRuns: 1_000 },
  );
});

test("what is signed verifies, and no longer once any byte of the body is another", () => {
  const now = 1_800_000_000;
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1 }), fc.string(), fc.nat(), (body, secret, place) => {
      fc.pre(secret !== "" && !secret.startsWith("whsec_"));
      const headers = signRequest({ body, secret, id: "test_1", timestampS: now });
      assert.equal(verifyRequest({ body, headers, secrets: secret, nowS: now }).valid, true);

      const changed = body.with(place % body.length, (body[place % body.length]! + 1) % 256);
      assert.deepEqual(verifyRequest({ body: changed, headers, secrets: secret, nowS: now }), {
        valid: false,
        reason: "mismatch",
      });
    }),
  );
});

test("verification throws at nothing a stranger sends, and finds nothing of it valid", () => {
  const values = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.array(fc.string(), { maxLength: 3 }),
    fc.constantFrom("", "sha256=", `sha256=${"0".repeat(64)}`, "v1,", "1800000000", undefined),
  );
  const headers = fc.dictionary(
    fc.constantFrom("X-Hub-Signature", "webhook-id", "Webhook-Timestamp", "webhook-signature"),
    values,
  );
  fc.assert(
    fc.property(headers, fc.uint8Array(), fc.boolean(), (drawn, body, allowLegacy) => {
      const secrets = ["whsec_", "", "a secret that nobody outside of this test knows"];
      const options = { body, headers: drawn, secrets, allowLegacy, nowS: 1_800_000_000 };
      assert.equal(verifyRequest(options).valid, false);
    }),
    { numRuns: 1_000 },
  );
});

/** Bodies with a piece cut out. */
function damaged(bodies: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc.tuple(bodies, fc.nat(), fc.nat(20)).map(([body, at, length]) => {
    const start = at % body.length;
    return body.slice(0, start) + body.slice(start + length);
  });
}

function throwsOnlyProtocolError(read: () => unknown): void {
  try {
    read();
  } catch (error) {
    assert.ok(error instanceof ProtocolError, String(error));
  }
}

/** fast-check draws objects without a prototype, and -0, which JSON writes as 0. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}
