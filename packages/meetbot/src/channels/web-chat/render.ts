import { isWebUrl } from "@meetbot/protocol";
import type { ReplyLink, VisibleReply } from "../../model/conversation/reply.ts";
import { losesLinks } from "../text-of.ts";

/**
 * The page draws the cards itself: it gets the reply with the wire's own field names, without addresses
 * that nobody may follow.
 */
export function render(reply: VisibleReply): VisibleReply {
  if (reply.kind !== "text" || !losesLinks(reply)) return reply;
  const { link, links = [], ...said } = reply;
  return {
    ...said,
    ...(link && mayFollow(link) && { link }),
    ...(links.some(mayFollow) && { links: links.filter(mayFollow) }),
  };
}

const mayFollow = ({ url }: ReplyLink): boolean => isWebUrl(url);
