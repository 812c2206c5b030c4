import { Fragment, h } from "preact";
import type { Entry } from "../../chat/chat.ts";
import type { Reply } from "../../chat/reply.ts";
import { languages } from "../../format/language.ts";
import { fill } from "../../phrases/fill.ts";
import { OrdersReply } from "../cards/orders-reply.tsx";
import { PackagesReply } from "../cards/packages-reply.tsx";
import { Icon } from "../parts/icon.tsx";
import type { Words } from "../parts/words.ts";
import { LinkedText } from "./linked-text.tsx";

/** Sends a message once more; absent where nothing can be sent. */
type OnRetry = ((key: string) => void) | undefined;

/** One entry of the transcript. */
export function Message(
  { entry, onRetry }: { entry: Entry; onRetry: OnRetry },
  { phrases, bot }: Words,
) {
  return (
    <li class={`entry ${entry.from}`}>
      <span class="unseen">{entry.from === "bot" ? fill(phrases.bot, { bot }) : phrases.you}</span>
      {entry.from === "bot" ? (
        <ReplyBody reply={entry.reply} language={languages[entry.locale]} />
      ) : (
        <Utterance entry={entry} onRetry={onRetry} />
      )}
    </li>
  );
}

function ReplyBody({ reply, language }: { reply: Reply; language: string }, words: Words) {
  switch (reply.kind) {
    case "text":
      return (
        <p class="bubble" dir="auto" lang={language === words.language ? undefined : language}>
          <LinkedText text={reply.text} />
        </p>
      );
    case "orders":
      return <OrdersReply orders={reply.orders} />;
    case "packages":
      return <PackagesReply packages={reply.packages} />;
    case "receipt":
      return <OrdersReply orders={[reply.order]} isReceipt />;
  }
}

function Utterance(
  props: {
    entry: Extract<Entry, { from: "customer" }>;
    onRetry: OnRetry;
  },
  { phrases }: Words,
) {
  const { key, text, state } = props.entry;
  return (
    <>
      <p class="bubble" dir="auto">
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
          <Icon name="alert" />
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
