import type { ReplyLink } from "../../../model/conversation/reply.ts";
import { cutEnd, splitText } from "../../cut-text.ts";
import { type Rendered, template, usableUrl } from "./rendering.ts";
import { maxButtonTextLength, maxButtonTitleLength, maxTextLength } from "./sizes.ts";

/** A text in as many messages as it needs. */
export function textMessages(text: string): Rendered {
  const messages = splitText(text, maxTextLength).map((part) => ({ text: part }));
  return { messages, notes: messages.length > 1 ? ["text_split"] : [] };
}

/** A text, and below the last part of it a button to a page. */
export function linkMessages(text: string, link: ReplyLink): Rendered {
  const url = usableUrl(link.url);
  if (!url) return { ...textMessages(text), notes: ["link_dropped"] };
  const parts = splitText(text, maxButtonTextLength);
  const title = cutEnd(link.title, maxButtonTitleLength);
  const last = template({
    template_type: "button",
    text: parts.at(-1) ?? title,
    buttons: [{ type: "web_url", url, title }],
  });
  return {
    messages: [...parts.slice(0, -1).map((part) => ({ text: part })), last],
    notes: parts.length > 1 ? ["text_split"] : [],
  };
}
