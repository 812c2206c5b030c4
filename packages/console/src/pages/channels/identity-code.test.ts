import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { identityCode } from "./identity-code.ts";

const files = { "Node.js": "js", PHP: "php", Python: "py" } as const;

test("the code shown is that of the SDK's examples, which are run by its tests", () => {
  for (const [language, code] of Object.entries(identityCode)) {
    const name = `../../../../sdk/examples/sign-identity.${files[language as keyof typeof files]}`;
    assert.equal(`${code}\n`, readFileSync(new URL(name, import.meta.url), "utf8"), language);
  }
});
