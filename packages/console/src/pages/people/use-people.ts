import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api } from "../../api/api.ts";
import type { OutputOf } from "../../api/routes.ts";
import { useRoute } from "../../api/use-route.ts";

export type People = OutputOf<"GET /bots/{bot_id}/people">;
export type BotMember = People["members"][number];
export type MemberRole = BotMember["role"];

/** Who has which role on a bot, and all that changes it. */
export function usePeople(botId: string) {
  const queries = useQueryClient();
  const path = { bot_id: botId };
  const people = useRoute("GET /bots/{bot_id}/people", { path });
  // The operator's own permissions may have changed.
  const renew = () =>
    Promise.all([
      queries.invalidateQueries({ queryKey: ["bots"] }),
      queries.invalidateQueries({ queryKey: ["me"] }),
      queries.invalidateQueries({ queryKey: ["operators"] }),
    ]);
  const change = useMutation({
    mutationFn: ({ member, role }: { member: BotMember; role: MemberRole }) =>
      api("PUT /bots/{bot_id}/people/{operator_id}", {
        path: { ...path, operator_id: member.operator_id },
        body: { role },
      }),
    onSettled: renew,
  });
  const remove = useMutation({
    mutationFn: ({ operator_id }: BotMember) =>
      api("DELETE /bots/{bot_id}/people/{operator_id}", { path: { ...path, operator_id } }),
  });
  const invite = async (email: string, role: MemberRole) => {
    const invited = await api("POST /bots/{bot_id}/invitations", { path, body: { email, role } });
    void renew();
    return invited;
  };
  const revoke = async (invitation_id: string) => {
    const at = { ...path, invitation_id };
    await api("DELETE /bots/{bot_id}/invitations/{invitation_id}", { path: at });
    await renew();
  };
  return { people, change, remove, invite, revoke, renew };
}
