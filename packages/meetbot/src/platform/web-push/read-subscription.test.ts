import assert from "node:assert/strict";
import { test } from "node:test";
import { parseAllowList } from "@meetbot/network/addresses/allow-list.ts";
import { createEndpointGuard } from "@meetbot/network/addresses/endpoint-guard.ts";
import { readSubscription } from "./read-subscription.ts";

const keys = {
  p256dh: "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4",
  auth: "BTBZMqHH6r4Tts7J_aSIgg",
};

const guardTo = (address: string) =>
  createEndpointGuard({
    allow: () => parseAllowList([]),
    ownPort: 0,
    resolve: async () => [address],
  });

test("push services of browsers are taken by their names", async () => {
  const guard = guardTo("142.250.0.1");
  for (const endpoint of [
    "https://fcm.googleapis.com/fcm/send/abc:def",
    "https://updates.push.services.mozilla.com/wpush/v2/abc",
    "https://web.push.apple.com/QGuQ",
    "https://wns2-par02p.notify.windows.com/w/?token=BQ",
  ]) {
    const read = await readSubscription({ endpoint, ...keys }, guard);
    assert("subscription" in read, endpoint);
    assert.equal(read.shown, new URL(endpoint).host);
  }
  const endpoint = "https://push.apple.com.evil.example/x";
  assert.deepEqual(await readSubscription({ endpoint, ...keys }, guard), { fault: "other_host" });
});

test("one whose name leads inside is refused", async () => {
  const endpoint = "https://web.push.apple.com/QGuQ";
  assert.deepEqual(await readSubscription({ endpoint, ...keys }, guardTo("10.0.0.1")), {
    fault: "address_refused",
    reason: "special_address",
  });
});
