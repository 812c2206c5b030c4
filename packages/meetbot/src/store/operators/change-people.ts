import type { Author, Member, OneTimeLink, Operator, Role } from "@meetbot/model/operator.ts";
import { type Kysely, sql, type Transaction } from "kysely";
import { isStorable } from "../../platform/postgres/is-storable.ts";
import type { Tables } from "../../platform/postgres/tables.ts";
import { findMember, findOperator, givenRole } from "./find-operator.ts";
import { grantRights, setAdministrator, setRole, takeRoles } from "./grant-rights.ts";
import { createLink } from "./one-time-links.ts";
import { record, recordLink, recordRole } from "./record-people.ts";
import { replaceInvitations, revokeLink, revokeUncovered } from "./revoke-links.ts";

/**
 * Why a change to operators or members is refused. `not_allowed`: its author may not, or may no longer; `nobody`: there
 * is no such person or link; `has_role`: they are a member already, and `is_operator` likewise.
 */
export type PeopleRefusal =
  | "not_allowed"
  | "nobody"
  | "owns_every_bot"
  | "last_administrator"
  | "has_role"
  | "is_operator";

export interface InvitationInput {
  token: string;
  livesForS: number;
  email: string;
  administrator?: boolean;
  /** The role that the link grants. */
  grant?: { botId: string; role: Role };
}

/** The outcome of an invitation: existing operators get the role at once, others get a link. */
export type Invited = { given: Operator } | { link: OneTimeLink };

export function createPeopleChanges(everything: Kysely<Tables>, author: Author) {
  const inTurn = <Result>(
    botId: string | null,
    ids: string[],
    change: (db: Transaction<Tables>) => Promise<Result | PeopleRefusal>,
  ) => takeTurn(everything, author, { botId, ids }, change);

  return {
    invite: (input: InvitationInput): Promise<Invited | PeopleRefusal> =>
      inTurn(input.grant?.botId ?? null, [input.email], (db) => invite(db, author, input)),

    /** Creates a link with which an operator signs in once; deletes the earlier links for that operator. */
    makeSignInLink: (
      operatorId: string,
      link: { token: string; livesForS: number },
    ): Promise<OneTimeLink | PeopleRefusal> =>
      inTurn(null, [operatorId], async (db) => {
        if (!(await findOperator(db, "id", operatorId))) return "nobody";
        await db.deleteFrom("oneTimeLinks").where("operatorId", "=", operatorId).execute();
        const made = await createLink(db, { ...link, ...signed(author), operatorId });
        await recordLink(db, author, "link_created", made);
        return made;
      }),

    /** Revokes an invitation to a bot; with `null`, any link. */
    revokeLink: (linkId: string, botId: string | null): Promise<OneTimeLink | PeopleRefusal> =>
      inTurn(botId, [linkId], async (db) => {
        const link = await revokeLink(db, linkId, botId);
        if (!link) return "nobody";
        await recordLink(db, author, "link_revoked", link);
        return link;
      }),

    changeRole: (botId: string, operatorId: string, role: Role): Promise<Member | PeopleRefusal> =>
      inTurn(botId, [operatorId], async (db) => {
        const member = await findMember(db, botId, operatorId);
        if (typeof member === "string" || member.role === role) return member;
        await setRole(db, botId, operatorId, role);
        await recordRole(db, author, botId, { for: member.email, from: member.role, to: role });
        await revokeUncovered(db, operatorId, author);
        return { ...member, role };
      }),

    takeRole: (botId: string, operatorId: string): Promise<Member | PeopleRefusal> =>
      inTurn(botId, [operatorId], async (db) => {
        const member = await findMember(db, botId, operatorId);
        if (typeof member === "string") return member;
        await takeRoles(db, operatorId, botId);
        await recordRole(db, author, botId, { for: member.email, from: member.role, to: null });
        await revokeUncovered(db, operatorId, author);
        return member;
      }),

    setAdministrator: (
      operatorId: string,
      administrator: boolean,
    ): Promise<Operator | PeopleRefusal> =>
      inTurn(null, [operatorId], async (db) => {
        const operator = await findOperator(db, "id", operatorId);
        if (!operator) return "nobody";
        if (operator.administrator === administrator) return operator;
        if (!administrator && (await isLastAdministrator(db))) return "last_administrator";
        await setAdministrator(db, author, operator, administrator);
        await revokeUncovered(db, operatorId, author);
        return { ...operator, administrator };
      }),

    /** Removes an operator with their sessions, passkeys, tokens, roles and links. */
    remove: (operatorId: string): Promise<Operator | PeopleRefusal> =>
      inTurn(null, [operatorId], async (db) => {
        const operator = await findOperator(db, "id", operatorId);
        if (!operator) return "nobody";
        const { administrator, email } = operator;
        if (administrator && (await isLastAdministrator(db))) return "last_administrator";
        if (administrator) await setAdministrator(db, author, operator, false);
        await takeRoles(db, operatorId);
        // For the audit: all that is theirs would go with them anyway.
        await revokeUncovered(db, operatorId, author);
        await db.deleteFrom("operators").where("id", "=", operatorId).execute();
        await record(db, author.actor, "operator_removed", { for: email });
        return operator;
      }),
  };
}

/** Changes who may do what. Each change is atomic, runs after the previous one, and is recorded in the audit log. */
export type PeopleChanges = ReturnType<typeof createPeopleChanges>;

/**
 * One change of people after the other, as long as its author may do it at that moment: of two that
 * each leave an administrator, both together could leave none.
 */
async function takeTurn<Result>(
  db: Kysely<Tables>,
  { operatorId }: Author,
  { botId, ids }: { botId: string | null; ids: string[] },
  change: (db: Transaction<Tables>) => Promise<Result | PeopleRefusal>,
): Promise<Result | PeopleRefusal> {
  if (![...ids, botId ?? ""].every(isStorable)) return "nobody";
  return db.transaction().execute(async (db) => {
    await sql`lock table bot_members in share row exclusive mode`.execute(db);
    return (await mayChange(db, operatorId, botId)) ? change(db) : "not_allowed";
  });
}

async function mayChange(
  db: Transaction<Tables>,
  operatorId: string | null,
  botId: string | null,
): Promise<boolean> {
  if (operatorId === null) return true;
  if ((await findOperator(db, "id", operatorId))?.administrator) return true;
  return botId !== null && (await givenRole(db, botId, operatorId)) === "owner";
}

async function invite(
  db: Transaction<Tables>,
  author: Author,
  input: InvitationInput,
): Promise<Invited | PeopleRefusal> {
  const { administrator = false, grant } = input;
  const email = input.email.toLowerCase();
  const known = await findOperator(db, "email", email);
  if (known?.administrator) return "owns_every_bot";
  if (known && grant && !administrator && (await givenRole(db, grant.botId, known.id)))
    return "has_role";
  if (known && !administrator && !grant) return "is_operator";
  await replaceInvitations(db, { email, botId: grant?.botId ?? null });
  if (known) {
    await grantRights(db, author, known, { administrator, grant: grant ?? null });
    return { given: { ...known, administrator } };
  }
  const link = await createLink(db, { ...input, ...signed(author), email });
  await recordLink(db, author, "link_created", link);
  return { link };
}

const signed = ({ actor, operatorId }: Author) => ({ createdBy: actor, creatorId: operatorId });

async function isLastAdministrator(db: Transaction<Tables>): Promise<boolean> {
  const all = await db
    .selectFrom("operators")
    .select("id")
    .where("administrator", "=", true)
    .execute();
  return all.length === 1;
}
