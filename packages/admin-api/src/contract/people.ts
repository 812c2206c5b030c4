import { z } from "@hono/zod-openapi";
import { BotPath } from "./bots.ts";
import { adminRoute, jsonAnswer, jsonBody } from "./shape/admin-route.ts";
import {
  Invitation,
  Invited,
  invitationId,
  NewEmail,
  operatorId,
  Role,
} from "./shape/invitations.ts";

/** An operator with a role on the bot. */
const Member = z
  .object({
    operator_id: z.string(),
    name: z.string(),
    email: z.string(),
    role: Role,
    administrator: z.boolean().openapi({ description: "Owns every bot; the role is fixed." }),
  })
  .openapi("Member");

const People = z
  .object({
    members: z.array(Member),
    invitations: z
      .array(Invitation)
      .openapi({ description: "Those that nobody has opened yet; told to owners only." }),
  })
  .openapi("People");

const tags = ["People"];
const owner = { role: "owner", scope: "people:write" } as const;
const PersonPath = BotPath.extend({ operator_id: operatorId });

export const peopleRoutes = {
  listPeople: adminRoute(
    { role: "viewer", scope: "people:read" },
    {
      method: "get",
      path: "/bots/{bot_id}/people",
      "x-meetbot-personal": "none",
      summary: "Who has which role on a bot, and who is invited",
      tags,
      request: { params: BotPath },
      responses: { 200: jsonAnswer(People, "All of them.") },
    },
  ),
  inviteToBot: adminRoute(
    { ...owner, fresh: true },
    {
      method: "post",
      path: "/bots/{bot_id}/invitations",
      "x-meetbot-personal": "none",
      summary: "Invites somebody to a bot; the link is shown this once",
      description:
        "Who is an operator already has the role at once, and needs no link. A new invitation of the same email to the same bot ends the one before.",
      tags,
      request: { params: BotPath, body: jsonBody(z.object({ email: NewEmail, role: Role })) },
      responses: { 201: jsonAnswer(Invited, "The link, or who has the role now.") },
    },
  ),
  revokeInvitation: adminRoute(owner, {
    method: "delete",
    path: "/bots/{bot_id}/invitations/{invitation_id}",
    "x-meetbot-personal": "none",
    summary: "Revokes an invitation: its link opens nothing any more",
    tags,
    request: { params: BotPath.extend({ invitation_id: invitationId }) },
    responses: { 204: { description: "It is revoked." } },
  }),
  changeRole: adminRoute(
    { ...owner, fresh: true },
    {
      method: "put",
      path: "/bots/{bot_id}/people/{operator_id}",
      "x-meetbot-personal": "none",
      summary: "Gives a member another role",
      description: "Invitations that they could not make with it end.",
      tags,
      request: { params: PersonPath, body: jsonBody(z.object({ role: Role })) },
      responses: { 200: jsonAnswer(Member, "The member as they are now.") },
    },
  ),
  removeMember: adminRoute(
    { ...owner, fresh: true },
    {
      method: "delete",
      path: "/bots/{bot_id}/people/{operator_id}",
      "x-meetbot-personal": "none",
      summary: "Takes a member's role; to them the bot does not exist any more",
      tags,
      request: { params: PersonPath },
      responses: { 204: { description: "They have no role on it." } },
    },
  ),
};
