import { operatorRoutes } from "@meetbot/admin-api/contract/operators.ts";
import { inviteOperator, letIn, linkOrigin } from "../../../operations/console-link.ts";
import type { AdminApp } from "../http/admin-app.ts";
import { serializeAuditPage } from "../http/audit-page.ts";
import type { ApiCaller } from "../http/caller.ts";
import { authorOf, type PeopleAreaDeps } from "./people-area.ts";
import { orRefuse } from "./refuse-change.ts";
import { serializeInvitation, serializeInvited, serializeOperator } from "./serialize-people.ts";

/** Everybody who signs in; for administrators. */
export function mountOperators(
  { mount }: AdminApp,
  { operators, ownOrigins, deskUpkeep, exportAudit }: PeopleAreaDeps,
): void {
  const peopleOf = (caller: ApiCaller) => operators.as(authorOf(caller));

  mount(operatorRoutes.listOperators, async (c) => {
    const data = (await operators.listAll()).map(serializeOperator);
    const invitations = (await operators.invitations()).map(serializeInvitation);
    return c.json({ data, invitations }, 200);
  });

  mount(operatorRoutes.inviteOperator, async (c) => {
    const input = c.req.valid("json");
    const people = peopleOf(c.get("caller"));
    const invited = await inviteOperator(people, linkOrigin(ownOrigins), input);
    return c.json(serializeInvited(orRefuse(invited)), 201);
  });

  mount(operatorRoutes.revokeLink, async (c) => {
    const { invitation_id: linkId } = c.req.valid("param");
    orRefuse(await peopleOf(c.get("caller")).revokeLink(linkId, null));
    return c.body(null, 204);
  });

  mount(operatorRoutes.createSignInLink, async (c) => {
    const { operator_id: operatorId } = c.req.valid("param");
    const made = await letIn(peopleOf(c.get("caller")), linkOrigin(ownOrigins), operatorId);
    const { link, url } = orRefuse(made);
    return c.json({ link: url, expires_at: link.expiresAt.toISOString() }, 201);
  });

  mount(operatorRoutes.changeOperator, async (c) => {
    const { operator_id: operatorId } = c.req.valid("param");
    const { administrator } = c.req.valid("json");
    orRefuse(await peopleOf(c.get("caller")).setAdministrator(operatorId, administrator));
    await deskUpkeep.leaveUnable();
    return c.body(null, 204);
  });

  mount(operatorRoutes.removeOperator, async (c) => {
    const { operator_id: operatorId } = c.req.valid("param");
    orRefuse(await peopleOf(c.get("caller")).remove(operatorId));
    await deskUpkeep.leaveUnable();
    return c.body(null, 204);
  });

  mount(operatorRoutes.exportAudit, async (c) => {
    const { after, limit } = c.req.valid("query");
    const entries = await exportAudit(after, limit);
    const data = entries.map(({ botId, at, ...entry }) => ({
      ...{ ...entry, bot_id: botId, at: at.toISOString() },
    }));
    return c.json({ data }, 200);
  });

  mount(operatorRoutes.listOperatorAudit, async (c) => {
    return c.json(await serializeAuditPage(c.req.valid("query"), operators.auditPage), 200);
  });
}
