import type { ReplyLink, VisibleReply } from "@meetbot/model/conversation/reply.ts";
import type { Reader } from "@meetbot/presentation";
import { cutEnd, splitText } from "../../cut-text.ts";
import { linksOf, losesLinks, textOf } from "../../text-of.ts";
import { type Rendered, template } from "./rendering.ts";
import { maxButtons, maxButtonTextLength, maxButtonTitleLength, maxTextLength } from "./sizes.ts";

/** Renders a text reply, with buttons for the pages that it links to. */
export function textReplyMessages(
  reply: Extract<VisibleReply, { kind: "text" }>,
  reader: Reader,
): Rendered {
  const text = textOf(reply, reader);
  const links = linksOf(reply);
  const { messages, notes } = links.length > 0 ? linkMessages(text, links) : textMessages(text);
  return { messages, notes: losesLinks(reply) ? ["link_dropped"] : notes };
}

/** A text in as many messages as it needs. */
export function textMessages(text: string): Rendered {
  const messages = splitText(text, maxTextLength).map((part) => ({ text: part }));
  return { messages, notes: messages.length > 1 ? ["text_split"] : [] };
}

/** Renders a text, with link buttons below its last part. */
function linkMessages(text: string, links: readonly ReplyLink[]): Rendered {
  const parts = splitText(text, maxButtonTextLength);
  const titles = links.map(({ title }) => cutEnd(title, maxButtonTitleLength));
  const last = template({
    template_type: "button",
    text: parts.at(-1) ?? titles.join(" "),
    buttons: links.slice(0, maxButtons).map(({ url }, place) => ({
      type: "web_url",
      url,
      title: titles[place] ?? "",
    })),
  });
  return {
    messages: [...parts.slice(0, -1).map((part) => ({ text: part })), last],
    notes: parts.length > 1 ? ["text_split"] : [],
  };
}
