import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { test } from "node:test";
import type { Finding } from "../inspection/finding.ts";
import { toJunit } from "./to-junit.ts";

const readXml = `
import sys, xml.etree.ElementTree as tree
root = tree.fromstring(sys.stdin.buffer.read())
for one in root.iter():
    if one.tag in ("failure", "skipped"): print(one.tag, ascii(one.get("message")))
`;

function findingThat(status: Finding["status"], said: string): Finding {
  return {
    rule: "test.token",
    status,
    detail: { en: said, zh: said },
    pointer: "/test_token",
    needs: [],
    exchanges: [],
    durationMs: 1,
  };
}

test("what XML has no place for is replaced, and the rest arrives as it was said", () => {
  const said = `\u0000\u001b[2J \ud800 \ufffe <a href="&amp;"> ]]> 😀 中`;
  const findings = [findingThat("fail", said), findingThat("skipped", said)];
  const xml = toJunit({
    url: "http://localhost/",
    command: "meetbot test",
    isPart: false,
    isStrict: false,
    locale: "en",
    durationMs: 2,
    findings,
  });
  const read = execFileSync("python3", ["-c", readXml], { input: xml, encoding: "utf8" });
  const message = `'\\ufffd\\ufffd[2J \\ufffd \\ufffd <a href="&amp;"> ]]> \\U0001f600 \\u4e2d'`;
  assert.deepEqual(read.trim().split("\n"), [`failure ${message}`, `skipped ${message}`]);
});
