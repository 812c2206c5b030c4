import { badRequest } from "./api-fault.ts";
import { flag, integer, list, matching, object, oneOf, type TelegramCheck, text } from "./shape.ts";
import type { SimulatedBot } from "./state.ts";

type Params = Record<string, unknown>;

/** All kinds of updates of Bot API 10.1 by name. */
const updateNames = [
  "message edited_message channel_post edited_channel_post business_connection business_message",
  "edited_business_message deleted_business_messages guest_message message_reaction",
  "message_reaction_count inline_query chosen_inline_result callback_query shipping_query",
  "pre_checkout_query purchased_paid_media poll poll_answer my_chat_member chat_member",
  "chat_join_request chat_boost removed_chat_boost managed_bot",
].flatMap((line) => line.split(" "));

/** Telegram sends these only to bots that request them. */
const askedForOnly = new Set(["chat_member", "message_reaction", "message_reaction_count"]);

/** "Ports currently supported for webhooks: 443, 80, 88, 8443"; always https. */
const ports = new Set(["", "443", "80", "88", "8443"]);

const webhookShape = object(
  { url: text({ min: 0, max: 2048 }) },
  {
    secret_token: matching(/^[A-Za-z0-9_-]{1,256}$/, "secret token contains unallowed characters"),
    allowed_updates: list(oneOf(...updateNames), { max: 100 }),
    ...{ max_connections: integer, drop_pending_updates: flag, ip_address: text({ max: 45 }) },
  },
);

/**
 * `setWebhook`: sends all further updates to the URL; an empty URL removes the webhook. Throws an `ApiFault` if the URL
 * is not https or uses a port that Telegram does not call.
 */
export function setWebhook(bot: SimulatedBot, params: Params): true {
  webhookShape(params, "request");
  const url = String(params.url);
  if (url === "") {
    bot.webhook = null;
    return true;
  }
  const { protocol = "", port = "" } = URL.canParse(url) ? new URL(url) : {};
  if (protocol !== "https:") {
    throw badRequest("bad webhook: An HTTPS URL must be provided for webhook");
  }
  if (!ports.has(port)) {
    throw badRequest("bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443");
  }
  const given = (params.allowed_updates ?? []) as string[];
  bot.webhook = {
    url,
    secretToken: String(params.secret_token ?? ""),
    allowedUpdates:
      given.length > 0 ? given : updateNames.filter((name) => !askedForOnly.has(name)),
    maxConnections: Math.min(Math.max(Number(params.max_connections ?? 40), 1), 100),
    ...{ lastError: null, waiting: bot.webhook?.waiting ?? 0 },
  };
  return true;
}

/** `getWebhookInfo`. */
export function webhookInfo({ webhook }: SimulatedBot): Params {
  const info = { url: "", has_custom_certificate: false, pending_update_count: 0 };
  if (!webhook) return info;
  const { url, waiting, lastError, maxConnections, allowedUpdates } = webhook;
  return {
    ...info,
    ...{ url, pending_update_count: waiting, max_connections: maxConnections },
    ...(lastError && {
      last_error_date: Math.floor(lastError.atMs / 1000),
      last_error_message: lastError.message,
    }),
    allowed_updates: allowedUpdates,
  };
}

const language_code = (value: unknown) => {
  if (!/^([a-z]{2})?$/.test(String(value))) throw badRequest("invalid language code specified");
};
const command = object({
  command: matching(/^\/?[a-z0-9_]{1,32}$/, "BOT_COMMAND_INVALID"),
  description: text({ max: 256 }),
});
const inLanguage = { language_code };

const profileShapes: Readonly<Record<string, TelegramCheck>> = {
  setmycommands: object({ commands: list(command, { max: 100 }) }, inLanguage),
  deletemycommands: object({}, inLanguage),
  getmycommands: object({}, inLanguage),
  setmydescription: object({}, { description: text({ min: 0, max: 512 }), ...inLanguage }),
  getmydescription: object({}, inLanguage),
  setmyshortdescription: object(
    {},
    { short_description: text({ min: 0, max: 120 }), ...inLanguage },
  ),
  getmyshortdescription: object({}, inLanguage),
  setchatmenubutton: object(
    {},
    {
      menu_button: object(
        { type: oneOf("commands", "default", "web_app") },
        { text: text({ max: 64 }) },
      ),
    },
  ),
  getchatmenubutton: object({}, { chat_id: integer }),
};

/**
 * Answers the methods that set what a bot shows; returns undefined for any other method. Throws an `ApiFault` if a
 * parameter is wrong.
 */
export function answerProfileCall(bot: SimulatedBot, method: string, params: Params): unknown {
  profileShapes[method]?.(params, "request");
  const language = String(params.language_code ?? "");
  const put = <Value>(texts: Map<string, Value>, value: Value, isNone: boolean) => {
    if (isNone) texts.delete(language);
    else texts.set(language, value);
    return true;
  };
  const { commands, descriptions, shortDescriptions } = bot;
  const description = String(params.description ?? "");
  const short = String(params.short_description ?? "");
  switch (method) {
    case "setmycommands": {
      const given = params.commands as unknown[];
      return put(commands, given, given.length === 0);
    }
    case "deletemycommands":
      return put(commands, [], true);
    case "getmycommands":
      return commands.get(language) ?? [];
    case "setmydescription":
      return put(descriptions, description, description === "");
    case "getmydescription":
      return { description: descriptions.get(language) ?? "" };
    case "setmyshortdescription":
      return put(shortDescriptions, short, short === "");
    case "getmyshortdescription":
      return { short_description: shortDescriptions.get(language) ?? "" };
    case "setchatmenubutton":
      bot.menuButton = params.menu_button ?? { type: "default" };
      return true;
    case "getchatmenubutton":
      return bot.menuButton;
  }
}
