import type { ReplyLink, VisibleReply } from "@meetbot/model/conversation/reply.ts";
import { isWebUrl } from "@meetbot/protocol";
import { losesLinks } from "../text-of.ts";
import { withKnownStages } from "../with-known-stages.ts";
import { withoutName } from "../without-name.ts";

/**
 * Prepares a reply for the chat page, which draws the cards itself: keeps the wire's field names and the known stages,
 * and removes URLs that are not safe to follow. The page shows the author beside the reply.
 */
export function render(reply: VisibleReply): VisibleReply {
  const own = withoutName(reply);
  if (own.kind !== "text" || !losesLinks(own)) return withKnownStages(own);
  const { link, links = [], ...said } = own;
  return {
    ...said,
    ...(link && mayFollow(link) && { link }),
    ...(links.some(mayFollow) && { links: links.filter(mayFollow) }),
  };
}

const mayFollow = ({ url }: ReplyLink): boolean => isWebUrl(url);
