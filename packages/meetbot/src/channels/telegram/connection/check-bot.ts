import { type Fields, idAt, isFields, isTrueAt, listAt, textAt } from "../../fields.ts";
import type { TelegramFailure } from "../api/classify-failure.ts";
import {
  type BotAccess,
  callTelegram,
  isTokenForm,
  type TelegramApi,
} from "../api/telegram-api.ts";
import { neededUpdates, setWebhook, type WebhookSettings } from "./webhook.ts";

/** The checks, in this order: each needs the results of the one before. */
export const botChecks = ["token", "bot", "webhook", "updates", "delivery"] as const;
export type BotCheckName = (typeof botChecks)[number];

/** A problem at Telegram, or between Telegram and this server. */
export type BotProblem =
  /** The text does not have the format of a token; no call was made. */
  | { kind: "token_form" }
  /** A call to Telegram failed; `step` names it. */
  | { kind: "refused"; step: "getMe" | "setWebhook" | "getWebhookInfo"; failure: TelegramFailure }
  | { kind: "no_bot" }
  /** Telegram sends updates elsewhere, as another program uses the same token; `null` if it sends them nowhere. */
  | { kind: "other_webhook"; host: string | null }
  | { kind: "updates_missing"; updates: string[] }
  /** Updates wait, for the last request failed; `message` is how Telegram words it. */
  | { kind: "not_delivered"; waiting: number; at: Date; message: string };

/** A bot's details as Telegram reports them. */
export interface BotFacts {
  botId: string;
  name: string;
  /** Customers find it at `https://t.me/<username>`. */
  username: string;
  /** Strangers can bring it into groups, which it then leaves: @BotFather's /setjoingroups ends that. */
  canJoinGroups: boolean;
  waitingUpdates: number;
  /** Host that received the updates before, if it was a different one. */
  replacedHost: string | null;
}

export type BotCheck =
  | ({ ok: true } & BotFacts)
  /** `at` is the first check that failed; later checks did not run. */
  | { ok: false; at: BotCheckName; problem: BotProblem };

/**
 * Checks that a token belongs to a bot and that its updates arrive here. `connects`: sets the webhook first, replacing
 * any other.
 */
export async function checkBot(
  settings: WebhookSettings,
  access: BotAccess,
  api: TelegramApi,
  { connects }: { connects: boolean },
): Promise<BotCheck> {
  const wrong = (at: BotCheckName, problem: BotProblem): BotCheck => ({ ok: false, at, problem });
  if (!isTokenForm(access.token)) return wrong("token", { kind: "token_form" });
  const me = await callTelegram("getMe", {}, access, api);
  if (!me.ok) return wrong("token", { kind: "refused", step: "getMe", failure: me });
  const bot = fieldsOf(me.result);
  const botId = idAt(bot, "id");
  if (botId === undefined || !isTrueAt(bot, "is_bot")) return wrong("bot", { kind: "no_bot" });

  const before = await callTelegram("getWebhookInfo", {}, access, api);
  if (!before.ok) {
    return wrong("webhook", { kind: "refused", step: "getWebhookInfo", failure: before });
  }
  const set = connects ? await setWebhook(settings, access, api) : before;
  if (!set.ok) return wrong("webhook", { kind: "refused", step: "setWebhook", failure: set });
  const after = connects ? await callTelegram("getWebhookInfo", {}, access, api) : before;
  if (!after.ok) {
    return wrong("webhook", { kind: "refused", step: "getWebhookInfo", failure: after });
  }
  const webhook = fieldsOf(after.result);
  const fault = faultOf(webhook, settings);
  if (fault) return wrong(...fault);
  // Earlier failures belong to the replaced webhook.
  const late = connects ? null : notDelivered(webhook);
  if (late) return wrong("delivery", late);
  return {
    ok: true,
    botId,
    name: textAt(bot, "first_name") ?? "",
    username: textAt(bot, "username") ?? "",
    canJoinGroups: isTrueAt(bot, "can_join_groups"),
    waitingUpdates: countAt(webhook, "pending_update_count"),
    replacedHost: hostElsewhere(fieldsOf(before.result), settings),
  };
}

function faultOf(webhook: Fields, settings: WebhookSettings): [BotCheckName, BotProblem] | null {
  if (textAt(webhook, "url") !== settings.url) {
    return ["webhook", { kind: "other_webhook", host: hostElsewhere(webhook, settings) }];
  }
  // Absent: all that Telegram sends by default, which are more.
  if (!Object.hasOwn(webhook, "allowed_updates")) return null;
  const there = listAt(webhook, "allowed_updates");
  const updates = neededUpdates.filter((update) => !there.includes(update));
  return updates.length > 0 ? ["updates", { kind: "updates_missing", updates }] : null;
}

function notDelivered(webhook: Fields): BotProblem | null {
  const waiting = countAt(webhook, "pending_update_count");
  const atS = countAt(webhook, "last_error_date");
  if (waiting === 0 || atS === 0) return null;
  const message = (textAt(webhook, "last_error_message") ?? "").slice(0, 200);
  return { kind: "not_delivered", waiting, at: new Date(atS * 1000), message };
}

/** Returns only the host: anyone who has the rest of another program's URL can call it. */
function hostElsewhere(webhook: Fields, { url }: WebhookSettings): string | null {
  const there = textAt(webhook, "url") ?? "";
  return there !== url && URL.canParse(there) ? new URL(there).host : null;
}

function countAt(fields: Fields, key: string): number {
  const text = textAt(fields, key) ?? "";
  return /^\d{1,12}$/.test(text) ? Number(text) : 0;
}

function fieldsOf(value: unknown): Fields {
  return isFields(value) ? value : {};
}
