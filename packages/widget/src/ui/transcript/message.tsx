import { fill } from "@meetbot/presentation";
import { type ComponentChildren, Fragment, h } from "preact";
import type { Entry } from "../../chat/chat.ts";
import { OrdersReply } from "../cards/orders-reply.tsx";
import { PackagesReply } from "../cards/packages-reply.tsx";
import { Icon, icons } from "../parts/icon.tsx";
import type { ChatWords } from "../parts/words.ts";
import { LinkedText } from "./linked-text.tsx";

/** Resends a message; absent if nothing can be sent. */
type OnRetry = ((key: string) => void) | undefined;

/** One entry of the transcript. */
export function Message(
  { entry, onRetry, children }: { entry: Entry; onRetry: OnRetry; children?: ComponentChildren },
  { phrases, bot }: ChatWords,
) {
  return (
    <li class={`entry ${entry.from}`}>
      <span class="unseen">
        {entry.from === "customer"
          ? phrases.you
          : entry.name
            ? `${entry.name} · ${bot}`
            : fill(phrases.bot, { bot })}
      </span>
      {entry.from === "customer" ? (
        <Utterance entry={entry} onRetry={onRetry} />
      ) : (
        <ReplyBody {...entry} />
      )}
      {children}
    </li>
  );
}

function ReplyBody({ reply, locale, at }: Extract<Entry, { reply: object }>, words: ChatWords) {
  switch (reply.kind) {
    case "text":
      return (
        <p
          class="bubble"
          dir="auto"
          title={formatMoment(at, words)}
          lang={locale === words.reader.language.locale ? undefined : locale}
        >
          <LinkedText {...reply} />
        </p>
      );
    case "orders":
      return <OrdersReply orders={reply.orders} />;
    case "packages":
      return <PackagesReply packages={reply.packages} />;
  }
}

/** Returns the tooltip of a message: its time. */
function formatMoment(at: Entry["at"], { late, reader }: ChatWords): string | undefined {
  return at ? late.formatTime?.(at, 0, reader.language.tag) : undefined;
}

function Utterance(
  props: {
    entry: Extract<Entry, { from: "customer" }>;
    onRetry: OnRetry;
  },
  words: ChatWords,
) {
  const { phrases } = words;
  const { key, at, text, state } = props.entry;
  return (
    <>
      <p class="bubble" dir="auto" title={formatMoment(at, words)}>
        {text}
        {state === "sending" && (
          <span class="sending">
            <span class="unseen">{phrases.sending}</span>
          </span>
        )}
      </p>
      {state === "waiting" && <p class="waiting">{phrases.waiting}</p>}
      {state === "failed" && (
        <p class="failed">
          <Icon path={icons.alert} />
          {phrases.notSent}
          {props.onRetry && (
            <button type="button" class="retry" onClick={() => props.onRetry?.(key)}>
              {phrases.tryAgain}
              <span class="unseen"> {text}</span>
            </button>
          )}
        </p>
      )}
    </>
  );
}
