import { createHash, randomUUID } from "node:crypto";
import { type Followed, testPushes } from "@meetbot/model/push/push-log.ts";
import type { KeptPush } from "../store/accept-push.ts";
import type { PushLog } from "../store/push-log.ts";
import type { PushStore } from "../store/push-store.ts";

/**
 * An operator's test push: for the orders that one conversation follows, notifying only that conversation, or for an
 * order.
 */
export interface TestPush {
  method: "order.changed" | "package.changed";
  of: { conversationId: string } | { orderNumber: string };
}

/** `full`: the queue has reached its limit. */
export type TestedPush =
  | { outcome: "accepted"; id: string; recipients: number }
  | { outcome: "nobody_follows" }
  | { outcome: "full" };

export interface TestPushDeps {
  pushes: Pick<PushStore, "accept">;
  pushLog: Pick<PushLog, "followedBy" | "isFollowed" | "recordTestPush">;
  now(): number;
}

/**
 * A test push changes a conversation's known state like any push. It is backdated so that a real push from the shop now
 * counts as later.
 */
const agoMs = 15 * 60_000;
const newsForMs = 24 * 60 * 60_000;

/** Pushes as the shop would, without content: customers see the shop's own answer. */
export async function testPush(
  botId: string,
  { method, of }: TestPush,
  { pushes, pushLog, now }: TestPushDeps,
): Promise<TestedPush> {
  const followed = await findFollowed(botId, { method, of }, pushLog);
  if (!followed) return { outcome: "nobody_follows" };
  const id = `${testPushes.idPrefix}${randomUUID().replaceAll("-", "")}`;
  const said = toKept(method, followed);
  const onlyConversation = "conversationId" in of ? of.conversationId : undefined;
  await pushLog.recordTestPush(botId, { push: id, method, conversation: onlyConversation ?? null });
  const occurredAt = now() - agoMs;
  const accepted = await pushes.accept(botId, {
    ...{ id, said, onlyConversation, expiresAt: null, isOld: false },
    bodyHash: createHash("sha256").update(JSON.stringify(said)).digest(),
    occurredAt: new Date(occurredAt),
    newsUntil: new Date(occurredAt + newsForMs),
  });
  if (accepted.outcome === "full") return { outcome: "full" };
  const recipients = accepted.outcome === "accepted" ? accepted.recipients : 0;
  return { outcome: "accepted", id, recipients };
}

/** Explains what to do when a test push could not be made. */
export function explainUntested(
  outcome: Exclude<TestedPush["outcome"], "accepted">,
  { method, of }: TestPush,
): string {
  if (outcome === "full") {
    return "As many notifications of this bot wait as are kept, and the test was not stored. Try again in a minute.";
  }
  if ("orderNumber" in of) {
    return "Nobody is told of this order, so a test would reach nobody. Ask for the order in a chat, tap “Keep me posted”, and test again.";
  }
  return method === "order.changed"
    ? "This conversation is told of no order. Test package.changed where it follows a package, or tap “Keep me posted” below an order in it."
    : "This conversation is told of nothing. Ask for an order in it, tap “Keep me posted”, and test again.";
}

async function findFollowed(
  botId: string,
  { method, of }: TestPush,
  pushLog: TestPushDeps["pushLog"],
): Promise<Followed | null> {
  if ("orderNumber" in of) {
    const isFollowed = await pushLog.isFollowed(botId, of.orderNumber);
    return isFollowed ? { scope: "order", subject: of.orderNumber } : null;
  }
  const followed = await pushLog.followedBy(botId, of.conversationId);
  return followed.find(({ scope }) => method === "package.changed" || scope !== "package") ?? null;
}

function toKept(method: TestPush["method"], { scope, subject }: Followed): KeptPush {
  return {
    method,
    orderNumber: scope === "order" ? subject : null,
    packageNumber: scope === "package" ? subject : null,
    account: scope === "account" ? subject : null,
    ...{ status: null, snapshot: null },
  };
}
