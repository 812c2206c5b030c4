import { toCalendarDate } from "@meetbot/presentation";
import type { GraphMessage } from "../channels/messenger/rendering/graph-message.ts";
import { render } from "../channels/messenger/rendering/render.ts";
import { leadOf, withLead } from "../channels/messenger/rendering/with-lead.ts";
import { visibleReply } from "../identity/visible-reply.ts";
import type { Bot } from "../model/bot/bot.ts";
import type { VisibleReply } from "../model/conversation/reply.ts";
import type { Outbox, OutboxLease } from "../store/outbox/outbox-lease.ts";

/** What goes out under a lease. */
export interface Composed {
  /** Of the last message that does: those before it go out in its first part. */
  lease: OutboxLease;
  /** Its parts. */
  messages: GraphMessage[];
}

interface DrawParts {
  outbox: Pick<Outbox, "saidBefore" | "saidBehind">;
  now(): number;
}

/**
 * Draws a message as Messenger shows it, and what is said behind it too where one message says both:
 * "Here is your order:" and the order. It is composed anew for each attempt: what rested on a proof that
 * has ended meanwhile is not sent any more, as it is not replayed in the web chat. `null`: an operator
 * had it overwritten.
 */
export async function compose(
  lease: OutboxLease,
  bot: Bot,
  parts: DrawParts,
): Promise<Composed | null> {
  if (!lease.reply) return null;
  const seen = visibleReply(lease.reply, parts.now());
  const lead = lease.isFollowed && lease.sentParts === 0 ? leadOf(seen) : null;
  const joined = lead === null ? null : await joinBehind(lead, lease, bot, parts);
  if (joined) return joined;
  return {
    lease,
    messages: partsOf(await withChoices(seen, lease, parts), lease, bot, parts.now()),
  };
}

async function joinBehind(
  lead: string,
  lease: OutboxLease,
  bot: Bot,
  parts: DrawParts,
): Promise<Composed | null> {
  const [reply = null, ...behind] = lease.behind ?? (await parts.outbox.saidBehind(lease));
  const next = { ...lease, seq: lease.seq + 1, reply, behind, isFollowed: behind.length > 0 };
  const composed = await compose(next, bot, parts);
  const [first, ...others] = composed?.messages ?? [];
  const joined = first && withLead(lead, first);
  return composed && joined ? { ...composed, messages: [joined, ...others] } : null;
}

/**
 * In Messenger choices vanish with the next message: they stand below the last one of those that go
 * out together, whichever of them offered something.
 */
async function withChoices(
  reply: VisibleReply,
  lease: OutboxLease,
  { outbox, now }: DrawParts,
): Promise<VisibleReply> {
  const { choices: own, ...bare } = reply;
  if (lease.isFollowed) return bare;
  if (own || lease.isFirst) return reply;
  const before = await outbox.saidBefore(lease);
  const choices = before.map((one) => visibleReply(one, now()).choices).find(Boolean);
  return choices ? { ...bare, choices } : bare;
}

/** Meta wants a receipt's number once. The message that has sent it is composed the same way again. */
function partsOf(
  visible: VisibleReply,
  { address, seq }: OutboxLease,
  { timeZone }: Bot,
  nowMs: number,
): GraphMessage[] {
  const [order] = visible.kind === "orders" ? visible.orders : [];
  const by = address.receipts[order?.order_number ?? ""];
  const today = toCalendarDate(new Date(nowMs), timeZone);
  return render(visible, { timeZone, today, receipts: by === undefined || by === seq }).messages;
}
