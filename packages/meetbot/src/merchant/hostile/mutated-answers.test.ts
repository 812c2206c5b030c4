import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { type OrdersQuery, ProtocolError, parseAnswer } from "@meetbot/protocol";
import fc from "fast-check";
import { hangsUp } from "./behavior.fixture.ts";
import { checkTexts } from "./check-texts.fixture.ts";
import { meet, pageId } from "./hostile-merchant.fixture.ts";
import { orderNumber, response, validBody } from "./valid-answer.fixture.ts";

// What happens to a valid answer on a bad line: bits flip, parts are lost, come twice or elsewhere.

const query: OrdersQuery = { method: "orders", orderNumber, id: "order_list_1", pageId };

interface Mutation {
  kind: "flip" | "overwrite" | "insert" | "cut" | "end" | "repeat" | "move";
  /** Where, as a share of the length. */
  at: number;
  /** Another place, or how much. */
  to: number;
  bytes: Uint8Array;
}

const mutation = fc.record<Mutation>({
  kind: fc.constantFrom("flip", "overwrite", "insert", "cut", "end", "repeat", "move"),
  at: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
  to: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
  bytes: fc.oneof(
    fc.uint8Array({ minLength: 1, maxLength: 8 }),
    fc
      .constantFrom('"', "\\", "{", "]", ",", "null", "1e999", "\r\n", "\0", "9".repeat(20))
      .map(encode),
  ),
});
const mutations = fc.array(mutation, { minLength: 1, maxLength: 4 });

function mutate(bytes: Buffer, { kind, at, to, bytes: more }: Mutation): Buffer {
  const here = Math.floor(at * bytes.length);
  const there = Math.floor(to * bytes.length);
  const [from, until] = here < there ? [here, there] : [there, here];
  const before = bytes.subarray(0, from);
  const between = bytes.subarray(from, until);
  const after = bytes.subarray(until);
  switch (kind) {
    case "flip": {
      const flipped = Buffer.from(bytes);
      if (here < flipped.length) flipped[here]! ^= 1 << Math.floor(to * 8);
      return flipped;
    }
    case "overwrite":
      return Buffer.concat([bytes.subarray(0, here), more, bytes.subarray(here + more.length)]);
    case "insert":
      return Buffer.concat([bytes.subarray(0, here), more, bytes.subarray(here)]);
    case "cut":
      return Buffer.concat([before, after]);
    case "end":
      return bytes.subarray(0, here);
    case "repeat":
      return Buffer.concat([before, between, between, after]);
    case "move":
      return Buffer.concat([between, before, after]);
  }
}

const mutateAll = (bytes: Buffer, all: Mutation[]): Buffer => all.reduce(mutate, bytes);

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

describe("a valid answer that was mutated", () => {
  it("is read as an answer, or as breaking the protocol", () => {
    let read = 0;
    fc.assert(
      fc.property(mutations, (all) => {
        const body = new TextDecoder().decode(mutateAll(Buffer.from(validBody), all));
        try {
          checkTexts(parseAnswer(query, body));
          read += 1;
        } catch (error) {
          if (!(error instanceof ProtocolError)) throw error;
        }
      }),
      { numRuns: 5_000 },
    );
    assert(read > 50 && read < 4_950, `${read} of 5,000 could still be read`);
  });

  it("ends in one outcome when it comes over the wire", async () => {
    const outcomes = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(fc.array(mutations, { minLength: 10, maxLength: 10 }), async (mutants) => {
        const asked = mutants.map((all) => {
          // Whole, and so that the body gets through; with too little time for a second try.
          const bytes =
            all.length % 2 === 0
              ? mutateAll(response(validBody), all)
              : response(mutateAll(Buffer.from(validBody), all));
          const behavior = hangsUp("mutates", "answered", bytes);
          return meet(behavior, ({ ask }) => ask(undefined, { deadlineMs: 2_000 }));
        });
        for (const { answer, delivery, openConnections } of await Promise.all(asked)) {
          const { outcome, detail } = delivery;
          outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
          assert.equal(outcome, answer.kind === "unavailable" ? answer.reason : "answered");
          assert.equal(detail === null, outcome === "answered");
          assert.equal(openConnections, 0);
          checkTexts(answer);
        }
      }),
      { numRuns: 60 },
    );
    assert(outcomes.size >= 3, `only ${[...outcomes.keys()].join(", ")} came about`);
  });
});
