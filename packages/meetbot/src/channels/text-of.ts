import type { ReplyLink, VisibleReply } from "@meetbot/model/conversation/reply.ts";
import { type Reader, say, tell } from "@meetbot/presentation";
import { isWebUrl } from "@meetbot/protocol";

type TextReply = Extract<VisibleReply, { kind: "text" }>;

/**
 * Returns a text with its author, for places that show no author beside it: a separate line marks the shop's own words,
 * and a person's message begins with their name.
 */
export function textOf({ text, ofShop, person, locale }: TextReply, reader: Reader): string {
  if (person) return say(locale, "personSays", { name: person.name, text });
  return ofShop ? `${tell(reader, "fromShop")}\n${text}` : text;
}

/** Returns the pages that a text links to, in its order: no other address is linked, whatever its source. */
export function linksOf({ link, links = [] }: TextReply): ReplyLink[] {
  return [...(link ? [link] : []), ...links].filter(({ url }) => isWebUrl(url));
}

/** Whether the reply has a link that cannot be opened, so that it is dropped. */
export const losesLinks = (reply: TextReply): boolean =>
  linksOf(reply).length < (reply.link ? 1 : 0) + (reply.links?.length ?? 0);
