import { randomUUID } from "node:crypto";
import { inboxRoutes } from "@meetbot/admin-api/contract/inbox/inbox.ts";
import { unfilledIn } from "@meetbot/presentation";
import type { DeskMoves } from "../../../operations/desk/desk-moves.ts";
import type { Store } from "../../../store/store.ts";
import type { AdminApp } from "../http/admin-app.ts";
import { ApiError } from "../http/api-error.ts";
import { readCursor, toCursor } from "../http/log-cursor.ts";
import { toRef } from "../http/to-ref.ts";
import { describeMoves } from "./describe-conversation.ts";
import { listRows } from "./list-rows.ts";
import { othersPresent } from "./others-present.ts";
import { createMoveTelling, moving } from "./tell-move.ts";

export interface InboxAreaDeps extends Pick<Store, "desk" | "bots" | "operators" | "watchers"> {
  deskMoves: DeskMoves;
}

/** Mounts the routes for the agents' work in the inbox. */
export function mountInbox({ mount }: AdminApp, deps: InboxAreaDeps): void {
  const { desk, watchers, deskMoves } = deps;
  const { describe, personOf, answer } = createMoveTelling(deps);

  mount(inboxRoutes.listInbox, async (c) => {
    const { bot_id: botId } = c.req.valid("param");
    const { view, label = null, limit, cursor } = c.req.valid("query");
    const operatorId = c.get("caller").operator?.id ?? null;
    const [{ rows, next }, counts] = await Promise.all([
      desk.list(botId, { view, operatorId, label }, { limit, below: readCursor(cursor) }),
      desk.count(botId, operatorId),
    ]);
    const data = await listRows(deps, botId, rows);
    return c.json({ data, next_cursor: toCursor(next), counts }, 200);
  });

  mount(inboxRoutes.readInboxConversation, async (c) => {
    const ref = toRef(c.req.valid("param"));
    const operatorId = c.get("caller").operator?.id ?? null;
    const conversation = await describe(ref);
    const [present, moves] = await Promise.all([
      othersPresent(deps, ref, operatorId),
      describeMoves(deps, ref),
    ]);
    return c.json({ ...conversation, present, moves }, 200);
  });

  mount(inboxRoutes.sendMessage, async (c) => {
    const ref = toRef(c.req.valid("param"));
    const { text, seen_seq: seenSeq, ...how } = c.req.valid("json");
    refuseUnfilled(text);
    const person = { ...(await personOf(c, ref.botId)), ...moving(how) };
    const writeKey = `${person.by} ${c.req.header("idempotency-key") ?? randomUUID()}`;
    const said = await answer(ref, await deskMoves.say(ref, person, { text, writeKey, seenSeq }));
    await watchers.wrote(ref, person.by);
    return c.json(said, 200);
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

/** Throws an {@link ApiError} if a canned reply still has an unfilled placeholder. */
function refuseUnfilled(text: string): void {
  const names = unfilledIn(text);
  if (names.length === 0) return;
  const places = names.map((name) => `{{${name}}}`).join(", ");
  const message = `Nothing is filled in for ${places}. Write the words in its place, or take it out.`;
  throw new ApiError(400, "unfilled_variable", message, [{ pointer: "/text", message }]);
}
