import assert from "node:assert/strict";
import { test } from "node:test";
import { accountVariants, lookAlikeVariants, mailboxVariants } from "./account-variants.ts";

test("a telephone is probed by other telephones alone, whatever a shop leaves out of its own", () => {
  const national = (account: string) => account.replace(/\D/g, "").slice(-11);
  const variants = [accountVariants, mailboxVariants, lookAlikeVariants].flatMap((variantsOf) =>
    variantsOf("+8613812345678"),
  );
  assert.ok(variants.length >= 5);
  for (const variant of variants) assert.notEqual(national(variant), "13812345678", variant);
});
