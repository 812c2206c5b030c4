import { isFields, listAt, textAt } from "../../fields.ts";
import type { TelegramFailure } from "../api/classify-failure.ts";
import {
  type BotAccess,
  callTelegram,
  type TelegramAnswer,
  type TelegramApi,
} from "../api/telegram-api.ts";
import type { ProfileTexts, TelegramProfile } from "./profile.ts";

/** The parts of a profile, by Telegram's names. */
export const profileParts = [
  "commands",
  "description",
  "short_description",
  "menu_button",
] as const;
export type ProfilePart = (typeof profileParts)[number];

export type ProfileComparison = { ok: true; differing: ProfilePart[] } | TelegramFailure;

/** Fetches the profile from Telegram and returns the parts that differ from the wanted one in any language. */
export async function compareProfile(
  wanted: TelegramProfile,
  access: BotAccess,
  api: TelegramApi,
): Promise<ProfileComparison> {
  const differing = new Set<ProfilePart>();
  for (const { part, method, parameters, isAsWanted } of questions(wanted)) {
    const answer: TelegramAnswer = await callTelegram(method, parameters, access, api);
    if (!answer.ok) return answer;
    if (!isAsWanted(answer.result)) differing.add(part);
  }
  return { ok: true, differing: profileParts.filter((part) => differing.has(part)) };
}

interface Question {
  part: ProfilePart;
  method: string;
  parameters: object;
  isAsWanted(result: unknown): boolean;
}

function questions({ texts, menuButton }: TelegramProfile): Question[] {
  const isMenuButton = (result: unknown) =>
    isFields(result) && textAt(result, "type") === menuButton.type;
  return [
    ...texts.flatMap(questionsInLanguage),
    {
      ...{ part: "menu_button", method: "getChatMenuButton", parameters: {} },
      isAsWanted: isMenuButton,
    },
  ];
}

function questionsInLanguage(texts: ProfileTexts): Question[] {
  const parameters = { language_code: texts.language };
  const says = (key: string, wanted: string) => (result: unknown) =>
    isFields(result) && (textAt(result, key) ?? "") === wanted;
  return [
    {
      ...{ part: "commands", method: "getMyCommands", parameters },
      isAsWanted: (result) => inWords(result) === inWords(texts.commands),
    },
    {
      ...{ part: "description", method: "getMyDescription", parameters },
      isAsWanted: says("description", texts.description),
    },
    {
      ...{ part: "short_description", method: "getMyShortDescription", parameters },
      isAsWanted: says("short_description", texts.shortDescription),
    },
  ];
}

/** Only visible content is compared: Telegram may add keys of its own. */
function inWords(commands: unknown): string {
  const list = listAt({ commands }, "commands").filter(isFields);
  return JSON.stringify(list.map((one) => [textAt(one, "command"), textAt(one, "description")]));
}
