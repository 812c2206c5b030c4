import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api } from "../../api/api.ts";
import type { OutputOf } from "../../api/routes.ts";
import { useRoute } from "../../api/use-route.ts";

export type Operator = OutputOf<"GET /operators">["data"][number];

/** Everybody who signs in, and all that changes that. */
export function useOperators() {
  const queries = useQueryClient();
  const operators = useRoute("GET /operators", {});
  const renew = () =>
    Promise.all(
      ["operators", "bots", "me"].map((key) => queries.invalidateQueries({ queryKey: [key] })),
    );
  const change = useMutation({
    mutationFn: ({ operator_id, administrator }: Operator) =>
      api("PATCH /operators/{operator_id}", {
        path: { operator_id },
        body: { administrator: !administrator },
      }),
    onSettled: renew,
  });
  const remove = useMutation({
    mutationFn: ({ operator_id }: Operator) =>
      api("DELETE /operators/{operator_id}", { path: { operator_id } }),
    onSettled: renew,
  });
  const letIn = useMutation({
    mutationFn: ({ operator_id }: Operator) =>
      api("POST /operators/{operator_id}/link", { path: { operator_id } }),
    onSettled: renew,
  });
  const invite = async (email: string, administrator: boolean) => {
    const invited = await api("POST /operators/invitations", { body: { email, administrator } });
    void renew();
    return invited;
  };
  const revoke = async (invitation_id: string) => {
    await api("DELETE /operators/invitations/{invitation_id}", { path: { invitation_id } });
    await renew();
  };
  return { operators, change, remove, letIn, invite, revoke };
}
