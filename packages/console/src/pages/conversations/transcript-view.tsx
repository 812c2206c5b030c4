import { Skeleton, useComputedColorScheme } from "@mantine/core";
import type { CustomerLocale } from "@meetbot/presentation";
import { useEffect, useRef, useState } from "react";
import type { BotEntry, CustomerEntry } from "./use-conversation.ts";

/** The chat window's own element, which draws messages as customers see them. */
interface TranscriptElement extends HTMLElement {
  entries: readonly object[];
}

const elementName = "meetbot-transcript";
/** Served beside the chat window, and built from the same source. */
const elementUrl = "/widget/transcript.js";

let loading: Promise<unknown> | undefined;

/** Loads the element once for all. */
function loadElement(): Promise<unknown> {
  loading ??= import(/* @vite-ignore */ elementUrl);
  return loading;
}

/** Some messages exactly as the customer saw them. */
export function TranscriptView(props: {
  entries: readonly (BotEntry | CustomerEntry)[];
  locale: CustomerLocale;
  bot: string;
}) {
  const { entries, locale, bot } = props;
  const scheme = useComputedColorScheme("light");
  const place = useRef<HTMLDivElement>(null);
  const [isThere, setThere] = useState(() => customElements.get(elementName) !== undefined);
  useEffect(() => {
    void loadElement().then(() => setThere(true));
  }, []);
  useEffect(() => {
    if (!isThere || !place.current) return;
    const element = document.createElement(elementName) as TranscriptElement;
    element.setAttribute("locale", locale);
    element.setAttribute("scheme", scheme);
    element.setAttribute("bot", bot);
    element.entries = entries.map(toWidgetEntry);
    place.current.replaceChildren(element);
  }, [isThere, entries, locale, scheme, bot]);
  return <div ref={place}>{!isThere && <Skeleton height={56} />}</div>;
}

function toWidgetEntry(entry: BotEntry | CustomerEntry): object {
  const said = { key: String(entry.seq), at: entry.at };
  return entry.from === "bot"
    ? { ...said, from: "bot", locale: entry.locale, reply: entry.reply }
    : { ...said, from: "customer", text: entry.text, state: "sent" };
}
