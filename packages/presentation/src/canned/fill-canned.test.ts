import assert from "node:assert/strict";
import { test } from "node:test";
import { fillCanned, unfilledIn, unknownVariablesIn } from "./fill-canned.ts";

test("what is known is filled in, and what is not stays and is named", () => {
  const text = "Order {{order.number}} is {{ order.status }}, {{customer.name}}.";
  const filled = fillCanned(text, { "order.number": "A1", "order.status": "sent" });
  assert.equal(filled, "Order A1 is sent, {{customer.name}}.");
  assert.deepEqual(unfilledIn(filled), ["customer.name"]);
  assert.deepEqual(unknownVariablesIn("{{order.nr}} {{order.number}}"), ["order.nr"]);
});

test("what a shop or a customer wrote is a value: no place in it is filled in, and no link is made of it", () => {
  const filled = fillCanned("{{order.status}}|{{customer.name}}|{{package.tracking_url}}", {
    "order.status": "{{customer.name}}",
    "customer.name": "<b>Ann</b>\n\u202eevil {{operator.name}}",
    "package.tracking_url": "javascript:alert(1)",
    "operator.name": "Ada",
  });
  assert.equal(filled, "customer.name|<b>Ann</b> evil operator.name|{{package.tracking_url}}");
  const nested = fillCanned("{{{{order.status}}}}", {
    "order.status": "order.number",
    "order.number": "A1",
  });
  assert(!nested.includes("A1"), nested);
});

test("a value that is empty or only blanks fills nothing in", () => {
  for (const value of ["", "  ", "\u200b", null]) {
    assert.deepEqual(unfilledIn(fillCanned("{{order.status}}", { "order.status": value })), [
      "order.status",
    ]);
  }
});
