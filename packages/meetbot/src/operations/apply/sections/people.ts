import {
  type ListedOperator,
  type OneTimeLink,
  type Role,
  roles,
} from "@meetbot/model/operator.ts";
import { isMailAddress } from "@meetbot/protocol";
import { z } from "zod";
import type { PeopleRefusal } from "../../../store/operators/change-people.ts";
import type { SettingStores } from "../../../store/setting-stores.ts";
import { inviteOperator } from "../../console-link.ts";
import { createDeskUpkeep } from "../../desk/desk-upkeep.ts";
import { ConfigRefusedError } from "../form/config-file-error.ts";
import type { Place } from "../form/place.ts";
import { readForm } from "../form/read-form.ts";
import { applyActor, type Planning, type Section } from "../form/section.ts";

const PersonForm = z.object({
  administrator: z.boolean().optional(),
  roles: z.record(z.string(), z.enum(roles)).default({}),
});

type GivenPerson = z.output<typeof PersonForm>;

/** The operators of the console, by email. A person who is not an operator yet gets an invitation. */
export const peopleSection: Section = {
  name: "people",
  async plan(place, planning) {
    if (place.value === undefined) return;
    const { plan, store } = planning;
    const [all, links] = [await store.operators.listAll(), await store.operators.invitations()];
    for (const [email, at] of place.entries()) {
      const given = readPerson(email, at, planning.botIds);
      if (!given) continue;
      const operator = all.find((one) => one.email === email) ?? null;
      const invited = links.filter((one) => one.email === email);
      planPerson({ email, given, at, operator, invited }, planning);
    }
    for (const { email } of all) {
      if (place.at(email).value === undefined) plan.left(`${place.name}.${email}`);
    }
  },
  async export({ store: { operators } }) {
    const people: [string, object][] = (await operators.listAll()).map((one) => [
      one.email,
      exportPerson(one.administrator, one.roles),
    ]);
    const known = new Set(people.map(([email]) => email));
    const invited = Map.groupBy(await operators.invitations(), ({ email }) => email ?? "");
    for (const [email, links] of invited) {
      if (!known.has(email)) people.push([email, exportInvited(links)]);
    }
    return people.length === 0 ? undefined : Object.fromEntries(people.sort());
  },
};

function exportInvited(links: readonly OneTimeLink[]): object {
  const granted = links.flatMap(({ botId, role }) => (botId && role ? [{ botId, role }] : []));
  return exportPerson(
    links.some(({ administrator }) => administrator),
    granted,
  );
}

function exportPerson(administrator: boolean, granted: ListedOperator["roles"]): object {
  if (administrator) return { administrator };
  const sorted = granted.map(({ botId, role }) => [botId, role] as const).sort();
  return { roles: Object.fromEntries(sorted) };
}

function readPerson(email: string, at: Place, botIds: ReadonlySet<string>): GivenPerson | null {
  if (!isMailAddress(email) || email !== email.toLowerCase()) {
    at.fault("People are named by their email, in small letters.");
    return null;
  }
  const given = at.allows(Object.keys(PersonForm.shape)) && readForm(at, PersonForm);
  if (!given) return null;
  const unknown = Object.keys(given.roles).filter((botId) => !botIds.has(botId));
  for (const botId of unknown) {
    at.fault(`There is no bot ${botId}, in this file or on the server.`, ["roles", botId]);
  }
  return unknown.length > 0 ? null : given;
}

interface PlannedPerson {
  email: string;
  given: GivenPerson;
  at: Place;
  /** `null`: they are no operator yet. */
  operator: ListedOperator | null;
  invited: readonly OneTimeLink[];
}

function planPerson(person: PlannedPerson, planning: Planning): void {
  const { given, at, operator, invited } = person;
  const isAdministrator = operator?.administrator ?? invited.some((link) => link.administrator);
  const becomes = given.administrator ?? isAdministrator;
  const roles = Object.entries(given.roles);
  if (becomes && roles.length > 0) {
    at.fault("Administrators own every bot. Take the roles out, or administrator.", ["roles"]);
    return;
  }
  if (!operator && !becomes && roles.length === 0) {
    at.fault("Say what they may do: roles, or administrator: true.");
    return;
  }
  const before = planning.plan.steps.length;
  if (becomes !== isAdministrator) planAdministrator(person, becomes, planning);
  for (const [botId, role] of roles) planRole(person, botId, role, planning);
  if (planning.plan.steps.length === before) planning.plan.same(at.name);
}

function planAdministrator(
  { email, at, operator, invited }: PlannedPerson,
  becomes: boolean,
  planning: Planning,
): void {
  const { plan } = planning;
  const path = `${at.name}.administrator`;
  if (operator) {
    plan.change(path, `${!becomes} → ${becomes}`);
    change(planning, at, (people) => people.setAdministrator(operator.id, becomes));
    return;
  }
  if (becomes) {
    plan.create(path, "invited");
    invite(planning, at, { email, administrator: true });
    return;
  }
  for (const { id } of invited.filter((link) => link.administrator)) {
    plan.change(path, "the invitation is revoked");
    change(planning, at, (people) => people.revokeLink(id, null));
  }
}

function planRole(person: PlannedPerson, botId: string, role: Role, planning: Planning): void {
  const { email, at, operator, invited } = person;
  const { plan } = planning;
  const path = `${at.name}.roles.${botId}`;
  const granted = operator ? operator.roles : invited;
  const current = granted.find((one) => one.botId === botId)?.role;
  if (current === role) return;
  if (operator) plan.compare(path, current ?? undefined, role);
  else plan.create(path, `${JSON.stringify(role)} (invited)`);
  if (operator && current) {
    change(planning, at, (people) => people.changeRole(botId, operator.id, role));
  } else invite(planning, at, { email, grant: { botId, role } });
}

type People = ReturnType<SettingStores["operators"]["as"]>;

function change(
  { plan, store }: Planning,
  at: Place,
  run: (people: People) => Promise<object | PeopleRefusal>,
): void {
  plan.steps.push(async ({ operators }) => {
    const changed = await run(operators.as(author));
    if (typeof changed === "string") throw new ConfigRefusedError(`${at.name}: ${says[changed]}`);
  });
  // Running nodes retry the affected turns by themselves.
  if (plan.calls.some(({ path }) => path === "people")) return;
  plan.calls.push({
    path: "people",
    run: () => createDeskUpkeep({ ...store, wakeWorker() {} }).leaveUnable(),
  });
}

function invite(
  planning: Planning,
  at: Place,
  input: { email: string; administrator?: true; grant?: { botId: string; role: Role } },
): void {
  const { plan, consoleOrigin } = planning;
  plan.steps.push(async ({ operators }) => {
    const invited = await inviteOperator(operators.as(author), consoleOrigin, input);
    if (typeof invited === "string") throw new ConfigRefusedError(`${at.name}: ${says[invited]}`);
    if ("url" in invited) plan.invitations.push({ email: input.email, url: invited.url });
  });
}

/** Anyone with a shell on the server may do everything. */
const author = { operatorId: null, actor: applyActor };

const says: Readonly<Record<PeopleRefusal, string>> = {
  not_allowed: "this is not allowed.",
  nobody: "there is no such person any more.",
  owns_every_bot: "administrators own every bot.",
  last_administrator: "the last administrator stays one. Make somebody else one first.",
  has_role: "they have a role on the bot by now. Run this again.",
  is_operator: "they are an operator by now. Run this again.",
};
