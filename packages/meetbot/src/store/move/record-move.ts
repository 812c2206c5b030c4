import type { OperatorAction } from "@meetbot/model/operator.ts";
import type { ClientBase } from "pg";

/** Puts into a side's log of operators that a bot left it or came to it, in the transaction in which it did. */
export async function recordMove(
  client: ClientBase,
  action: Extract<OperatorAction, "bot_moved_away" | "bot_moved_here">,
  detail: { bot_id: string; to?: string },
): Promise<void> {
  await client.query(
    "insert into operator_audit (actor, action, detail) values ('command line', $1, $2)",
    [action, JSON.stringify(detail)],
  );
}
