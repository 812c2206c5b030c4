import { api } from "../../api/api.ts";
import type { InputOf, OutputOf } from "../../api/routes.ts";
import { routeQuery, useChange } from "../../api/use-route.ts";

export type BotDesk = OutputOf<"GET /bots/{bot_id}/bridge">;
export type HelpDesk = NonNullable<BotDesk["bridge"]>;
export type HelpDeskKind = HelpDesk["kind"];
export type DeskWishes = NonNullable<InputOf<"PUT /bots/{bot_id}/bridge">["body"]>;
export type SetDesk = OutputOf<"PUT /bots/{bot_id}/bridge">;

/** A help desk field that an operator types; all but secrets are shown as typed. */
export interface Field {
  name: FieldName;
  type: "text" | "email" | "url" | "secret";
  /** It may be left out. */
  isOptional?: true;
}
export type FieldName = "email" | "url" | "account" | "inbox" | "token" | "secret" | "identity";

/** The connection fields of each help desk, as `bridges/kinds` reads them. */
export const fieldsOf: Record<HelpDeskKind, readonly Field[]> = {
  email: [{ name: "email", type: "email" }],
  chatwoot: [
    { name: "url", type: "url" },
    { name: "account", type: "text" },
    { name: "inbox", type: "text" },
    { name: "token", type: "secret" },
    { name: "secret", type: "secret" },
    { name: "identity", type: "secret", isOptional: true },
  ],
};

/** In the order in which they are offered. */
export const kinds = Object.keys(fieldsOf) as readonly HelpDeskKind[];

/** Refetch interval: the help desk may fail or recover while the operator watches. */
const lookAgainMs = 15_000;

export const deskQuery = (botId: string) =>
  routeQuery(
    "GET /bots/{bot_id}/bridge",
    { path: { bot_id: botId } },
    { refetchInterval: lookAgainMs, staleTime: 0 },
  );

/** Changes a bot's help desk, then reloads it. */
export function useDeskChange<Input, Output>(
  botId: string,
  change: (input: Input) => Promise<Output>,
) {
  return useChange(change, deskQuery(botId).queryKey);
}

/** Sets the given fields and leaves the rest unchanged. */
export const useSetDesk = (botId: string) =>
  useDeskChange(botId, (body: DeskWishes) =>
    api("PUT /bots/{bot_id}/bridge", { path: { bot_id: botId }, body }),
  );
