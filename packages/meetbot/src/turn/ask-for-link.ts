import type { LinkOutcome } from "@meetbot/model/conversation/link.ts";
import type { Proof } from "@meetbot/model/conversation/proof.ts";
import type { OutboundReply } from "@meetbot/model/conversation/reply.ts";
import { codeMiss, linkAttempts } from "../identity/limits.ts";
import { accountProofs, learnFromLink } from "../identity/proofs.ts";
import { endReply, withoutAccounts } from "../identity/sign-out.ts";
import { type AskContext, type Heard, type TurnDeps, toRateLimitSubject } from "./turn-deps.ts";

/** The query parameter in which the shop's page finds the nonce. */
const nonceParameter = "meetbot_link";

/**
 * Creates a link to the shop's page for this conversation, valid for a few minutes and one use. Throws if the shop has
 * no such page, which is a bug in Meetbot: the bot must not offer a link then.
 */
export async function makeLink(asking: AskContext, world: TurnDeps): Promise<Heard> {
  const { bot, conversationId } = asking;
  if (world.linkPage === null) throw new Error("A link is to be made, and the shop has no page.");
  const attempts = linkAttempts(world.newToken(), toRateLimitSubject(asking, world));
  const [limit] = await world.limits.count(bot.id, attempts);
  if (limit) return hear(asking, { kind: "limited", retryAfterS: limit.retryAfterS });
  const url = new URL(world.linkPage);
  const nonce = await world.links.offer({ botId: bot.id, conversationId });
  url.searchParams.set(nonceParameter, nonce);
  return hear(asking, { kind: "made", url: url.href });
}

/** Checks the digits that the shop's page showed; the right ones prove the account. */
export async function checkLink(
  typed: string,
  asking: AskContext,
  world: TurnDeps,
): Promise<Heard> {
  const { bot, conversationId, proofs } = asking;
  const now = world.now();
  const ref = { botId: bot.id, conversationId };
  const outcome = await world.links.check(ref, typed, endingAt(now));
  if (outcome.kind === "wrong" || outcome.kind === "used_up") {
    await world.limits.note(bot.id, codeMiss(world.newToken(), toRateLimitSubject(asking, world)));
  }
  if (outcome.kind !== "linked") return hear(asking, outcome);
  const kept = outcome.isOther ? withoutAccounts(proofs) : proofs;
  return hear(asking, outcome, learnFromLink(kept, outcome.account, now));
}

/** Ends the link of the conversation, and all that was proved of accounts in it. */
export async function signOut(asking: AskContext, world: TurnDeps): Promise<Heard> {
  const { bot, conversationId, proofs } = asking;
  const now = world.now();
  const wasSignedIn = accountProofs(proofs, now).length > 0;
  await world.links.end({ botId: bot.id, conversationId }, endingAt(now));
  const input = { kind: "signed_out" as const, wasSignedIn };
  return { input, proofs: withoutAccounts(proofs), code: null, deliveries: [] };
}

const endingAt = (now: number) => (reply: OutboundReply) => endReply(reply, now);

function hear(
  { proofs, code }: AskContext,
  outcome: LinkOutcome,
  learned: Proof[] = proofs,
): Heard {
  return { input: { kind: "link", outcome }, proofs: learned, code, deliveries: [] };
}
