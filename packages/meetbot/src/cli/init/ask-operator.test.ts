import assert from "node:assert/strict";
import { PassThrough } from "node:stream";
import { test } from "node:test";
import { stripVTControlCharacters } from "node:util";
import { askOperator, type Wanted } from "./ask-operator.ts";

/** Answers each question as it stands there; returns what was made of it, and what was shown. */
async function converse(
  known: Partial<Wanted>,
  lines: readonly [question: string, typed: string][],
) {
  const input = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => input });
  const output = Object.assign(new PassThrough(), { isTTY: true, columns: 200, rows: 40 });
  let shown = "";
  let seen = 0;
  const left = [...lines];
  output.on("data", (chunk: Buffer) => {
    shown += stripVTControlCharacters(chunk.toString());
    const [next] = left;
    if (next === undefined || !shown.slice(seen).includes(next[0])) return;
    seen = shown.length;
    left.shift();
    setImmediate(() => input.write(next[1]));
  });
  const isHttps = (url: string) => (url.startsWith("https:") ? undefined : "It must be https.");
  const wanted = await askOperator(known, isHttps, { input, output });
  assert.deepEqual(left, []);
  return { wanted, shown };
}

const nothing = {
  data: ".meetbot-shop",
  url: "",
  port: "",
  smtpUrl: "",
  mailFrom: "",
  shop: "",
  webhook: "",
};

test("Enter four times is an installation for this machine", async () => {
  const { wanted } = await converse({}, [
    ["1. ", "\r"],
    ["2. ", "\r"],
    ["3. ", "\r"],
    ["4. ", "\r"],
  ]);
  assert.deepEqual(wanted, nothing);
});

test("an answer that a server would refuse is told, and asked again", async () => {
  const { wanted, shown } = await converse({}, [
    ["1. ", "postgres://meetbot:password@db.example.com/meetbot\r"],
    ["2. ", "chat\r"],
    ["MEETBOT_PUBLIC_URL must be a URL", "\x15https://chat.example.com\r"],
    ["3. ", "smtp://mail.example.com:587\r"],
    ["From whom?", "orders@shop.example\r"],
    ["4. ", "Peter's Apparel\r"],
    ["Which URL", "ftp://shop\r"],
    ["It must be https.", "\x15https://shop.example.com/meetbot\r"],
  ]);
  assert.deepEqual(wanted, {
    data: "postgres://meetbot:password@db.example.com/meetbot",
    ...{ url: "https://chat.example.com", port: "" },
    ...{ smtpUrl: "smtp://mail.example.com:587", mailFrom: "orders@shop.example" },
    ...{ shop: "Peter's Apparel", webhook: "https://shop.example.com/meetbot" },
  });
  assert.match(shown, /Four questions/);
});

test("what is known is not asked, and who leaves has nothing written", async () => {
  const known = { data: "shops", url: "https://chat.example.com", smtpUrl: "" };
  const { wanted, shown } = await converse(known, [["4. ", "\r"]]);
  assert.deepEqual(wanted, { ...nothing, data: "shops", url: "https://chat.example.com" });
  assert.doesNotMatch(shown, /[123]\. /);
  await assert.rejects(converse(known, [["4. ", "\x03"]]), /^CommandError: Nothing was written\.$/);
});
