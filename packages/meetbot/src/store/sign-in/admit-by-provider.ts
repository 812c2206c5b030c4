import { randomBytes } from "node:crypto";
import type { Author, Operator } from "@meetbot/model/operator.ts";
import type {
  AdmissionRefusal,
  GivenRights,
  ProviderIdentity,
  RoleRule,
} from "@meetbot/model/single-sign-on.ts";
import { type Kysely, sql, type Transaction } from "kysely";
import { isStorable } from "../../platform/postgres/is-storable.ts";
import type { Tables } from "../../platform/postgres/tables.ts";
import { findOperator, givenRole, operatorColumns } from "../operators/find-operator.ts";
import { grantRights, setAdministrator, setRole, takeRoles } from "../operators/grant-rights.ts";
import { linkColumns, toLink } from "../operators/one-time-links.ts";
import { record, recordRole } from "../operators/record-people.ts";
import { revokeUncovered } from "../operators/revoke-links.ts";
import { endProviderSessions } from "./provider-sessions.ts";

/** The actor that the audit log names when a provider's rules grant or revoke rights. */
const author: Author = { operatorId: null, actor: "single sign-on" };

export interface AdmissionRules {
  roles: readonly RoleRule[];
  linksByEmail: boolean;
}

/**
 * Signs in the person whom a provider identifies: finds or creates the operator, then grants and revokes what the
 * provider's rules cover. Runs serially, like all changes of operators, so that two tabs create one operator.
 */
export async function admitByProvider(
  db: Kysely<Tables>,
  identity: ProviderIdentity,
  rules: AdmissionRules,
): Promise<Operator | AdmissionRefusal> {
  if (![identity.subject, identity.email ?? "", identity.name ?? ""].every(isStorable)) {
    return "no_email";
  }
  return db.transaction().execute(async (db) => {
    await sql`lock table bot_members in share row exclusive mode`.execute(db);
    const known = await findByAccount(db, identity);
    const { rights } = identity;
    if (rights === null) {
      if (known) await followRules(db, known, nothing, rules);
      if (known) await endProviderSessions(db, { ...identity, sessionId: null });
      return "no_role";
    }
    const operator = known ?? (await welcome(db, identity, rules));
    if (typeof operator !== "string") await followRules(db, operator, rights, rules);
    return operator;
  });
}

const nothing: GivenRights = { administrator: false, roles: new Map() };

async function findByAccount(
  db: Transaction<Tables>,
  { issuer, subject }: ProviderIdentity,
): Promise<Operator | null> {
  const account = await db
    .selectFrom("operatorCredentials")
    .select("userId")
    .where("providerId", "=", issuer)
    .where("accountId", "=", subject)
    .executeTakeFirst();
  return account ? findOperator(db, "id", account.userId) : null;
}

/** Admits a person on their first sign-in. An unverified email could belong to anybody. */
async function welcome(
  db: Transaction<Tables>,
  { issuer, subject, email, isEmailVerified, name }: ProviderIdentity,
  { linksByEmail }: AdmissionRules,
): Promise<Operator | AdmissionRefusal> {
  if (email === null) return "no_email";
  if (!isEmailVerified) return "email_unverified";
  const namesake = await findOperator(db, "email", email);
  if (namesake && !(linksByEmail && !(await hasAccount(db, issuer, namesake.id)))) {
    return "operator_exists";
  }
  const operator = namesake ?? (await create(db, { name: name ?? email, email }));
  await db
    .insertInto("operatorCredentials")
    .values({
      id: randomBytes(16).toString("hex"),
      userId: operator.id,
      accountId: subject,
      providerId: issuer,
      password: null,
    })
    .execute();
  const action = namesake ? "provider_linked" : "operator_created";
  await record(db, operator.email, action, { by: "single_sign_on", issuer });
  if (namesake) await endKeysOf(db, namesake.id);
  await takeInvitations(db, operator);
  return operator;
}

/**
 * The person who was first invited under an email need not own it: their sessions and tokens must not open the owner's
 * account.
 */
async function endKeysOf(db: Transaction<Tables>, operatorId: string): Promise<void> {
  await db.deleteFrom("operatorSessions").where("userId", "=", operatorId).execute();
  await db.deleteFrom("apiTokens").where("operatorId", "=", operatorId).execute();
}

/** Checks whether an operator has an account with a provider, under any id. */
export async function hasAccount(
  db: Kysely<Tables>,
  issuer: string,
  operatorId: string,
): Promise<boolean> {
  const account = await db
    .selectFrom("operatorCredentials")
    .select("id")
    .where("providerId", "=", issuer)
    .where("userId", "=", operatorId)
    .executeTakeFirst();
  return account !== undefined;
}

function create(
  db: Transaction<Tables>,
  { name, email }: { name: string; email: string },
): Promise<Operator> {
  const row = { id: `op_${randomBytes(12).toString("hex")}`, name: name.slice(0, 80), email };
  return db
    .insertInto("operators")
    .values({ ...row, administrator: false })
    .returning(operatorColumns)
    .executeTakeFirstOrThrow();
}

/** Applies and deletes the invitations for this email: the operator has signed in and does not need the links. */
async function takeInvitations(db: Transaction<Tables>, operator: Operator): Promise<void> {
  const rows = await db
    .deleteFrom("oneTimeLinks")
    .where("email", "=", operator.email)
    .where("operatorId", "is", null)
    .where("expiresAt", ">", sql<Date>`now()`)
    .returning(linkColumns)
    .execute();
  for (const { createdBy: actor, administrator, botId, role } of rows.map(toLink)) {
    const grant = botId && role ? { botId, role } : null;
    await grantRights(db, { actor }, operator, { administrator, grant });
  }
}

/**
 * Gives an operator exactly the rights that the rules grant, among those that the rules cover. A bot that no rule names
 * is left to its owners, and so are administrators if no rule makes any.
 */
async function followRules(
  db: Transaction<Tables>,
  { id }: Operator,
  rights: GivenRights,
  { roles: rules }: AdmissionRules,
): Promise<void> {
  const operator = await findOperator(db, "id", id);
  if (!operator) return;
  const { administrator } = rights;
  const makesAdministrators = rules.some(({ gives }) => gives === "administrator");
  if (makesAdministrators && operator.administrator !== administrator) {
    await setAdministrator(db, author, operator, administrator);
  }
  for (const botId of await namedBots(db, rules)) {
    const from = await givenRole(db, botId, id);
    const to = rights.roles.get(botId) ?? null;
    if (from === to) continue;
    if (to) await setRole(db, botId, id, to);
    else await takeRoles(db, id, botId);
    await recordRole(db, author, botId, { for: operator.email, from, to });
  }
  await revokeUncovered(db, id, author);
}

/** The bots that rules name, as far as there are such. */
async function namedBots(db: Transaction<Tables>, rules: readonly RoleRule[]): Promise<string[]> {
  const named = rules.flatMap(({ gives }) => (typeof gives === "string" ? [] : [gives.botId]));
  if (named.length === 0) return [];
  const rows = await db
    .selectFrom("bots")
    .select("botId")
    .where("botId", "in", [...new Set(named)])
    .orderBy("botId")
    .execute();
  return rows.map(({ botId }) => botId);
}
