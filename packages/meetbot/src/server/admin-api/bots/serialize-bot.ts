import { inEachLanguage, say } from "@meetbot/presentation";
import type { Bot } from "../../../model/bot/bot.ts";
import type { Role } from "../../../model/operator.ts";
import type { EndpointHealth } from "../../../model/shop/endpoint-health.ts";
import { toPublic } from "../../../settings/to-public.ts";

/** A bot as the admin API tells it to somebody with a role on it. */
export function serializeBot(bot: Bot, role: Role, { failingSince, stopped }: EndpointHealth) {
  return {
    ...toPublic(bot),
    default_welcome: inEachLanguage((locale) => say(locale, "welcome", { bot: bot.name })),
    endpoint_health: {
      failing_since: failingSince?.toISOString() ?? null,
      stopped_for: stopped?.for ?? null,
      stopped_at: stopped?.at.toISOString() ?? null,
    },
    role,
  };
}
