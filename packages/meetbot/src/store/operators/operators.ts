import { randomBytes } from "node:crypto";
import type { Kysely } from "kysely";
import type {
  ApiToken,
  Author,
  ListedOperator,
  Member,
  OneTimeLink,
  Operator,
  OperatorAction,
  OperatorAuditEntry,
  Role,
} from "../../model/operator.ts";
import type { LookupKey } from "../../secrets/lookup-key.ts";
import { isStorable } from "../postgres/is-storable.ts";
import type { Tables } from "../postgres/tables.ts";
import { findApiToken } from "./api-tokens.ts";
import { createPeopleChanges, type PeopleChanges } from "./change-people.ts";
import { operatorColumns as columns, findOperator, givenRole } from "./find-operator.ts";
import { giveRights, setRole } from "./give-rights.ts";
import { listOperators, membersOf, pendingInvitations } from "./list-people.ts";
import {
  claimLink,
  createLink,
  findLink,
  type LinkNames,
  type NewLink,
  namesOfLink,
} from "./one-time-links.ts";
import { type OperatorAuditPageRequest, pageOfRecords, record } from "./record-people.ts";
import { giveBackTry, reserveTry } from "./sign-in-failures.ts";

/** Who signs in, and who may do what. Sessions and passwords are better-auth's, on the same tables. */
export interface Operators {
  /** For better-auth. */
  database: Kysely<Tables>;
  count(): Promise<number>;
  list(): Promise<Operator[]>;
  find(operatorId: string): Promise<Operator | null>;
  findByEmail(email: string): Promise<Operator | null>;
  /** The role on a bot; `null`: none, or there is no such bot. Administrators own every bot. */
  roleOn(botId: string, operator: Pick<Operator, "id" | "administrator">): Promise<Role | null>;
  rolesOf(operatorId: string): Promise<{ botId: string; role: Role }[]>;
  giveRole(botId: string, operatorId: string, role: Role): Promise<void>;
  /** Gives an operator what the link gives that they opened. */
  giveByLink(link: OneTimeLink, operatorId: string): Promise<void>;
  /** Who has a role on a bot, administrators included. */
  membersOf(botId: string): Promise<Member[]>;
  /** Everybody who signs in, with what they may do. */
  listAll(): Promise<ListedOperator[]>;
  /** Invitations that nobody has opened yet: to one bot, or all of them. */
  invitations(botId?: string): Promise<OneTimeLink[]>;
  /** Changes who may do what, in somebody's name. */
  as(author: Author): PeopleChanges;
  /** An operator who signs in by one-time links, until they choose a password or a passkey. */
  create(operator: Omit<Operator, "id">): Promise<Operator>;
  createLink(link: NewLink): Promise<OneTimeLink>;
  /** The link that a token opens, as long as it lives. */
  findLink(token: string): Promise<OneTimeLink | null>;
  namesOfLink(linkId: string): Promise<LinkNames>;
  /** As {@link findLink}, and nobody opens it again. */
  claimLink(token: string): Promise<OneTimeLink | null>;
  /** The API token that lives; it is noted as used. */
  findApiToken(token: string): Promise<ApiToken | null>;
  /** Counts a try of a password as a wrong one; `null`: there were too many for this email. */
  reserveTry(email: string): Promise<string | null>;
  /** It was no wrong one. */
  giveBackTry(failureId: string): Promise<void>;
  record(
    actor: string,
    action: OperatorAction,
    detail: OperatorAuditEntry["detail"],
  ): Promise<void>;
  auditPage(wish: OperatorAuditPageRequest): Promise<OperatorAuditEntry[]>;
}

export function createOperators(db: Kysely<Tables>, emailKey: LookupKey): Operators {
  return {
    database: db,
    async count() {
      const { count } = await db
        .selectFrom("operators")
        .select(({ fn }) => fn.countAll<string>().as("count"))
        .executeTakeFirstOrThrow();
      return Number(count);
    },
    list: () => db.selectFrom("operators").select(columns).orderBy("createdAt").execute(),
    find: (operatorId) => findOperator(db, "id", operatorId),
    findByEmail: (email) => findOperator(db, "email", email.toLowerCase()),
    async roleOn(botId, { id, administrator }) {
      if (!isStorable(botId)) return null;
      if (administrator) return (await botExists(db, botId)) ? "owner" : null;
      return givenRole(db, botId, id);
    },
    rolesOf: (operatorId) =>
      db
        .selectFrom("botMembers")
        .select(["botId", "role"])
        .where("operatorId", "=", operatorId)
        .orderBy("botId")
        .execute(),
    giveRole: (botId, operatorId, role) => setRole(db, botId, operatorId, role),
    giveByLink: (link, operatorId) => giveByLink(db, link, operatorId),
    membersOf: (botId) => membersOf(db, botId),
    listAll: () => listOperators(db),
    invitations: (botId) => pendingInvitations(db, botId),
    as: (author) => createPeopleChanges(db, author),
    async create(operator) {
      const id = `op_${randomBytes(12).toString("hex")}`;
      const row = { id, ...operator, email: operator.email.toLowerCase() };
      return db.insertInto("operators").values(row).returning(columns).executeTakeFirstOrThrow();
    },
    createLink: (link) => createLink(db, link),
    findLink: (token) => findLink(db, token),
    namesOfLink: (linkId) => namesOfLink(db, linkId),
    claimLink: (token) => claimLink(db, token),
    findApiToken: (token) => findApiToken(db, token),
    reserveTry: (email) => reserveTry(db, emailKey(email.toLowerCase())),
    giveBackTry: (failureId) => giveBackTry(db, failureId),
    record: (actor, action, detail) => record(db, actor, action, detail),
    auditPage: (wish) => pageOfRecords(db, wish),
  };
}

async function giveByLink(
  db: Kysely<Tables>,
  { createdBy: actor, administrator, botId, role }: OneTimeLink,
  operatorId: string,
): Promise<void> {
  const operator = await findOperator(db, "id", operatorId);
  if (!operator) return;
  const grant = botId && role ? { botId, role } : null;
  await db
    .transaction()
    .execute((db) => giveRights(db, { actor }, operator, { administrator, grant }));
}

async function botExists(db: Kysely<Tables>, botId: string): Promise<boolean> {
  const query = db.selectFrom("bots").select("botId").where("botId", "=", botId);
  return (await query.executeTakeFirst()) !== undefined;
}
