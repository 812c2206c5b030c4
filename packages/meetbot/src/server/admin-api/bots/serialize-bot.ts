import { toPublic } from "@meetbot/admin-api/settings/to-public.ts";
import type { Bot, NewBotSecrets } from "@meetbot/model/bot/bot.ts";
import type { Rank } from "@meetbot/model/operator.ts";
import type { EndpointHealth } from "@meetbot/model/shop/endpoint-health.ts";
import { inEachLanguage, say } from "@meetbot/presentation";
import { scopesOf } from "../http/rights.ts";

/** Returns a bot as the admin API sends it to a caller with a role on it. */
export function serializeBot(bot: Bot, role: Rank, { failingSince, stopped }: EndpointHealth) {
  return {
    ...toPublic(bot),
    default_welcome: inEachLanguage((locale) => say(locale, "welcome", { bot: bot.name })),
    endpoint_health: {
      failing_since: failingSince?.toISOString() ?? null,
      stopped_for: stopped?.for ?? null,
      stopped_at: stopped?.at.toISOString() ?? null,
    },
    role,
    scopes: [...scopesOf(role)],
  };
}

/** Returns a bot that was just created, with the secrets that are shown only this once. */
export function serializeCreated(
  bot: Bot,
  { signingSecret, identitySecret, pushSecret }: Required<NewBotSecrets>,
  health: EndpointHealth,
) {
  return {
    bot: serializeBot(bot, "owner", health),
    signing_secret: signingSecret,
    identity_secret: identitySecret,
    push_secret: pushSecret,
  };
}

/** Returns a bot as the admin API sends it to an agent: what is needed to answer its customers, without settings. */
export function serializeForAgent(bot: Bot) {
  const { bot_id, name, languages, time_zone, keep_conversations_days, demo } = toPublic(bot);
  const role = "agent" as const;
  const scopes = [...scopesOf(role)];
  return { bot_id, name, languages, time_zone, keep_conversations_days, demo, role, scopes };
}
