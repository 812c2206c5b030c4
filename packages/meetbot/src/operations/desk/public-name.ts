import { maxPublicNameLength } from "@meetbot/admin-api/limits/name-rules.ts";
import type { OperatorNames } from "@meetbot/model/operator.ts";
import { type CustomerLocale, say } from "@meetbot/presentation";

/** Why a name cannot be shown to customers: it is too long or looks like a link. */
export type PublicNameFault = "too_long" | "address";

/** Returns the form of a name that customers may see, or why they may not; the name is `null` if it is empty. */
export function readPublicName(
  given: string,
): { name: string | null } | { fault: PublicNameFault } {
  const name = tidy(given);
  if ([...name].length > maxPublicNameLength) return { fault: "too_long" };
  if (address.test(name)) return { fault: "address" };
  return { name: visible.test(name) ? name : null };
}

/** Returns an agent's name for customers: the chosen one, else the first name, else that it is the shop's team. */
export function publicNameOf({ name, publicName }: OperatorNames, locale: CustomerLocale): string {
  if (publicName !== null) return publicName;
  const [first = ""] = tidy(name).split(" ");
  const read = readPublicName(first);
  return ("name" in read ? read.name : null) ?? say(locale, "theTeam");
}

const tidy = (text: string) =>
  text.normalize("NFC").replace(/\s+/gu, " ").replace(invisible, "").trim();

/**
 * Control characters, including those that change the direction of the text behind them; joiners are allowed because
 * some names need them.
 */
const invisible = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}]/gu;
const visible = /[\p{L}\p{N}]/u;
/** Matches text that chats turn into a link: a scheme, or a dot between letters as in a host name. */
const address = /:\/\/|[\p{L}\p{N}-][.\u3002\uff0e\uff61]\p{L}{2}/u;
