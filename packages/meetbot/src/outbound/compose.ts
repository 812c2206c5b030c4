import type { Bot } from "@meetbot/model/bot/bot.ts";
import type { VisibleReply } from "@meetbot/model/conversation/reply.ts";
import { toCalendarDate } from "@meetbot/presentation";
import type { Part, PushChannel } from "../channels/channel.ts";
import { prefixTextOf } from "../channels/prefix-text-of.ts";
import { visibleReply } from "../identity/visible-reply.ts";
import type { Outbox } from "../store/outbox/outbox.ts";
import type { OutboxLease } from "../store/outbox/outbox-lease.ts";

/** The parts to send under a lease. */
export interface Composed {
  /** The lease of the last message that is sent with these parts; those before it are sent within the first part. */
  lease: OutboxLease;
  parts: Part[];
}

interface ComposeDeps {
  bot: Pick<Bot, "timeZone">;
  channel: Pick<PushChannel, "render" | "join">;
  outbox: Pick<Outbox, "saidBefore" | "saidBehind">;
  now(): number;
}

/**
 * Renders a message for its channel, joined with the one behind it where one message holds both: an answer and its
 * order. Each attempt renders it again: content that rested on a proof that has ended meanwhile is not sent, as the web
 * chat does not replay it. `null` when an operator had it overwritten.
 */
export async function compose(lease: OutboxLease, using: ComposeDeps): Promise<Composed | null> {
  if (!lease.reply) return null;
  const seen = visibleReply(lease.reply, using.now());
  const lead = lease.isFollowed && lease.sentParts === 0 ? prefixTextOf(seen) : null;
  const joined = lead === null ? null : await joinBehind(lead, lease, using);
  if (joined) return joined;
  return { lease, parts: partsOf(await withChoices(seen, lease, using), lease, using) };
}

async function joinBehind(
  lead: string,
  lease: OutboxLease,
  using: ComposeDeps,
): Promise<Composed | null> {
  const { channel, outbox } = using;
  if (!channel.join) return null;
  const [reply = null, ...behind] = lease.behind ?? (await outbox.saidBehind(lease));
  if (reply && isPersons(reply)) return null;
  const next = { ...lease, seq: lease.seq + 1, reply, behind, isFollowed: behind.length > 0 };
  const composed = await compose(next, using);
  const [first, ...others] = composed?.parts ?? [];
  const message = first && channel.join(lead, first.message);
  return composed && message ? { ...composed, parts: [{ ...first, message }, ...others] } : null;
}

/** A text that a person typed is sent as its own message, unchanged. */
const isPersons = (reply: Pick<VisibleReply, "kind">): boolean =>
  reply.kind === "text" && "person" in reply;

/**
 * On a platform, choices belong to the last message of those that go out together, no matter which of them offered
 * something.
 */
async function withChoices(
  reply: VisibleReply,
  lease: OutboxLease,
  { outbox, now }: ComposeDeps,
): Promise<VisibleReply> {
  const { choices: own, ...bare } = reply;
  if (lease.isFollowed) return bare;
  if (own || lease.isFirst || isPersons(reply)) return reply;
  const before = await outbox.saidBefore(lease);
  const choices = before.map((one) => visibleReply(one, now()).choices).find(Boolean);
  return choices ? { ...bare, choices } : bare;
}

/**
 * An item that a platform accepts only once is spent by the message that used it. That message still renders the same
 * way again.
 */
function partsOf(
  visible: VisibleReply,
  { address, seq }: OutboxLease,
  { bot: { timeZone }, channel, now }: ComposeDeps,
): Part[] {
  const used = Object.entries(address.spent).filter(([, by]) => by !== seq);
  const spent = new Set(used.map(([once]) => once));
  const today = toCalendarDate(new Date(now()), timeZone);
  return channel.render(visible, { timeZone, today, spent }).parts;
}
