import assert from "node:assert/strict";
import { after, test } from "node:test";
import { createMachine } from "../../../../test/fixtures/machine.ts";

const machine = createMachine({ after });

/** Runs `meetbot check-url`, with nothing allowed unless said, and reads its lines. */
async function checkUrl(args: string[], { input = "", allow = "" } = {}): Promise<string[]> {
  const env = { MEETBOT_OUTBOUND_ALLOW: allow };
  const { code, stdout, stderr } = await machine.run(["check-url", ...args], { env, input });
  assert.deepEqual([code, stderr], [0, ""]);
  return stdout.split("\n").slice(0, -1);
}

const parsed = (lines: string[]) => lines.map((line) => Object.values(JSON.parse(line)));

test("each line is answered by one line, in order, as it stands; empty ones too", async () => {
  const input =
    "8.8.8.8\n\n 8.8.8.8\n::1\r\nhttps://10.0.0.1/\nhttps://8.8.4.4/订单\u2028\nhttps://8.8.4.4";
  const lines = await checkUrl(["--json"], { input });
  assert.deepEqual(Object.keys(JSON.parse(lines[0] ?? "")), ["url", "allowed", "reason"]);
  assert.deepEqual(parsed(lines), [
    ["8.8.8.8", true, "public"],
    ["", false, "invalid_url"],
    [" 8.8.8.8", false, "invalid_url"],
    ["::1\r", false, "invalid_url"],
    ["https://10.0.0.1/", false, "special_address"],
    ["https://8.8.4.4/订单\u2028", false, "invalid_url"],
    ["https://8.8.4.4", true, "public"],
  ]);
  assert.deepEqual(await checkUrl(["--json"]), []);
});

test("URLs and addresses of the command line are answered for people in their order", async () => {
  const urls = ["https://8.8.8.8/", "http://8.8.8.8/", "https://shop.invalid/"];
  assert.deepEqual(await checkUrl(urls), [
    "allowed  public  https://8.8.8.8/",
    "refused  plain_http  http://8.8.8.8/",
    "refused  internal_name  https://shop.invalid/",
  ]);
});

test("names are looked up, and the operator's list and Meetbot's own port count", async () => {
  const urls = ["http://localhost:8080/", "http://127.0.0.1:8080/", "http://127.0.0.1:4400/"];
  const allow = "localhost, 127.0.0.1";
  assert.deepEqual(parsed(await checkUrl(["--json", ...urls], { allow })), [
    [urls[0], true, "allow_list"],
    [urls[1], true, "allow_list"],
    [urls[2], false, "own_port"],
  ]);
});
