import assert from "node:assert/strict";
import type { ChannelFact } from "@meetbot/model/channel-fact.ts";
import type { ChannelConnection } from "@meetbot/model/channel-link.ts";
import { bot, openTestStore, textEvent, turnSaying } from "../store.fixture.ts";
import type { Store } from "../store.ts";

/** No channel of ours: the store knows none. */
export const on = { botId: bot.id, channel: "pigeon-post", externalId: "9", windowHours: 24 };
export const connection: ChannelConnection = {
  ...{ channel: on.channel, externalId: on.externalId },
  ...{ details: { loft_id: "100" }, secrets: { token: "t" } },
};
export const customerOf = (user: string) => ({ key: user, to: { user } });
export const customer = customerOf("7");

export const wrote = (key: string, user = "7"): ChannelFact => ({
  customer: customerOf(user),
  atMs: null,
  kind: "event",
  event: textEvent(key),
  isToBot: false,
});
export const takenOver = (inStandby: boolean): ChannelFact => ({
  customer,
  atMs: null,
  kind: "taken_over",
  inStandby,
});

/** A store whose bot is connected. */
export async function openConnected(t: Parameters<typeof openTestStore>[0]) {
  const opened = await openTestStore(t);
  await opened.store.channels.links.connect(bot.id, connection);
  return opened;
}

/** The turn of what a customer did has been taken, and its replies wait to be sent. */
export async function answer(store: Store, facts: ChannelFact[], ...texts: string[]) {
  const [ref] = (await store.channels.enqueue(on, facts)).due;
  const lease = await store.mailbox.take(ref!);
  const settled = await store.mailbox.commitTurn(lease!, turnSaying(...texts), "queued");
  assert.equal(settled.outcome, "settled");
  return ref!;
}
