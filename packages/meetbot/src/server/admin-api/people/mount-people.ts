import { peopleRoutes } from "@meetbot/admin-api/contract/people.ts";
import { inviteOperator, linkOrigin } from "../../../operations/console-link.ts";
import type { AdminApp } from "../http/admin-app.ts";
import { mountOperators } from "./mount-operators.ts";
import { authorOf, type PeopleAreaDeps } from "./people-area.ts";
import { orRefuse } from "./refuse-change.ts";
import { serializeInvitation, serializeInvited, serializeMember } from "./serialize-people.ts";

/** Mounts the routes for people's rights on one bot and on the whole server. */
export function mountPeople(admin: AdminApp, deps: PeopleAreaDeps): void {
  const { mount } = admin;
  const { operators, ownOrigins, deskUpkeep } = deps;
  mountOperators(admin, deps);

  mount(peopleRoutes.listPeople, async (c) => {
    const { bot_id: botId } = c.req.valid("param");
    const members = await operators.membersOf(botId);
    const invitations = c.get("role") === "owner" ? await operators.invitations(botId) : [];
    return c.json(
      { members: members.map(serializeMember), invitations: invitations.map(serializeInvitation) },
      200,
    );
  });

  mount(peopleRoutes.inviteToBot, async (c) => {
    const { email, role } = c.req.valid("json");
    const grant = { botId: c.req.valid("param").bot_id, role };
    const people = operators.as(authorOf(c.get("caller")));
    const invited = await inviteOperator(people, linkOrigin(ownOrigins), { email, grant });
    return c.json(serializeInvited(orRefuse(invited)), 201);
  });

  mount(peopleRoutes.revokeInvitation, async (c) => {
    const { bot_id: botId, invitation_id: linkId } = c.req.valid("param");
    orRefuse(await operators.as(authorOf(c.get("caller"))).revokeLink(linkId, botId));
    return c.body(null, 204);
  });

  mount(peopleRoutes.changeRole, async (c) => {
    const { bot_id: botId, operator_id: operatorId } = c.req.valid("param");
    const people = operators.as(authorOf(c.get("caller")));
    const changed = await people.changeRole(botId, operatorId, c.req.valid("json").role);
    const member = orRefuse(changed);
    await deskUpkeep.leaveUnable();
    return c.json(serializeMember(member), 200);
  });

  mount(peopleRoutes.removeMember, async (c) => {
    const { bot_id: botId, operator_id: operatorId } = c.req.valid("param");
    orRefuse(await operators.as(authorOf(c.get("caller"))).takeRole(botId, operatorId));
    await deskUpkeep.leaveUnable();
    return c.body(null, 204);
  });
}
