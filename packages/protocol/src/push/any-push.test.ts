import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { parsePush } from "./parse-push.ts";
import { parseSendTemplate } from "./parse-send-template.ts";
import { nowMs, order, packageChanged, parcel, pushOf } from "./push.fixture.ts";
import { PushError } from "./push-error.ts";
import { readPushBody } from "./read-push-body.ts";

const secretText = "tzrg-9917";
const seeds = [
  packageChanged,
  pushOf("order.placed", { order }),
  pushOf("order.changed", { order_number: "A-1", status: "paid", order }),
  pushOf("package.changed", { package: parcel, status: "x", occurred_at: 1 }),
  pushOf("test", { test_token: "t" }),
  {
    request: { id: "1", method: "send_template", template_name: "Order Receipt Push" },
    recipient: { username: "u" },
    params: { receipt: order },
  },
];

/** A push in which one place, anywhere, holds something else. */
const spoiled = fc
  .tuple(fc.constantFrom(...seeds), fc.nat(), fc.oneof(fc.jsonValue(), fc.constant(secretText)))
  .map(([seed, place, value]) => {
    const copy = structuredClone(seed);
    const places: [object, string][] = [];
    const visit = (node: object): void => {
      for (const [key, child] of Object.entries(node)) {
        places.push([node, key]);
        if (typeof child === "object" && child !== null) visit(child);
      }
    };
    visit(copy);
    const [node, key] = places[place % places.length] ?? [copy, "request"];
    Reflect.set(node, key, value);
    return copy;
  });

const anything = fc.oneof(spoiled, fc.jsonValue(), fc.anything(), fc.string());

test("whatever comes is read or refused as a push, and no refusal repeats a value", () => {
  let refusals = 0;
  const read = (parse: () => unknown): void => {
    try {
      parse();
    } catch (error) {
      refusals += 1;
      assert.ok(error instanceof PushError, String(error));
      assert.ok(!error.message.includes(secretText));
    }
  };
  fc.assert(
    fc.property(anything, (value) => {
      read(() => parsePush(value, nowMs));
      read(() => parseSendTemplate(value, nowMs));
      const body = typeof value === "string" ? value : (toJson(value) ?? "");
      read(() => readPushBody(body, nowMs));
      read(() => readPushBody(`{"pushes":[${body}]}`, nowMs));
    }),
    { numRuns: 3_000 },
  );
  assert.ok(refusals > 1_000);
});

function toJson(value: unknown): string | undefined {
  try {
    return JSON.stringify(value);
  } catch {
    return undefined;
  }
}
