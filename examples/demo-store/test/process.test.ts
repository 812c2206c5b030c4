import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { text } from "node:stream/consumers";
import { after, describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { newSecret } from "@meetbot/sdk";
import { askWebhook } from "./ask-webhook.ts";

const main = fileURLToPath(new URL("../src/main.ts", import.meta.url));
const signingSecret = newSecret();

const env = {
  PORT: "0",
  MEETBOT_SIGNING_SECRET: signingSecret,
  DATABASE_FILE: ":memory:",
  TODAY: "2026-11-24",
};

const started: ChildProcess[] = [];
after(() => started.forEach((shop) => void shop.kill("SIGKILL")));

function start(change: Record<string, string> = {}): ChildProcess {
  const shop = spawn(process.execPath, ["--conditions=meetbot-source", main], {
    env: { ...env, ...change },
    stdio: ["ignore", "pipe", "pipe"],
  });
  started.push(shop);
  return shop;
}

describe("the shop as a process of its own", () => {
  it("prints one line when ready, answers signed questions and stops on SIGTERM", async () => {
    const shop = start();
    const [line] = await once(createInterface(shop.stdout!), "line");
    const { ready, url, webhook_url } = JSON.parse(line);
    assert.equal(ready, true);
    assert.equal((await fetch(`${url}/healthz`)).status, 200);

    const params = { order_number: "1042" };
    const { answer } = await askWebhook(webhook_url, signingSecret, { method: "orders", params });
    assert.partialDeepStrictEqual(answer, { orders: [{ recipient_name: "Yilia Chen" }] });

    shop.kill("SIGTERM");
    assert.deepEqual(await once(shop, "exit"), [0, null]);
  });

  it("exits with 1 and names a variable that is malformed", async () => {
    const shop = start({ TODAY: "tomorrow" });
    const [message, [code]] = await Promise.all([text(shop.stderr!), once(shop, "exit")]);
    assert.equal(code, 1);
    assert.match(message, /TODAY/);
  });

  it("exits with 1 and says so when its port is taken", async () => {
    const first = start();
    const [line] = await once(createInterface(first.stdout!), "line");
    const { port } = new URL(JSON.parse(line).url);

    const second = start({ PORT: port });
    const [message, [code]] = await Promise.all([text(second.stderr!), once(second, "exit")]);
    assert.equal(code, 1);
    assert.match(message, new RegExp(`port ${port} is taken`));

    first.kill("SIGINT");
    await once(first, "exit");
  });
});
