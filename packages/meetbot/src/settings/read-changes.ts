import type { MenuOffer } from "../model/action.ts";
import type {
  Bot,
  BotChanges,
  IdentityPolicy,
  Locale,
  NumberAlone,
  Welcome,
} from "../model/bot.ts";
import { InvalidSettingError } from "./invalid-setting-error.ts";
import { readOrderNumberFormat } from "./order-number-format.ts";
import { readConversationDays, readDays, refuseLonger } from "./read-days.ts";
import { readLanguages, readMenu, readOrigins } from "./read-lists.ts";
import {
  readAccent,
  readContact,
  readEndpoint,
  readLinkPage,
  readName,
  readPageId,
  readTimeZone,
  readWelcome,
} from "./read-setting.ts";
import { refuseUnspokenLocale } from "./refuse-unspoken-locale.ts";
import type { Retention } from "./retention.ts";

/** Settings as they travel: by the names that operators know, and not read yet. */
export interface GivenSettings {
  name: string;
  page_id: string;
  endpoint: string;
  policy: IdentityPolicy;
  number_alone: NumberAlone;
  order_number: string | null;
  contact: string | null;
  accent: string | null;
  locale: Locale;
  languages: readonly Locale[];
  welcome: Welcome;
  menu: readonly MenuOffer[];
  time_zone: string;
  origins: readonly string[];
  link_page: string | null;
  keep_conversations_days: number;
  keep_deliveries_days: number | null;
  keep_failed_messages_days: number | null;
}

/** Some of them. */
export type GivenChanges = { [Name in keyof GivenSettings]?: GivenSettings[Name] | undefined };

const orNull = <Given, Setting>(value: Given | null, read: (value: Given) => Setting) =>
  value === null ? null : read(value);

const readers: { [Name in keyof GivenSettings]: (value: GivenSettings[Name]) => BotChanges } = {
  name: (value) => ({ name: readName(value) }),
  page_id: (value) => ({ pageId: readPageId(value) }),
  endpoint: (value) => ({ endpoint: readEndpoint(value) }),
  policy: (policy) => ({ policy }),
  number_alone: (numberAlone) => ({ numberAlone }),
  order_number: (value) => ({ orderNumberFormat: orNull(value, readOrderNumberFormat) }),
  contact: (value) => ({ contact: orNull(value, readContact) }),
  accent: (value) => ({ accent: orNull(value, readAccent) }),
  locale: (locale) => ({ locale }),
  languages: (value) => ({ languages: readLanguages(value) }),
  welcome: ({ en, zh }) => ({
    welcome: { en: orNull(en, readWelcome), zh: orNull(zh, readWelcome) },
  }),
  menu: (value) => ({ menu: readMenu(value) }),
  time_zone: (value) => ({ timeZone: readTimeZone(value) }),
  origins: (value) => ({ origins: readOrigins(value) }),
  link_page: (value) => ({ linkPage: orNull(value, readLinkPage) }),
  keep_conversations_days: (days) => ({ keepConversationsDays: readConversationDays(days) }),
  keep_deliveries_days: (days) => ({ keepDeliveriesDays: orNull(days, readDays) }),
  keep_failed_messages_days: (days) => ({ keepFailedMessagesDays: orNull(days, readDays) }),
};

/** Where a setting is wrong, as a JSON Pointer, and why. */
export interface SettingFault {
  pointer: string;
  message: string;
}

/** Reads all settings that are given, together with those that stay, and finds all that is wrong. */
export function readChanges(
  given: GivenChanges,
  stays: Pick<Bot, "locale" | "languages"> & Retention,
): { changes: BotChanges; faults: SettingFault[] } {
  const changes: BotChanges = {};
  const faults: SettingFault[] = [];
  const attempt = (pointer: string, read: () => BotChanges | undefined) => {
    try {
      Object.assign(changes, read());
    } catch (error) {
      if (!(error instanceof InvalidSettingError)) throw error;
      faults.push({ pointer, message: error.message });
    }
  };
  for (const name of Object.keys(readers) as (keyof GivenSettings)[]) {
    const value = given[name];
    const read = readers[name] as (value: unknown) => BotChanges;
    if (value !== undefined) attempt(`/${name}`, () => read(value));
  }
  const all = { ...stays, ...changes };
  const check = (pointer: string, refuse: () => void) =>
    attempt(pointer, () => {
      refuse();
      return undefined;
    });
  check("/locale", () => refuseUnspokenLocale(all));
  check("/keep_deliveries_days", () => refuseLonger(all.keepDeliveriesDays, all));
  check("/keep_failed_messages_days", () => refuseLonger(all.keepFailedMessagesDays, all));
  return { changes, faults };
}
