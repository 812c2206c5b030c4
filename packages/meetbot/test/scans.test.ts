import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { pathToFileURL } from "node:url";
import { newSecret } from "@meetbot/protocol";
import { findStilted } from "../../../scripts/english/find-stilted.ts";
import { findApart } from "../../../scripts/install-apart.ts";
import { readRegexps } from "../../../scripts/regexps/read-regexps.ts";
import { recordBuilt } from "../../../scripts/regexps/record-built.ts";
import { hashRegexp, readSafeList, writeSafeList } from "../../../scripts/regexps/safe-list.ts";
import { scanAll } from "../../../scripts/regexps/scan-all.ts";
import {
  loadScanner,
  type Scanner,
  scannerIn,
  scannerName,
  scannerVersions,
} from "../../../scripts/regexps/scanner.ts";
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

const safe = { source: "^x+$", flags: "u", place: "a.ts:1" };
const slow = { source: "(a|a)+$", flags: "", place: "b.ts:2" };

/** Counts what it scans, and finds `slow` vulnerable. */
function countingScanner() {
  const scanned: string[] = [];
  const scan: Scanner = async ({ source }) => {
    scanned.push(source);
    if (source !== slow.source) return { status: "safe" };
    const complexity = { summary: "exponential" };
    return { status: "vulnerable", complexity, attack: { pattern: "'a'.repeat(31)" } };
  };
  return { scanned, load: () => scan };
}

test("an expression is scanned once, and the next scan loads no scanner", async () => {
  const { scanned, load } = countingScanner();
  const first = await scanAll([safe, { ...safe, place: "c.ts:3" }], new Set(), load);
  assert.deepEqual(scanned, [safe.source]);
  const second = await scanAll([safe], first.safe, () => assert.fail("loaded"));
  assert.deepEqual(second, { complaints: [], safe: new Set([hashRegexp(safe)]), scanned: 0 });
});

test("a vulnerable expression fails each scan, at each of its places", async () => {
  const { load } = countingScanner();
  const found = [slow, safe, { ...slow, place: "c.ts:3" }];
  const first = await scanAll(found, new Set(), load);
  const second = await scanAll(found, first.safe, load);
  for (const { complaints } of [first, second]) {
    assert.deepEqual(
      complaints.map((complaint) => complaint.split(": ")[0]),
      ["b.ts:2", "c.ts:3"],
    );
  }
  assert.equal(second.scanned, 1);
});

test("the list of safe expressions is sorted, forgets what is gone, and survives a merge", async () => {
  const file = pathToFileURL(join(folder, "safe.txt"));
  const { load } = countingScanner();
  const hashes = ["0", "f"].map((digit) => digit.repeat(20));
  writeSafeList(file, [...hashes].reverse());
  assert.equal(readFileSync(file, "utf8"), `${hashes.join("\n")}\n`);
  writeFileSync(file, `<<<<<<< ours\n${hashes.join("\n=======\n")}\n>>>>>>> theirs\n`);
  assert.deepEqual(readSafeList(file), new Set(hashes));
  const { safe: kept } = await scanAll([safe], readSafeList(file), load);
  assert.deepEqual(kept, new Set([hashRegexp(safe)]));
});

const flagged = { ...safe, flags: "iu" };

test("other flags make another expression", () => {
  assert.notEqual(hashRegexp(flagged), hashRegexp(safe));
});

/** The real scanner; in CI it is installed here. */
function findScanner(): Scanner | null {
  if (process.env.CI) return loadScanner();
  const installed = findApart(scannerName, scannerVersions);
  return installed === null ? null : scannerIn(installed);
}
const scanner = findScanner();
const noScanner =
  "the scanner is not installed: npm run scan:regexps does that for a new expression";

test("the scanner tells what once held up a node", { skip: !scanner && noScanner }, async () => {
  const { status } = await scanner!({ source: String.raw`(?:[\w.-]|[^\P{L}])+$`, flags: "u" });
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

test("the lint of English reads comments and pages, and neither code nor quotations", () => {
  const found = (path: string, ...lines: string[]) =>
    findStilted(path, lines.join("\n")).map(({ line, found }) => [line, found]);
  const stilted = "Whoever writes is told of it.";
  assert.deepEqual(
    found("a.ts", `/** ${stilted} */`, "const whoever = 1;", ` * ${stilted} “Whoever”`),
    [
      [1, "Whoever"],
      [1, "is told of"],
      [3, "Whoever"],
      [3, "is told of"],
    ],
  );
  assert.deepEqual(found("a.md", "```", "tells of", "```", "It tells of “whoever”."), [
    [4, "tells of"],
  ]);
});
