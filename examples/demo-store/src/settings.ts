import { isCalendarDate } from "./database/calendar-date.ts";
import type { DemoStoreOptions } from "./start-demo-store.ts";

/** The environment cannot be used as it is; the message names the variable and what to set. */
export class SettingsError extends Error {
  override name = "SettingsError";
  readonly code = "invalid_setting";
}

/** Reads the settings of the shop's own process. */
export function readSettings(env: Readonly<Record<string, string | undefined>>): DemoStoreOptions {
  const read = (name: string, isValid: (value: string) => boolean, wanted: string): string => {
    const value = env[name] ?? "";
    if (isValid(value)) return value;
    throw new SettingsError(`${name} is missing or malformed: set it to ${wanted}`);
  };

  const settings: DemoStoreOptions = {
    port: Number(read("PORT", isPort, "a port such as 4500, or 0 for any free one")),
    signingSecret: read("MEETBOT_SIGNING_SECRET", isSecret, "the bot's secret, whsec_…"),
    databaseFile: read("DATABASE_FILE", isPresent, "a path such as shop.sqlite"),
    ...readIdentity(env),
  };
  if (env.HOST !== undefined) {
    settings.host = read("HOST", isHost, "an address of this machine such as 127.0.0.1");
  }
  if (env.LINK_HOST !== undefined) {
    settings.linkHost = read("LINK_HOST", isHost, "a name or address such as localhost");
  }
  if (env.CHAT_URL !== undefined) {
    const url = read("CHAT_URL", isOrigin, "where Meetbot is, such as http://127.0.0.1:4400");
    const botId = read("MEETBOT_BOT_ID", isPresent, "the bot that the pages chat with");
    settings.chat = { url, botId };
  }
  if (env.MEETBOT_PUSH_SECRET !== undefined) {
    const secret = read("MEETBOT_PUSH_SECRET", isSecret, "the bot's push secret, whsec_…");
    const url = read("CHAT_URL", isOrigin, "where Meetbot is, such as http://127.0.0.1:4400");
    const botId = read("MEETBOT_BOT_ID", isPresent, "the bot whose customers are told");
    settings.news = { url, botId, secret };
  }
  if (env.TODAY !== undefined) {
    settings.today = read("TODAY", isCalendarDate, "a date such as 2026-11-24");
  }
  return settings;
}

/** Both or neither: a shop that vouches for nobody needs no identity secret. */
function readIdentity(env: Readonly<Record<string, string | undefined>>) {
  const { MEETBOT_BOT_ID: botId, MEETBOT_IDENTITY_SECRET: secret } = env;
  return botId && secret ? { identity: { botId, secret } } : {};
}

const maxPort = 65_535;

const isPort = (value: string) => /^\d{1,5}$/.test(value) && Number(value) <= maxPort;
const isHost = (value: string) => /^[\w.:-]+$/.test(value);
const isSecret = (value: string) => value.startsWith("whsec_");
const isOrigin = (value: string) =>
  /^https?:[\w./:[\]-]+$/.test(value) && URL.parse(value)?.origin === value;
const isPresent = (value: string) => value !== "";
