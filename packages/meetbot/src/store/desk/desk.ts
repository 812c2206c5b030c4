import type { ConversationState } from "@meetbot/model/conversation/conversation.ts";
import type { ConversationRef } from "@meetbot/model/conversation/conversation-ref.ts";
import type { Locale } from "@meetbot/model/conversation/locale.ts";
import type { OutboundReply } from "@meetbot/model/conversation/reply.ts";
import type { DeskOutcome } from "@meetbot/model/desk/desk-outcome.ts";
import type { PageRequest } from "@meetbot/model/log/log-page.ts";
import { inTime } from "../../platform/postgres/statement-time.ts";
import { createInboxCounter } from "./count-inbox.ts";
import {
  auditDeskChange,
  type DeskDeps,
  type DeskMessage,
  type LockedConversation,
  moveTo,
  placeOf,
  recordDeskEvent,
  sendInConversation,
  withConversation,
} from "./desk-transaction.ts";
import {
  recordAnswered,
  recordReopened,
  recordReturned,
  recordTaken,
  recordWaiting,
} from "./inbox-rows.ts";
import { lastWords } from "./last-words.ts";
import { findInInbox, knownInInbox, listInbox, type WantedInbox } from "./list-inbox.ts";
import { listMoves } from "./list-moves.ts";
import { otherConversationsNaming, type ReadDeskDeps, viewConversation } from "./read-desk.ts";
import { searchInbox } from "./search-inbox.ts";

/** The agent who changes a conversation, and what they saw of it. */
export interface Mover {
  /** The operator, by id, and as the audit names them. */
  by: string;
  actor: string;
  /** Whether to take the conversation from another agent. */
  overtakes?: boolean | undefined;
  /** The holder version that the caller saw; any if absent. */
  version?: number | undefined;
}

/** When the customer was last active, and on which channel. */
export type Talk = Pick<LockedConversation, "channel" | "customerAtMs" | "nowMs">;

/** Returns the bot's message about a move, in the customer's language; `null` for none. */
export type LineIn = (locale: Locale, talk: Talk) => OutboundReply | null;

/** Returns the bot's reply and new state when no agent came; `null` for no reply, or for an unchanged state. */
export type WordsOfNobody = (
  before: ConversationState | null,
  talk: Talk,
) => { reply: OutboundReply | null; state: ConversationState | null };

export interface PersonsMessage extends Mover {
  /** Returns the message; `null` when the customer's current proofs allow none. */
  reply(locale: Locale, state: ConversationState | null): OutboundReply | null;
  /** Idempotency key: a message with the same key is not sent twice. */
  writeKey: string;
  /** The last message that they saw: they must first read what another person wrote after it. Absent: no check. */
  seenSeq?: number | undefined;
  /** A line sent before the message if the agent was not in the conversation yet. */
  opening: LineIn;
  /**
   * Since when the customer's platform has refused agents' messages; `null` when it accepts them. Absent: it always
   * does.
   */
  closedSince?(talk: Talk): Date | null;
}

export interface GivingBack extends Mover {
  reason: "given_back" | "closed";
  line: LineIn;
  /** Returns the bot's new state of the conversation. */
  state(before: ConversationState): ConversationState;
}

/** The agents' actions in conversations, each in one transaction with what the customer sees of it. */
export function createDesk(deps: DeskDeps & ReadDeskDeps & { now: () => number }) {
  const move = (
    ref: ConversationRef,
    mover: Mover,
    change: (locked: LockedConversation) => Promise<DeskOutcome>,
  ): Promise<DeskOutcome> =>
    withConversation(deps, ref, async (locked) => refusalOf(locked, mover) ?? change(locked)).then(
      (outcome) => outcome ?? { outcome: "unknown_conversation" },
    );
  return {
    /** A page of a list of the inbox. */
    list: (botId: string, wanted: WantedInbox, page: PageRequest) =>
      listInbox(deps.pool, botId, wanted, page),
    /** Counts the conversations in each list; for a large inbox the count may be one second old. */
    count: createInboxCounter(deps.pool, deps.now),
    /** Finds conversations in which the email, order or package was named, or with a label of that name. */
    search: (botId: string, text: string, page: PageRequest) =>
      searchInbox(deps.pool, deps.lookups, { botId, text }, page),
    /** Returns those of the given conversations that people are involved in. */
    known: (botId: string, ids: readonly string[]) => knownInInbox(deps.pool, botId, ids),
    /** Returns a conversation with its stored state. */
    view: (ref: ConversationRef) => viewConversation(deps, ref),
    /** The other conversations in which an account was named. */
    othersNaming: (ref: ConversationRef, account: string) =>
      otherConversationsNaming(deps, ref, account),
    /** One conversation as the inbox shows it. */
    find: (ref: ConversationRef) => findInInbox(deps.pool, ref),
    /** The last message of some conversations. */
    lastWords: (botId: string, ids: readonly string[]) => lastWords(deps, botId, ids),
    /** Who took it, gave it back and closed it. */
    moves: (ref: ConversationRef) => listMoves(deps.pool, ref),
    /** Lets an agent take a conversation from the bot or from another agent. */
    take: (ref: ConversationRef, mover: Mover & { line: LineIn }) =>
      move(ref, mover, async (locked) => {
        if (isOf(locked, mover.by)) return done(locked);
        await takeOver(locked, mover);
        return done(locked, await say(locked, [mover.line]), 1);
      }),
    /** Sends an agent's message. In a conversation that is not theirs, this takes it. */
    say: (ref: ConversationRef, message: PersonsMessage) => {
      const { by, actor, writeKey, seenSeq, opening } = message;
      return withConversation(deps, ref, async (locked): Promise<DeskOutcome> => {
        // The message was sent already, no matter who holds the conversation by now.
        if (await isSaid(locked, writeKey)) return done(locked);
        const refused = refusalOf(locked, message);
        if (refused) return refused;
        if (seenSeq !== undefined && (await isAnsweredBehind(locked, by, seenSeq))) {
          return changed(locked);
        }
        const since = message.closedSince?.(locked);
        if (since) return { outcome: "window_closed", since };
        const reply = message.reply(localeOf(locked), locked.state);
        if (!reply) return { outcome: "nothing_to_say" };
        const isNew = !isOf(locked, by);
        if (isNew) await takeOver(locked, message);
        else await touch(locked);
        const lines = isNew ? [opening(localeOf(locked), locked)] : [];
        const own = { reply, author: by, writeKey };
        const said = await sendInConversation(locked, [...lines.flatMap(asMessage), own]);
        await recordAnswered(locked, said.lastSeq);
        await auditDeskChange(locked, actor, reply.kind === "text" ? "message_sent" : "card_sent");
        await recordDeskEvent(locked, "message.created", { seq: said.lastSeq, from: "person", by });
        return done(locked, said, isNew ? 1 : 0);
      }).then((outcome) => outcome ?? ({ outcome: "unknown_conversation" } as const));
    },
    /** Lets the bot answer again. If the bot has the conversation already, closing it only marks it as settled. */
    giveBack: (ref: ConversationRef, giving: GivingBack) =>
      move(ref, giving, async (locked) => {
        const { by, actor, reason, line } = giving;
        const wasHeld = locked.held.holder;
        if (wasHeld === "bot" && reason === "given_back") return done(locked);
        await recordReturned(locked, reason);
        const type = reason === "closed" ? "conversation.closed" : "conversation.returned";
        await recordDeskEvent(locked, type, { reason, by });
        await auditDeskChange(
          locked,
          actor,
          reason === "closed" ? "conversation_closed" : "conversation_returned",
        );
        if (wasHeld === "bot") return done(locked, undefined, 0, true);
        const state = locked.state && giving.state(locked.state);
        await moveTo(locked, { holder: "bot", by: null, state });
        return done(locked, await say(locked, [line]), 1);
      }),
    /** Reopens a closed conversation: the customer is owed an answer again. */
    reopen: (ref: ConversationRef, { actor }: Pick<Mover, "actor">) =>
      withConversation(deps, ref, async (locked): Promise<DeskOutcome> => {
        const hasChanged = await recordReopened(locked);
        if (hasChanged) await auditDeskChange(locked, actor, "conversation_reopened");
        return done(locked, undefined, 0, hasChanged);
      }).then((outcome) => outcome ?? ({ outcome: "unknown_conversation" } as const)),
    /**
     * Returns the conversation to the bot when no agent came: the bot says so, and the shop owes an answer. Does
     * nothing if an agent came meanwhile.
     */
    giveUp: (ref: ConversationRef, version: number, words: WordsOfNobody) =>
      withConversation(deps, ref, async (locked) => {
        if (locked.held.holder !== "waiting" || locked.version !== version) return null;
        const { reply, state } = words(locked.state, locked);
        await moveTo(locked, { holder: "bot", by: null, state });
        await recordReturned(locked, "nobody");
        await recordDeskEvent(locked, "conversation.returned", { reason: "nobody" });
        return say(locked, [() => reply]);
      }),
    /** Its holder may no longer answer, so the conversation waits for another agent. */
    leave: (ref: ConversationRef, operatorId: string) =>
      withConversation(deps, ref, async (locked) => {
        if (!isOf(locked, operatorId)) return;
        await moveTo(locked, { holder: "waiting", by: null });
        await recordWaiting(locked, operatorId);
        await recordDeskEvent(locked, "conversation.waiting", { reason: "stepped_in" });
      }),
    /** Returns conversations in which a person was called at least this many minutes ago, longest waiting first. */
    async waitingFor(
      minutes: number,
      limit: number,
    ): Promise<(ConversationRef & { version: number })[]> {
      const { rows } = await deps.pool.query({ ...overdueStatement, values: [minutes, limit] });
      return rows;
    },
    /** Conversations that a person holds; of one bot, or of all. */
    async heldBy(operatorId: string, botId: string | null): Promise<ConversationRef[]> {
      const { rows } = await deps.pool.query({ ...heldByStatement, values: [operatorId, botId] });
      return rows;
    },
  };
}

export type Desk = ReturnType<typeof createDesk>;

const overdueStatement = {
  name: "desk-overdue",
  ...inTime,
  text: `
    select bot_id as "botId", conversation_id as "conversationId", holder_version as version
    from conversations
    where holder = 'waiting' and held_at <= now() - $1 * interval '1 minute'
    order by held_at limit $2`,
};

const heldByStatement = {
  name: "desk-held-by",
  ...inTime,
  text: `
    select bot_id as "botId", conversation_id as "conversationId" from conversations
    where held_by = $1 and ($2::text is null or bot_id = $2)`,
};

const isOf = ({ held }: LockedConversation, operatorId: string) =>
  held.holder === "person" && held.by === operatorId;

/** Returns the refusal when another agent has the conversation or it changed since the mover saw it. */
function refusalOf(
  locked: LockedConversation,
  { by, overtakes, version }: Mover,
): DeskOutcome | null {
  if (version !== undefined && version !== locked.version) return changed(locked);
  const isOthers = locked.held.holder === "person" && locked.held.by !== by;
  if (!isOthers || overtakes) return null;
  return { outcome: "held", held: locked.held, version: locked.version };
}

const changed = ({ held, version, lastSeq }: LockedConversation): DeskOutcome => ({
  outcome: "changed",
  ...{ held, version, lastSeq },
});

function done(
  { version, lastSeq }: LockedConversation,
  said: { lastSeq: number; isQueued: boolean } = { lastSeq, isQueued: false },
  moves = 0,
  hasChanged = moves > 0 || said.lastSeq > lastSeq,
): DeskOutcome {
  return { outcome: "done", ...said, version: version + moves, hasChanged };
}

async function takeOver(
  locked: LockedConversation,
  { by, actor }: Pick<Mover, "by" | "actor">,
): Promise<void> {
  await moveTo(locked, { holder: "person", by });
  await recordTaken(locked);
  await recordDeskEvent(locked, "conversation.taken", { by });
  await auditDeskChange(locked, actor, "conversation_taken");
}

const touchStatement = {
  name: "desk-touch",
  ...inTime,
  text: "update conversations set held_at = now() where bot_id = $1 and conversation_id = $2",
};

/** The person is there still. */
async function touch({ client, ref }: LockedConversation): Promise<void> {
  await client.query({ ...touchStatement, values: placeOf(ref) });
}

const localeOf = ({ state }: LockedConversation): Locale => state?.dialog.locale ?? "en";

const asMessage = (reply: OutboundReply | null): DeskMessage[] => (reply ? [{ reply }] : []);

async function say(
  locked: LockedConversation,
  lines: readonly LineIn[],
): Promise<{ lastSeq: number; isQueued: boolean }> {
  const messages = lines.flatMap((line) => asMessage(line(localeOf(locked), locked)));
  if (messages.length === 0) return { lastSeq: locked.lastSeq, isQueued: false };
  return sendInConversation(locked, messages);
}

const saidStatement = {
  name: "desk-is-said",
  ...inTime,
  text: `
    select from messages where bot_id = $1 and conversation_id = $2 and write_key = $3`,
};

async function isSaid({ client, ref }: LockedConversation, writeKey: string): Promise<boolean> {
  const { rowCount } = await client.query({
    ...saidStatement,
    values: [...placeOf(ref), writeKey],
  });
  return rowCount === 1;
}

const behindStatement = {
  name: "desk-answered-behind",
  ...inTime,
  text: `
    select from messages
    where bot_id = $1 and conversation_id = $2 and seq > $3 and author is not null and author <> $4
    limit 1`,
};

async function isAnsweredBehind(
  { client, ref }: LockedConversation,
  by: string,
  seenSeq: number,
): Promise<boolean> {
  const values = [...placeOf(ref), seenSeq, by];
  const { rowCount } = await client.query({ ...behindStatement, values });
  return rowCount === 1;
}
