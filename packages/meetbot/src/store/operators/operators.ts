import { randomBytes } from "node:crypto";
import type {
  Author,
  OneTimeLink,
  Operator,
  OperatorAction,
  OperatorAuditEntry,
  OperatorNames,
  Role,
} from "@meetbot/model/operator.ts";
import type { Kysely } from "kysely";
import { isStorable } from "../../platform/postgres/is-storable.ts";
import type { Tables } from "../../platform/postgres/tables.ts";
import type { LookupKey } from "../../secrets/lookup-key.ts";
import { findApiToken } from "./api-tokens.ts";
import { createPeopleChanges, type PeopleChanges } from "./change-people.ts";
import { operatorColumns as columns, findOperator, givenRole } from "./find-operator.ts";
import { grantRights, setRole } from "./grant-rights.ts";
import { listOperators, membersOf, pendingInvitations } from "./list-people.ts";
import {
  claimLink,
  createLink,
  endSetUp,
  findLink,
  isOfServer,
  type NewLink,
  namesOfLink,
  reserveForSetUp,
} from "./one-time-links.ts";
import { listPasskeys } from "./passkeys.ts";
import { type OperatorAuditPageRequest, pageOfRecords, record } from "./record-people.ts";
import { passAsKnown, refundTry, reserveTry } from "./sign-in-failures.ts";

export function createOperators(db: Kysely<Tables>, emailKey: LookupKey) {
  return {
    /** For better-auth. */
    database: db,
    async count(): Promise<number> {
      const { count } = await db
        .selectFrom("operators")
        .select(({ fn }) => fn.countAll<string>().as("count"))
        .executeTakeFirstOrThrow();
      return Number(count);
    },
    list: (): Promise<Operator[]> =>
      db.selectFrom("operators").select(columns).orderBy("createdAt").execute(),
    find: (operatorId: string) => findOperator(db, "id", operatorId),
    findByEmail: (email: string) => findOperator(db, "email", email.toLowerCase()),
    /** Returns the names that operators and customers see; `publicName` is `null` if the operator chose none. */
    namesOf: (operatorId: string): Promise<OperatorNames | undefined> =>
      db
        .selectFrom("operators")
        .select(["name", "publicName"])
        .where("id", "=", operatorId)
        .executeTakeFirst(),
    /** Returns the role on a bot; `null` if there is none or the bot does not exist. Administrators own every bot. */
    async roleOn(
      botId: string,
      { id, administrator }: Pick<Operator, "id" | "administrator">,
    ): Promise<Role | null> {
      if (!isStorable(botId)) return null;
      if (administrator) return (await botExists(db, botId)) ? "owner" : null;
      return givenRole(db, botId, id);
    },
    rolesOf: (operatorId: string): Promise<{ botId: string; role: Role }[]> =>
      db
        .selectFrom("botMembers")
        .select(["botId", "role"])
        .where("operatorId", "=", operatorId)
        .orderBy("botId")
        .execute(),
    grantRole: (botId: string, operatorId: string, role: Role) =>
      setRole(db, botId, operatorId, role),
    /** Grants an operator the rights of the link that they opened. */
    grantByLink: (link: OneTimeLink, operatorId: string) => grantByLink(db, link, operatorId),
    /** Who has a role on a bot, administrators included. */
    membersOf: (botId: string) => membersOf(db, botId),
    /** Returns all operators with their rights. */
    listAll: () => listOperators(db),
    /** Returns invitations that nobody has opened yet, to one bot or to all. */
    invitations: (botId?: string) => pendingInvitations(db, botId),
    /** Returns functions that change operators' rights in the author's name. */
    as: (author: Author): PeopleChanges => createPeopleChanges(db, author),
    /** An operator who signs in by one-time links, until they choose a password or a passkey. */
    async create(operator: Omit<Operator, "id">): Promise<Operator> {
      const id = `op_${randomBytes(12).toString("hex")}`;
      const row = { id, ...operator, email: operator.email.toLowerCase() };
      return db.insertInto("operators").values(row).returning(columns).executeTakeFirstOrThrow();
    },
    createLink: (link: NewLink) => createLink(db, link),
    /** The link that a token opens, as long as it lives. */
    findLink: (token: string) => findLink(db, token),
    namesOfLink: (linkId: string) => namesOfLink(db, linkId),
    /** Checks whether a link was created on the server itself, not by an operator. */
    isOfServer: (linkId: string) => isOfServer(db, linkId),
    /** Like {@link findLink}, but the link cannot be opened again. */
    claimLink: (token: string, operatorId: string | null) => claimLink(db, token, operatorId),
    /** Lets the operator created by a claimed link open it again until {@link endSetUp}. */
    reserveForSetUp: (token: string, link: OneTimeLink, operator: { id: string; email: string }) =>
      reserveForSetUp(db, token, link, operator),
    endSetUp: (operatorId: string) => endSetUp(db, operatorId),
    countPasskeys: async (operatorId: string) => (await listPasskeys(db, operatorId)).length,
    /** Returns the valid API token and records its use. */
    findApiToken: (token: string) => findApiToken(db, token),
    /** Counts a try of a password as a wrong one; `null`: there were too many for this email. */
    reserveTry: (email: string) => reserveTry(db, emailKey(email.toLowerCase())),
    /** It was no wrong one. */
    refundTry: (failureId: string) => refundTry(db, failureId),
    /** Takes as long for an unknown email as recording a wrong password for a known one. */
    passAsKnown: (failureId: string) => passAsKnown(db, failureId),
    record: (actor: string, action: OperatorAction, detail: OperatorAuditEntry["detail"]) =>
      record(db, actor, action, detail),
    auditPage: (request: OperatorAuditPageRequest) => pageOfRecords(db, request),
  };
}

/** The operators, their sign-ins and rights. Sessions and passwords are better-auth's, on the same tables. */
export type Operators = ReturnType<typeof createOperators>;

async function grantByLink(
  db: Kysely<Tables>,
  { createdBy: actor, administrator, botId, role }: OneTimeLink,
  operatorId: string,
): Promise<void> {
  const operator = await findOperator(db, "id", operatorId);
  if (!operator) return;
  const grant = botId && role ? { botId, role } : null;
  await db
    .transaction()
    .execute((db) => grantRights(db, { actor }, operator, { administrator, grant }));
}

async function botExists(db: Kysely<Tables>, botId: string): Promise<boolean> {
  const query = db.selectFrom("bots").select("botId").where("botId", "=", botId);
  return (await query.executeTakeFirst()) !== undefined;
}
