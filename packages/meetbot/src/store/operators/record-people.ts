import type {
  Author,
  OneTimeLink,
  OperatorAction,
  OperatorAuditEntry,
  Role,
} from "@meetbot/model/operator.ts";
import type { Kysely, Transaction } from "kysely";
import type { Tables } from "../../platform/postgres/tables.ts";
import { recordChange } from "../bots/audit.ts";

/** Records an event that concerns operators rather than one bot. */
export async function record(
  db: Kysely<Tables>,
  actor: string,
  action: OperatorAction,
  detail: OperatorAuditEntry["detail"],
): Promise<void> {
  await db.insertInto("operatorAudit").values({ actor, action, detail }).execute();
}

/** Records a role on a bot, for its owners and for administrators; `null`: none. */
export async function recordRole(
  db: Transaction<Tables>,
  { actor }: Pick<Author, "actor">,
  botId: string,
  change: { for: string; from: Role | null; to: Role | null },
): Promise<void> {
  await record(db, actor, "role_changed", { bot_id: botId, ...change });
  await recordChange({ db, botId, actor }, "role_changed", change);
}

/** Records that a link was created or revoked; a link to a bot also appears in that bot's log. */
export async function recordLink(
  db: Transaction<Tables>,
  { actor }: Author,
  action: "link_created" | "link_revoked",
  { kind, email, operatorId, administrator, botId, role }: OneTimeLink,
): Promise<void> {
  const whom = email ?? (await emailOf(db, operatorId));
  await record(db, actor, action, {
    kind,
    for: whom,
    ...(administrator && { administrator }),
    ...(botId && { bot_id: botId, role }),
  });
  if (botId === null) return;
  const onBot = action === "link_created" ? "invitation_created" : "invitation_revoked";
  await recordChange({ db, botId, actor }, onBot, { for: whom, role });
}

async function emailOf(db: Kysely<Tables>, operatorId: string | null): Promise<string | null> {
  if (operatorId === null) return null;
  const query = db.selectFrom("operators").select("email").where("id", "=", operatorId);
  return (await query.executeTakeFirst())?.email ?? null;
}

/** Which entries are wished. */
export interface OperatorAuditPageRequest {
  limit: number;
  /** An entry's number. */
  before?: string | undefined;
  /** One of the actions; another one has no entries. */
  action?: string | undefined;
}

/** Returns a page of the operators' audit records, newest first. */
export async function pageOfRecords(
  db: Kysely<Tables>,
  { limit, before, action }: OperatorAuditPageRequest,
): Promise<OperatorAuditEntry[]> {
  let query = db.selectFrom("operatorAudit").select(["entry", "at", "actor", "action", "detail"]);
  if (before !== undefined) query = query.where("entry", "<", before);
  if (action !== undefined) query = query.where("action", "=", action as OperatorAction);
  return query.orderBy("entry", "desc").limit(limit).execute();
}
