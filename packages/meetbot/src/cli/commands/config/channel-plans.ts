import { telegramAt } from "../../../channels/telegram/api/telegram-api.ts";
import type { Config } from "../../../config.ts";
import type { ChannelPlan } from "../../../operations/apply/form/section.ts";
import { createMessengerPlan } from "../../../operations/channels/messenger/create-messenger-plan.ts";
import { createTelegramPlan } from "../../../operations/channels/telegram/create-telegram-plan.ts";
import { graphOf } from "../channel/messenger-connect.ts";

/** All channels that a config file can hold; one more is a line. */
export function channelPlans({
  publicUrl,
  telegramUrl,
}: Pick<Config, "publicUrl" | "telegramUrl">): ChannelPlan[] {
  const telegram = { api: telegramAt(telegramUrl ?? undefined), publicUrl };
  return [createMessengerPlan(graphOf()), createTelegramPlan(telegram)];
}
