import { useQuery } from "@tanstack/react-query";
import type { OutputOf } from "../../api/routes.ts";
import { routeQuery } from "../../api/use-route.ts";

/** A platform that Meetbot can ask itself. */
export type Connector = OutputOf<"GET /connectors">["data"][number];
export type ConnectorField = Connector["fields"][number];
export type ShopConnection = NonNullable<OutputOf<"GET /bots/{bot_id}/connector">["connection"]>;
export type Checked = OutputOf<"POST /connectors/{connector}/check">;
export type Trouble = NonNullable<Checked["trouble"]>;

/** They change with the server's version only. */
export const connectorsQuery = routeQuery(
  "GET /connectors",
  {},
  { staleTime: Number.POSITIVE_INFINITY },
);

/** Queries how a bot's shop is connected; `connection` is null if the shop has its own webhook. */
export const connectionQuery = (botId: string) =>
  routeQuery("GET /bots/{bot_id}/connector", { path: { bot_id: botId } });

/** Returns a platform's name in its own spelling; its short name until that has loaded. */
export function useConnectorTitle(name: string | null): string | null {
  const { data } = useQuery({ ...connectorsQuery, enabled: name !== null });
  return data?.data.find((one) => one.name === name)?.title ?? name;
}
