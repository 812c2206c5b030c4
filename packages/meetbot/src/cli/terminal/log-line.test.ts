import assert from "node:assert/strict";
import { test } from "node:test";
import pino from "pino";
import { toLogLine } from "./log-line.ts";

function lineOf(log: (logger: pino.Logger) => void): string {
  const lines: string[] = [];
  log(pino({ level: "debug", base: null }, { write: (line: string) => lines.push(line) }));
  return toLogLine(lines[0]!).replace(/^\d{2}:\d{2}:\d{2} /, "");
}

test("a log line is read by people: what happened first, then its facts, and no braces", () => {
  assert.equal(
    lineOf((log) => log.info({ url: "http://127.0.0.1:4400", tries: 2 }, "ready")),
    " info   ready  url=http://127.0.0.1:4400  tries=2",
  );
  assert.equal(
    lineOf((log) => log.error({ err: new Error("no route"), bot: "bot_1" }, "a turn failed")),
    " error  a turn failed  (no route)  bot=bot_1",
  );
  assert.equal(
    lineOf((log) => log.warn(new Error("gone"))),
    " warn   gone",
  );
});
