import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { runInNewContext } from "node:vm";
import { recognize } from "../../src/recognition/recognize.ts";

// A node answers many customers on one thread: a text that takes long to read makes all others wait.
// Each reader gets texts that once made an expression look at each place again and again, at the
// most characters it takes. Four times the text may take about four times as long, and not sixteen.

/** What a scanner and people found, as what comes before, what is repeated, and what comes after. */
const hostile: readonly (readonly [before: string, repeated: string, after: string])[] = [
  ["单", " ", ""],
  ["单", "、", ""],
  ["单", "啊", "x"],
  ["", "啊", "。单"],
  ["单号 ", "0一", "早"],
  ["", "a", "\0éa@posteo.net"],
  ["", "a", " éa@posteo.net 单"],
  ["", "'", "\0éa@posteo.net"],
  ["ª", "A", "\0A@posteo.net"],
  ["order 12345", "我的", "i"],
  ["", "12345我的这个我的这i ", ""],
  ["", "é", "@posteo.net"],
  ["a@", "ü-", ""],
  ["a@", "é.", ""],
  ["", "a@b-", ""],
  ["", "µ@", ""],
  ["", "www.", " 12345"],
  ["", "www.123", ""],
  ["", "https://", "12345"],
  ["", "1 ", ""],
  ["", "1-", ""],
  ["", "1z ", ""],
  ["", "it\t", "\n"],
  ["", "how\t", ""],
  ["m", "shoe\0not\0", ""],
  ["", "货还在怎出出任静出", "\t"],
  ["预计", "到预计收都号", "未出\n"],
  ["快递", "一直", "没"],
  ["", "where is my order ", ""],
  ["", "(at)", ""],
  ["", " dot ", "a at b dot com"],
  ["", "点", "艾特"],
  ["", "\u0301", ""],
  ["", "<email>", ""],
  ["", '\\"', '"'],
  ["", "//", "@"],
];

const fill = ([before, repeated, after]: (typeof hostile)[number], length: number) =>
  before +
  repeated
    .repeat(Math.ceil(length / repeated.length))
    .slice(0, length - before.length - after.length) +
  after;

/** No reading of an honest text of this size comes near; what is not linear at all passes it at once. */
const longestMs = 2_000;

/** Below this, the clock and the collector decide, and nobody is kept waiting. */
const unnoticedMs = 6;

/** Between the 4 of what is linear and the 16 of what is quadratic. */
const mostGrowth = 9;

/** What the processor spent on the quickest of some runs: what else the machine does adds to it only. */
function least(run: () => void): number {
  let leastMs = Number.POSITIVE_INFINITY;
  for (let count = 0; count < 6; count += 1) {
    const before = process.cpuUsage();
    runInNewContext("run()", { run }, { timeout: longestMs });
    const { user, system } = process.cpuUsage(before);
    leastMs = Math.min(leastMs, (user + system) / 1_000);
  }
  return leastMs;
}

interface Reader {
  name: string;
  /** The longest text that gets as far as this. */
  longest: number;
  read: (text: string) => unknown;
}

const readers: Reader[] = [
  { name: "recognition", longest: 4_000, read: (text) => recognize(text) },
];

for (const { name, longest, read } of readers) {
  describe(`${name}, at ${longest} characters`, () => {
    for (const parts of hostile) {
      it(`is not held up by ${JSON.stringify(parts)}`, () => {
        const [part, whole] = [fill(parts, longest / 4), fill(parts, longest)];
        const wholeMs = least(() => read(whole));
        if (wholeMs < unnoticedMs) return;
        const partMs = least(() => read(part));
        assert(wholeMs < mostGrowth * partMs, `${partMs} ms for a quarter, ${wholeMs} ms for all`);
      });
    }
  });
}
