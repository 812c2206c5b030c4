import assert from "node:assert/strict";
import { it } from "node:test";
import { newOrderNumber, newPackageNumber } from "./new-number.ts";

it("a number has a digit, so that no sentence takes it for a word", () => {
  for (let nth = 0; nth < 2_000; nth++) {
    assert.match(newOrderNumber(), /^MB(?=.*\d)[2-9A-HJKMNP-Z]{10}$/);
    assert.match(newPackageNumber(), /^PK(?=.*\d)[2-9A-HJKMNP-Z]{8}$/);
  }
});
