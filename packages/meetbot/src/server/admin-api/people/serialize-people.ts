import type { ListedOperator, Member, OneTimeLink } from "@meetbot/model/operator.ts";
import type { ShownLink } from "../../../operations/console-link.ts";

export function serializeMember({ id, name, email, role, administrator }: Member) {
  return { operator_id: id, name, email, role, administrator };
}

export function serializeInvitation(link: OneTimeLink) {
  return {
    invitation_id: link.id,
    email: link.email ?? "",
    bot_id: link.botId,
    role: link.role,
    administrator: link.administrator,
    created_by: link.createdBy,
    created_at: link.createdAt.toISOString(),
    expires_at: link.expiresAt.toISOString(),
  };
}

/** Returns an invitation with its link, which is shown only once, or the person who needed no invitation. */
export function serializeInvited(
  invited: ShownLink | { given: { id: string; name: string; email: string } },
) {
  if ("given" in invited) {
    const { id, name, email } = invited.given;
    return { invitation: null, link: null, given_to: { operator_id: id, name, email } };
  }
  return { invitation: serializeInvitation(invited.link), link: invited.url, given_to: null };
}

export function serializeOperator({ id, createdAt, signedInAt, roles, ...who }: ListedOperator) {
  return {
    operator_id: id,
    ...who,
    created_at: createdAt.toISOString(),
    signed_in_at: signedInAt?.toISOString() ?? null,
    roles: roles.map(({ botId, role }) => ({ bot_id: botId, role })),
  };
}
