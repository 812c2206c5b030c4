import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { readOrderNumberFormat } from "@meetbot/admin-api/settings/order-number-format.ts";
import { recognize } from "../recognize.ts";

const orderNumberFormat = readOrderNumberFormat("SO-[digits 6-8]");

/** Time of the processor, the least of some runs, in milliseconds. */
function time(utterance: string): number {
  const runs = Array.from({ length: 5 }, () => {
    const begin = process.cpuUsage();
    recognize(utterance, { orderNumberFormat });
    const { user, system } = process.cpuUsage(begin);
    return (user + system) / 1_000;
  });
  return Math.min(...runs);
}

const pieces = [
  "SO-123456 ",
  "SO-",
  "1Z999AA10123456784 ",
  "RR473124829GB ",
  "**a@b.com** ",
  "l*na@posteo.net ",
  "👉🏽",
  "é@ü.",
  "商店.",
  "a@商店.",
  "顺丰单号",
  "to order ",
  "#123456",
  "e\u0301",
  "\u202E12",
  "if (x) { return y[0]; } // ",
  "0",
];

describe("hostile input", () => {
  for (const piece of pieces) {
    it(`takes twice the time for twice of ${JSON.stringify(piece)}`, () => {
      time(piece.repeat(20));
      const half = Math.max(time(piece.repeat(16_000 / piece.length)), 2);
      // Quadratic work would take four times as long.
      assert.ok(
        time(piece.repeat(32_000 / piece.length)) < 3.5 * half,
        "grows faster than the input",
      );
    });
  }

  const nobodys = [
    "🙂🙃🎁📦",
    "\uD800@\uDC00.com",
    "a\uD83D@posteo.net",
    "me\u0301@posteo.net",
    "const mail = user + '@' + host;",
    "git clone git@host:team/repo",
    "@override public void run()",
    "npm i @scope/name@1.2.3",
    "9".repeat(10_000),
    "@".repeat(10_000),
  ];
  for (const utterance of nobodys) {
    it(`reads no email in: ${JSON.stringify(utterance.slice(0, 40))}`, () => {
      assert.deepEqual(recognize(utterance).entities.emails, []);
    });
  }

  it("hides no address behind characters that nobody sees", () => {
    const [email] = recognize("my mail: le\u200B\u202Ena@pos\u2066teo.net").entities.emails;
    assert.equal(email?.value, "lena@posteo.net");
  });
});
