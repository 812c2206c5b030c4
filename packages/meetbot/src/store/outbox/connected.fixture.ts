import assert from "node:assert/strict";
import type { ChannelFact } from "../../model/channel-fact.ts";
import { bot, openTestStore, textEvent, turnSaying } from "../store.fixture.ts";
import type { Store } from "../store.ts";

export const page = { pageId: "9", appId: "100", token: "t", appSecret: "s", verifyToken: "v" };
export const customer = { user: "7", isUserRef: false };

export const wrote = (key: string, user = "7"): ChannelFact => ({
  customer: { user, isUserRef: false },
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

/** A store whose bot is connected with a page. */
export async function openConnected(t: Parameters<typeof openTestStore>[0]) {
  const opened = await openTestStore(t);
  await opened.store.channels.links.connect(bot.id, page);
  return opened;
}

/** The turn of what a customer did has been taken, and its replies wait to be sent. */
export async function answer(store: Store, facts: ChannelFact[], ...texts: string[]) {
  const [ref] = (await store.channels.admit(bot.id, "9", facts)).due;
  const lease = await store.mailbox.take(ref!);
  const settled = await store.mailbox.settle(lease!, turnSaying(...texts));
  assert.equal(settled.outcome, "settled");
  return ref!;
}
