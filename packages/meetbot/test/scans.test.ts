import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { pathToFileURL } from "node:url";
import { newSecret } from "@meetbot/protocol";
import { check } from "recheck";
import { readRegexps } from "../../../scripts/regexps/read-regexps.ts";
import { recordBuilt } from "../../../scripts/regexps/record-built.ts";
import { findSecrets } from "../../../scripts/secrets/find-secrets.ts";

const folder = mkdtempSync(join(tmpdir(), "meetbot-scans-"));
after(() => rmSync(folder, { recursive: true }));

/** A module that has one expression written down, one put together, and two that only look like one. */
const module = [
  "// not /(b+)+$/ this one",
  "export const said = 'nor /(c+)+$/ this one';",
  "export const written: RegExp = /(a|a)+$/g;",
  "const part = 'x';",
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the module's own template
  "export const built = new RegExp(`^${part}+$`, 'u');",
].join("\n");

test("the scan reads each expression with its place, also what a module puts together", async () => {
  const path = join(folder, "module.ts");
  writeFileSync(path, module);
  const { written, builtAt } = readRegexps(path);
  assert.deepEqual(written, [{ source: "(a|a)+$", flags: "g", place: `${path}:3` }]);
  assert.deepEqual(builtAt, [`${path}:5`]);
  const root = pathToFileURL(`${folder}/`);
  const built = await recordBuilt(["module.ts"], root);
  assert.deepEqual(built, [{ source: "^x+$", flags: "u", place: "module.ts:5" }]);
});

test("the scanner tells what once held up a node", async () => {
  const { status } = await check(String.raw`(?:[\w.-]|[^\P{L}])+$`, "u");
  assert.equal(status, "vulnerable");
});

test("the scan for secrets finds Meetbot's and others', and tells where", async () => {
  const secret = newSecret();
  const begin = ["-----BEGIN", "PRIVATE", "KEY-----"].join(" ");
  const end = begin.replace("BEGIN", "END");
  const key = `${begin}\n${"MIIEvQIBADANBgkqhkiG9w0BAQEFAASC\n".repeat(6)}${end}`;
  const found = await findSecrets("a.ts", `one\ntwo = "${secret}"\nthree\n${key}\n`);
  assert.deepEqual(found.map(({ place }) => place).sort(), ["a.ts:2", "a.ts:4"]);
  assert.deepEqual(await findSecrets("a.ts", "whsec_… and an AKIA of nobody"), []);
});
