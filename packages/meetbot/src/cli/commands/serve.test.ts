import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { stripVTControlCharacters } from "node:util";
import { skipWithout } from "../../../../sdk/test/skip-without.ts";
import { createMachine } from "../../../test/fixtures/machine.ts";
import { openLink } from "../../../test/fixtures/open-link.ts";

test("serve refuses a data folder of the demo, and says which to set", async (t) => {
  const machine = createMachine(t);
  const demo = await machine.start(["demo", "--json", "--port", "0"]);
  assert.equal(await demo.stop(), 0);
  const { code, stderr } = await machine.run(["serve", "--port", "0"]);
  assert.equal(code, 1);
  assert.match(stderr, /belongs to the demo \(bot_demo\).*MEETBOT_DATA_DIR/);
});

test("serve ends with a sentence when its port is taken", async (t) => {
  const machine = createMachine(t);
  const blocker = createServer().listen(0, "127.0.0.1");
  t.after(() => void blocker.close());
  await once(blocker, "listening");
  const { port } = blocker.address() as AddressInfo;
  const { code, stderr } = await machine.run(["serve"], { env: { MEETBOT_PORT: String(port) } });
  assert.equal(code, 1);
  assert.match(stderr, new RegExp(`Port ${port} .* is taken\\..*--port`));
});

test("serve is found alive until it stops on SIGTERM with 0, and takes the port of its option before the variable's", async (t) => {
  const machine = createMachine(t);
  const server = await machine.start(["serve", "--port", "0"], { MEETBOT_PORT: "1" });
  assert.notEqual(new URL(server.url).port, "1");
  assert.equal((await fetch(`${server.url}/readyz`)).status, 200);
  const env = { MEETBOT_PORT: new URL(server.url).port, MEETBOT_HOST: "0.0.0.0" };
  const check = (...options: string[]) => machine.run(["healthcheck", ...options], { env });
  assert.deepEqual(await check("--ready"), { code: 0, stdout: "", stderr: "" });
  assert.equal((await check()).code, 0);
  assert.equal(await server.stop(), 0);
  const { code, stderr } = await check();
  assert.equal(code, 1);
  assert.match(stderr, /127\.0\.0\.1:\d+\/healthz: /);
});

test("as long as nobody can sign in, serve prints a link for the first operator", async (t) => {
  const machine = createMachine(t);
  const server = await machine.start(["serve", "--port", "0"]);
  const [link = ""] = /http\S+#\S+/.exec(server.printed.stdout) ?? [];
  const who = { name: "Ada", email: "ada@shop.example", password: "correct horse battery" };
  const cookie = await openLink(link, who);
  const me = await fetch(`${server.url}/api/v1/me`, { headers: { cookie } });
  assert.partialDeepStrictEqual(await me.json(), { administrator: true, via: "session" });
  assert.equal(await server.stop(), 0);

  const again = await machine.start(["serve", "--port", "0"]);
  assert.doesNotMatch(again.printed.stdout, /#/);
  const { stdout } = await machine.run(["operator", "link", "--url", again.url]);
  assert.equal(typeof (await openLink(stdout.trim())), "string");
});

test("the chat's own page may chat at the address it is served on, with nothing set", async (t) => {
  const machine = createMachine(t);
  const { url } = await machine.start(["serve", "--port", "0"]);
  const create = ["bot", "create", "--name", "Shop", "--endpoint", "http://127.0.0.1:9", "--json"];
  const { bot_id } = JSON.parse((await machine.run(create)).stdout);
  const { port } = new URL(url);
  for (const [origin, status] of [
    [url, 201],
    [`http://localhost:${port}`, 201],
    [`http://evil.example:${port}`, 403],
  ] as const) {
    const init = { method: "POST", headers: { origin } };
    const response = await fetch(`${url}/chat/${bot_id}/conversations`, init);
    assert.equal(response.status, status, origin);
  }
});

test("an environment that cannot be stops every start, and the variable is named", async (t) => {
  const machine = createMachine(t);
  const wrong: [args: string, env: Record<string, string>, named: RegExp][] = [
    ["serve --port 0", { MEETBOT_FOO: "1" }, /MEETBOT_FOO/],
    ["demo --port 0", { MEETBOT_PORT: "http" }, /MEETBOT_PORT .*4400/],
    ["bot list", { MEETBOT_LOG_LEVEL: "loud" }, /MEETBOT_LOG_LEVEL .*debug/],
    ["serve", { MEETBOT_DATABASE_URL: "postgres://db/meetbot" }, /MEETBOT_MASTER_KEY .*openssl/],
    ["serve --port 0", { MEETBOT_MASTER_KEY: "short" }, /MEETBOT_MASTER_KEY .*32 bytes/],
  ];
  const runs = wrong.map(async ([args, env, named]) => {
    const { code, stdout, stderr } = await machine.run(args.split(" "), { env });
    assert.deepEqual([code, stdout], [1, ""], args);
    assert.match(stderr, named);
    assert.doesNotMatch(stderr, /\n {4}at /);
  });
  await Promise.all(runs);
});

test("on a terminal the log is in words, and the first link the last of them", {
  skip: skipWithout("script"),
}, async (t) => {
  const machine = createMachine(t);
  const program = fileURLToPath(new URL("../../../bin/meetbot.js", import.meta.url));
  const command = `"${process.execPath}" "${program}" serve --port 0`;
  const terminal = spawn("script", ["-qec", command, "/dev/null"], {
    env: { PATH: process.env.PATH, MEETBOT_DATA_DIR: machine.dataDir, TERM: "xterm" },
    stdio: ["pipe", "pipe", "ignore"],
  });
  t.after(() => void terminal.kill());
  let shown = "";
  for await (const chunk of terminal.stdout) {
    shown += stripVTControlCharacters(String(chunk));
    if (/welcome#[\w-]+\s+$/.test(shown)) break;
  }
  const lines = shown.split("\r\n").filter((line) => line.trim() !== "");
  assert.match(lines.at(-1)!, /^ {2}http:\/\/localhost:\d+\/console\/welcome#[\w-]+$/);
  assert(
    lines.some((line) => /^[\d:]{8} {2}info +ready {2}url=http:/.test(line)),
    shown,
  );
  assert.deepEqual(
    lines.filter((line) => line.startsWith("{")),
    [],
  );
});
