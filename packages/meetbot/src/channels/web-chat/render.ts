import type { ReplyLink, VisibleReply } from "@meetbot/model/conversation/reply.ts";
import { isWebUrl } from "@meetbot/protocol";
import { losesLinks } from "../text-of.ts";
import { withKnownStages } from "../with-known-stages.ts";
import { withoutName } from "../without-name.ts";

/**
 * The page draws the cards itself: it gets the reply with the wire's own field names and the stages that are known,
 * without addresses that nobody may follow. Who typed it stands beside it.
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
