import type { OperatorAction } from "@meetbot/model/operator.ts";
import type { ClientBase } from "pg";

/** Records in a side's operator log that a bot left or arrived, in the transaction in which that happens. */
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
