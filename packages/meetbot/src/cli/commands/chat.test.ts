import assert from "node:assert/strict";
import { after, test } from "node:test";
import { createMachine } from "../../../test/fixtures/machine.ts";

const machine = createMachine({ after });
const demo = await machine.start(["demo", "--json", "--port", "0"]);
const chat = ["chat", "--url", demo.url];

test("what is piped into the chat is said line by line, and a choice's number taps it", async () => {
  const input = "\nshow order MBWXS75S9878\n1\n";
  const { code, stdout, stderr } = await machine.run(chat, { input });
  assert.deepEqual([code, stderr], [0, ""]);
  const inOrder = [
    /\[1\] My orders/,
    /> show order/,
    /Order MBWXS75S9878/,
    /\[1\] Where is it\?/,
    /> 1\n/,
    /1Z999AA10392661508/,
  ];
  const places = inOrder.map((pattern) => stdout.search(pattern));
  assert(!places.includes(-1), stdout);
  assert.deepEqual(
    places,
    places.toSorted((a, b) => a - b),
  );
});

test("the terminal's language is spoken first", async () => {
  const { stdout } = await machine.run(chat, { env: { LC_ALL: "zh_CN.UTF-8" } });
  assert.match(stdout, /\[1\] \p{Script=Han}/u);
});

test("a bot or a server that is not there is said with the address asked, with 1", async () => {
  const nobody = await machine.run([...chat, "--bot", "bot_nobody"]);
  assert.equal(nobody.code, 1);
  assert.match(nobody.stderr, /no bot with this id/);
  assert.ok(nobody.stderr.includes(new URL(demo.url).origin), nobody.stderr);
  assert.match(nobody.stderr, /--url/);
  const nowhere = await machine.run(["chat", "--url", "http://127.0.0.1:9"]);
  assert.equal(nowhere.code, 1);
  assert.match(nowhere.stderr, /No Meetbot answers at http:\/\/127\.0\.0\.1:9\..*--url/);
});

test("a typed number is the line of a list, and its choices are counted after the lines", async () => {
  const input = "my orders yilia@meetbot.biz\n2\n4\n";
  const { stdout } = await machine.run(chat, { input });
  assert.match(stdout, /2\. Order .*\n.*3\. Order .*\n +\[4\] /);
  assert.match(stdout, /> 2\n[^>]*only the status and the month of each order/);
  assert.match(stdout, /> 4\n[^>]*Order /);
});
