import type { AccountScope, ApiToken } from "./account-data.ts";

/** A route per area that needs no other information. */
const routes: [AccountScope, (botId: string) => string][] = [
  ["bots:read", () => "/bots"],
  ["deliveries:read", (botId) => `/bots/${botId}/deliveries`],
  ["conversations:read", (botId) => `/bots/${botId}/conversations`],
  ["overview:read", (botId) => `/bots/${botId}/overview`],
];

/** Returns a command that calls this server with the token, within its scopes; null if no route is that simple. */
export function toExample(
  { scopes, bot_id }: Pick<ApiToken, "scopes" | "bot_id">,
  token: string,
  origin: string,
): string | null {
  const route = routes.find(([scope]) => scopes.includes(scope))?.[1];
  if (!route) return null;
  return `curl -H "Authorization: Bearer ${token}" \\\n  "${origin}/api/v1${route(bot_id ?? "BOT_ID")}"`;
}
