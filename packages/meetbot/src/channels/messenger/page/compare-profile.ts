import { type Fields, fieldsAt, isFields, listAt, textAt } from "../../fields.ts";
import type { Profile } from "./profile.ts";

/** The parts of a profile, by Meta's names. */
export const profileParts = ["get_started", "greeting", "ice_breakers", "persistent_menu"] as const;
export type ProfilePart = (typeof profileParts)[number];

/**
 * Returns the parts of a profile that differ on the page, according to Meta. Only visible content is compared: Meta
 * adds keys of its own.
 */
export function compareProfile(wanted: Profile, answer: Fields): ProfilePart[] {
  const [there = {}] = listAt(answer, "data").filter(isFields);
  const asked = JSON.parse(JSON.stringify(wanted)) as Fields;
  return profileParts.filter((part) => shown[part](asked) !== shown[part](there));
}

const shown: Record<ProfilePart, (profile: Fields) => string> = {
  get_started: (profile) => textAt(fieldsAt(profile, "get_started"), "payload") ?? "",
  greeting: (profile) => inLocales(profile, "greeting", (entry) => textAt(entry, "text")),
  ice_breakers: (profile) => inLocales(profile, "ice_breakers", actionsOf("question")),
  persistent_menu: (profile) => inLocales(profile, "persistent_menu", actionsOf("title")),
};

function actionsOf(name: string) {
  return (entry: Fields) =>
    listAt(entry, "call_to_actions")
      .filter(isFields)
      .map((action) => [textAt(action, name), textAt(action, "payload")]);
}

/** By locale, whatever order Meta has them in. */
function inLocales(profile: Fields, part: string, of: (entry: Fields) => unknown): string {
  const entries = listAt(profile, part).filter(isFields);
  const said = entries.map((entry) => [textAt(entry, "locale") ?? "default", of(entry)] as const);
  return JSON.stringify(said.sort(([one], [other]) => (one < other ? -1 : 1)));
}
