import type { OwnersSetting } from "@meetbot/admin-api/settings/settings.ts";
import type { Bot } from "./bot.ts";

/**
 * All settings that need an owner; an incomplete list does not compile. The server requires an owner for them, whatever
 * the console shows.
 */
const ownersSettings: Record<OwnersSetting, true> = {
  page_id: true,
  endpoint: true,
  policy: true,
  number_alone: true,
  link_page: true,
  language_model: true,
  origin_push: true,
  origin_push_networks: true,
  keep_conversations_days: true,
  keep_deliveries_days: true,
  keep_failed_messages_days: true,
};

/** Checks whether an operator with this role may change a setting. */
export function mayChange(role: Bot["role"], setting: keyof Bot): boolean {
  if (role === "viewer") return false;
  return role === "owner" || !Object.hasOwn(ownersSettings, setting);
}
