import assert from "node:assert/strict";
import { after, test } from "node:test";
import { post, takeSeat } from "./fixtures/conversation.ts";
import { eventually } from "./fixtures/eventually.ts";
import { openGuest } from "./fixtures/guest.ts";
import { createMachine } from "./fixtures/machine.ts";

const botId = "bot_demo";
const machine = createMachine({ after });
const demo = await machine.start(["demo", "--json", "--port", "0"], {
  MEETBOT_LOG_LEVEL: "debug",
});

test("nothing that a customer says, is or is shown stands in a log, at any level", async () => {
  const merchantUrl: string = JSON.parse(demo.printed.stdout).merchant_url;
  const vouched = await fetch(new URL("/demo/identity/yilia@meetbot.biz", merchantUrl));
  const identity = await vouched.text();
  const shopper = await openGuest(demo.url, botId, { identity });
  await shopper.say("my orders in progress", 2);
  const guest = await openGuest(demo.url, botId);
  await guest.say("where is MBWXS75S9878? my email is canary.customer@example.com", 2);
  await guest.say("nobody.canary@example.com", 1);
  await post(guest.seat, { payload: "canary-payload" });
  await guest.replies(1);
  await fetch(`${demo.url}/chat/${botId}/events`, {
    headers: { authorization: "Bearer canary-token" },
  });
  const forged = `${identity.slice(0, -4)}AAAA`;
  await assert.rejects(takeSeat(demo.url, botId, { identity: forged }));
  await fetch(new URL("/demo/outage", merchantUrl), {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: '{"mode":"down"}',
  });
  await guest.say("where is MBSX2VTJG63R?", 1);

  await eventually(5_000, async () => {
    assert.match(demo.printed.stderr, /identity refused.*the shop did not answer/s);
  });
  const log = demo.printed.stderr;
  const canaries = [
    ...["canary", "yilia", "Yilia Chen", "Lantern Street", "MBWXS75S9878", "MBSX2VTJG63R"],
    ...["Linen Shirt", "1Z999AA10392661508", "whsec_", identity, guest.seat.token],
  ];
  for (const canary of canaries) assert(!log.includes(canary), `${canary} is in the log`);
});
