import assert from "node:assert/strict";
import { test } from "node:test";
import { readUntil, type WireMessage } from "../../../../test/fixtures/conversation.ts";
import { eventually } from "../../../../test/fixtures/eventually.ts";
import { connectCarrier } from "../../carriers/connecting/connect-carrier.ts";
import { startPushingShop } from "./push.fixture.ts";

const isDelivered = (message: WireMessage) =>
  message.from === "bot" && /Linen Shirt.*delivered/i.test(message.reply.text ?? "");

test("what a carrier hints at is told as the shop answers it, and of what nobody follows nothing is kept", async (t) => {
  const { server, bot, parcel, follow } = await startPushingShop(t);
  const carrier = { kind: "kuaidi100", secret: "" } as const;
  const connected = await connectCarrier(bot.id, carrier, server.store.carriers);
  assert.equal(connected.outcome, "connected");
  const path = connected.outcome === "connected" ? connected.path : "";
  const hint = async (nu: string) => {
    const param = JSON.stringify({ status: "polling", lastResult: { nu, state: "5" } });
    const body = new URLSearchParams({ param });
    assert.equal((await fetch(`${server.url}${path}`, { method: "POST", body })).status, 200);
  };
  const seat = await follow();
  parcel.package_status = "Delivered";
  const told = readUntil(seat, isDelivered);
  await hint("NOBODYS");
  await hint(parcel.tracking_number ?? "");
  await told;
  await eventually(5_000, async () => {
    const kept = await server.run("select recipients, resolve_at from pushes");
    assert.deepEqual(kept, [{ recipients: 1, resolve_at: null }]);
  });
});
