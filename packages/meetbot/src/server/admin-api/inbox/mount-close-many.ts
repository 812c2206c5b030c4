import {
  inboxCloseManyRoutes,
  maxClosedAtOnce,
} from "@meetbot/admin-api/contract/inbox/close-many.ts";
import type { InboxRow } from "@meetbot/model/desk/inbox.ts";
import type { LogPage } from "@meetbot/model/log/log-page.ts";
import type { Person } from "../../../operations/desk/desk-moves.ts";
import type { AdminApp } from "../http/admin-app.ts";
import { readCursor, toCursor } from "../http/log-cursor.ts";
import type { InboxAreaDeps } from "./mount-inbox.ts";
import { createMoveTelling } from "./tell-move.ts";

/** Mounts the route that closes many conversations at once. */
export function mountCloseMany({ mount }: AdminApp, deps: InboxAreaDeps): void {
  const { desk, deskMoves } = deps;
  const { personOf } = createMoveTelling(deps);

  /** Returns the conversations with these ids that are still open. */
  const chosen = async (botId: string, ids: readonly string[]): Promise<LogPage<InboxRow>> => {
    const found = await Promise.all(
      [...new Set(ids)].map((conversationId) => desk.find({ botId, conversationId })),
    );
    const rows = found.filter((row): row is InboxRow => row?.status === "open");
    return { rows, next: null };
  };

  /**
   * Closes each conversation only at the version seen in the list: one that an agent took meanwhile stays with that
   * agent.
   */
  const closeAll = async (botId: string, person: Person, rows: readonly InboxRow[]) => {
    let closed = 0;
    for (const { id: conversationId, version } of rows) {
      const { outcome } = await deskMoves.close({ botId, conversationId }, { ...person, version });
      if (outcome === "done") closed += 1;
    }
    return closed;
  };

  mount(inboxCloseManyRoutes.closeConversations, async (c) => {
    const { bot_id: botId } = c.req.valid("param");
    const asked = c.req.valid("json");
    const person = await personOf(c, botId);
    const { rows, next } =
      "view" in asked
        ? await desk.list(
            botId,
            { view: asked.view, operatorId: person.by, label: asked.label ?? null },
            { limit: maxClosedAtOnce, below: readCursor(asked.cursor) },
          )
        : await chosen(botId, asked.conversation_ids);
    const closed = await closeAll(botId, person, rows);
    return c.json({ closed, left: rows.length - closed, next_cursor: toCursor(next) }, 200);
  });
}
