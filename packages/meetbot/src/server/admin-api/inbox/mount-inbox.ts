import { randomUUID } from "node:crypto";
import type { Context } from "hono";
import type { ConversationRef } from "../../../model/conversation/conversation-ref.ts";
import type { DeskOutcome } from "../../../model/desk/desk-outcome.ts";
import type { DeskMoves, Person } from "../../../operations/desk/desk-moves.ts";
import type { Store } from "../../../store/store.ts";
import { inboxRoutes } from "../contract/inbox.ts";
import type { AdminApp } from "../http/admin-app.ts";
import type { AdminEnv } from "../http/admin-env.ts";
import { ApiError, notFound } from "../http/api-error.ts";
import { readCursor, toCursor } from "../http/log-cursor.ts";
import { toRef } from "../http/to-ref.ts";
import { type NamesOf, namesOfPeople, serializeInboxRow } from "./serialize-inbox.ts";

export interface InboxAreaDeps extends Pick<Store, "desk" | "bots" | "operators"> {
  deskMoves: DeskMoves;
}

/** What people of the shop do in the inbox. */
export function mountInbox({ mount }: AdminApp, deps: InboxAreaDeps): void {
  const { desk, bots, operators, deskMoves } = deps;
  const names: NamesOf = namesOfPeople(operators);

  const describe = async (ref: ConversationRef) => {
    const row = await desk.find(ref);
    if (!row) throw notFound("conversation");
    return serializeInboxRow(row, await names([row]));
  };
  /** Whoever calls, as they answer customers. */
  const personOf = async (c: Context<AdminEnv>, botId: string): Promise<Person> => {
    const { operator, actor } = c.get("caller");
    if (!operator) throw nobody;
    const [bot, own] = await Promise.all([bots.find(botId), operators.namesOf(operator.id)]);
    if (!bot) throw notFound("bot");
    const names = { name: operator.name, publicName: own?.publicName ?? null };
    return { by: operator.id, actor, names, botName: bot.name };
  };
  const moving = ({
    version,
    overtake,
  }: {
    version?: number | undefined;
    overtake?: boolean | undefined;
  }) => ({
    version,
    overtakes: overtake,
  });
  const answer = async (ref: ConversationRef, outcome: DeskOutcome) => {
    switch (outcome.outcome) {
      case "done":
        return {
          version: outcome.version,
          last_seq: outcome.lastSeq,
          changed: outcome.hasChanged,
        };
      case "unknown_conversation":
        throw notFound("conversation");
      case "window_closed":
        throw windowClosed(outcome.since, await describe(ref));
      case "held":
        throw heldByOther(await describe(ref));
      case "changed":
        throw changedMeanwhile(await describe(ref));
    }
  };

  mount(inboxRoutes.listInbox, async (c) => {
    const { bot_id: botId } = c.req.valid("param");
    const { view, limit, cursor } = c.req.valid("query");
    const operatorId = c.get("caller").operator?.id ?? null;
    const [{ rows, next }, counts] = await Promise.all([
      desk.list(botId, { view, operatorId }, { limit, below: readCursor(cursor) }),
      desk.count(botId, operatorId),
    ]);
    const known = await names(rows);
    const data = rows.map((row) => serializeInboxRow(row, known));
    return c.json({ data, next_cursor: toCursor(next), counts }, 200);
  });

  mount(inboxRoutes.readInboxConversation, async (c) =>
    c.json(await describe(toRef(c.req.valid("param"))), 200),
  );

  mount(inboxRoutes.sendMessage, async (c) => {
    const ref = toRef(c.req.valid("param"));
    const { text, seen_seq: seenSeq, ...how } = c.req.valid("json");
    const person = { ...(await personOf(c, ref.botId)), ...moving(how) };
    const writeKey = `${person.by} ${c.req.header("idempotency-key") ?? randomUUID()}`;
    return c.json(
      await answer(ref, await deskMoves.say(ref, person, { text, writeKey, seenSeq })),
      200,
    );
  });

  mount(inboxRoutes.takeConversation, async (c) => {
    const ref = toRef(c.req.valid("param"));
    const person = { ...(await personOf(c, ref.botId)), ...moving(c.req.valid("json")) };
    return c.json(await answer(ref, await deskMoves.take(ref, person)), 200);
  });

  mount(inboxRoutes.releaseConversation, async (c) => {
    const ref = toRef(c.req.valid("param"));
    const person = { ...(await personOf(c, ref.botId)), ...moving(c.req.valid("json")) };
    return c.json(await answer(ref, await deskMoves.giveBack(ref, person)), 200);
  });

  mount(inboxRoutes.closeConversation, async (c) => {
    const ref = toRef(c.req.valid("param"));
    const person = { ...(await personOf(c, ref.botId)), ...moving(c.req.valid("json")) };
    return c.json(await answer(ref, await deskMoves.close(ref, person)), 200);
  });

  mount(inboxRoutes.reopenConversation, async (c) => {
    const ref = toRef(c.req.valid("param"));
    const { actor } = c.get("caller");
    return c.json(await answer(ref, await deskMoves.reopen(ref, { actor })), 200);
  });
}

const nobody = new ApiError(
  404,
  "no_account",
  "MEETBOT_ADMIN_TOKEN belongs to no operator, and nobody answers customers by it. Sign in to the console, or use an operator's API token.",
);

type Described = ReturnType<typeof serializeInboxRow>;

const heldByOther = (conversation: Described) =>
  new ApiError(
    409,
    "held_by_other",
    `${conversation.held_by?.name ?? "Somebody else"} has this conversation. Send \`overtake\`: true to take it over.`,
    undefined,
    { conversation },
  );

const windowClosed = (since: Date, conversation: Described) =>
  new ApiError(
    409,
    "window_closed",
    `The customer wrote last so long ago that their platform takes no message to them any more, since ${since.toISOString()}. Nothing was sent: they can be answered here once they write again.`,
    undefined,
    { conversation, since: since.toISOString() },
  );

const changedMeanwhile = (conversation: Described) =>
  new ApiError(
    409,
    "changed_meanwhile",
    "Another person wrote here, or somebody else answers by now. Read the conversation again, and then send it.",
    undefined,
    { conversation },
  );
