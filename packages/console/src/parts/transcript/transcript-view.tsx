import { Skeleton, useComputedColorScheme } from "@mantine/core";
import type { CustomerLocale } from "@meetbot/presentation";
import { useEffect, useRef, useState } from "react";

/** The chat window's own element, which draws messages as customers see them. */
interface TranscriptElement extends HTMLElement {
  entries: readonly object[];
}

const elementName = "meetbot-transcript";
/** The server serves the element beside the chat window; both are built from the same source. */
const elementUrl = "/widget/transcript.js";

let loading: Promise<unknown> | undefined;

/** Loads the element once for all. */
function loadElement(): Promise<unknown> {
  loading ??= import(/* @vite-ignore */ elementUrl);
  return loading;
}

/** A message in the element's format: a reply has the format of the chat routes. */
export type SaidEntry = {
  key: string;
  /** Absent if the message has no time because nobody sent it. */
  at?: string;
} & (
  | { from: "bot"; locale: CustomerLocale; reply: object }
  /** `name`: the name that customers see for the person who typed the message. */
  | { from: "person"; name: string; locale: CustomerLocale; reply: object }
  | { from: "customer"; text: string; state: "sent" }
);

/** Some messages exactly as the customer saw them. */
export function TranscriptView(props: {
  entries: readonly SaidEntry[];
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
    element.entries = entries;
    place.current.replaceChildren(element);
  }, [isThere, entries, locale, scheme, bot]);
  return <div ref={place}>{!isThere && <Skeleton height={56} />}</div>;
}
