import { Anchor, Button, Text } from "@mantine/core";
import type { CustomerLocale } from "@meetbot/presentation";
import { memo, useMemo } from "react";
import { SentPictures } from "../../../parts/pictures/sent-pictures.tsx";
import { TranscriptView } from "../../../parts/transcript/transcript-view.tsx";
import { customerTag } from "../../../words/customer-languages.ts";
import { useWords } from "../../../words/speaking.tsx";
import { useClock } from "../data/use-clock.ts";
import type { TranscriptEntry } from "../data/use-transcript.ts";

type Sent = Exclude<TranscriptEntry, { from: "customer" }>;

/** A message with its sender, time and delivery status. */
export const TalkMessage = memo(function TalkMessage(props: {
  botId: string;
  conversationId: string;
  entry: TranscriptEntry;
  bot: string;
  /** `null` when the viewer may not write. */
  onRetry: ((seq: number) => void) | null;
}) {
  const { botId, conversationId, entry, bot, onRetry } = props;
  const words = useWords("inbox.main");
  const clock = useClock();
  const who =
    entry.from === "customer" ? words.customer : entry.from === "person" ? entry.name : bot;
  return (
    <li className="talk-message" data-from={entry.from}>
      <Text size="xs" c="dimmed" component="span" className="talk-who">
        {who} · <time dateTime={entry.at}>{clock.time(entry.at)}</time>
        {entry.redacted_at && ` · ${words.redacted}`}
      </Text>
      {entry.from === "customer" ? (
        <>
          {entry.pictures.length > 0 && (
            <SentPictures
              {...{ botId, conversationId }}
              pictures={entry.pictures}
              mayLook={onRetry !== null}
            />
          )}
          <CustomerWords entry={entry} />
        </>
      ) : (
        <>
          <Said entry={entry} bot={bot} />
          <Sending entry={entry} onRetry={onRetry} />
        </>
      )}
    </li>
  );
});

function CustomerWords({ entry }: { entry: Extract<TranscriptEntry, { from: "customer" }> }) {
  const words = useWords("inbox.main");
  if (entry.pictures.length > 0 && entry.event === "media") return null;
  if (entry.event !== "text" && entry.event !== "tap") {
    return (
      <Text size="sm" c="dimmed" fs="italic">
        {words.events[entry.event]}
      </Text>
    );
  }
  return (
    <div className="talk-bubble">
      {entry.event === "tap" && (
        <Text span size="xs" c="dimmed">
          {words.tapped}:{" "}
        </Text>
      )}
      {entry.text}
    </div>
  );
}

function Said({ entry, bot }: { entry: Sent; bot: string }) {
  const { reply, locale } = entry;
  const words = useWords("inbox.main");
  if (reply.kind !== "text") return <Cards entry={entry} bot={bot} />;
  return (
    <>
      <div className="talk-bubble" lang={customerTag(locale as CustomerLocale)}>
        {reply.text}
        {reply.links?.map(({ title, url }) => (
          <Anchor
            key={url}
            href={url}
            target="_blank"
            rel="noopener noreferrer"
            size="sm"
            display="block"
          >
            {title}
          </Anchor>
        ))}
      </div>
      {reply.ofShop && (
        <Text size="xs" c="dimmed">
          {words.ofShop}
        </Text>
      )}
      {reply.choices && reply.choices.length > 0 && (
        <Text size="xs" c="dimmed" className="talk-choices">
          {words.offered}: {reply.choices.map(({ title }) => title).join(" · ")}
        </Text>
      )}
    </>
  );
}

/** Orders and packages, as the chat window draws them. */
function Cards({ entry, bot }: { entry: Sent; bot: string }) {
  const { seq, locale, reply } = entry;
  const entries = useMemo(
    () => [{ key: String(seq), from: "bot" as const, locale, reply }],
    [seq, locale, reply],
  );
  return (
    <div className="talk-cards">
      <TranscriptView entries={entries} locale={locale} bot={bot} />
    </div>
  );
}

function Sending({ entry, onRetry }: { entry: Sent; onRetry: ((seq: number) => void) | null }) {
  const words = useWords("inbox.main");
  const { sending, seq, from } = entry;
  if (sending === "sent") return null;
  if (sending !== "failed") {
    return (
      <Text size="xs" c="dimmed">
        {sending === "unknown" ? words.unknownSending : words.queued}
      </Text>
    );
  }
  return (
    <Text size="xs" c="var(--mantine-color-error)" component="div">
      {entry.failure ? words.failedFor({ why: words.failures[entry.failure] }) : words.failed}{" "}
      {onRetry && from === "person" && (
        <Button size="compact-xs" variant="default" onClick={() => onRetry(seq)}>
          {words.retry}
        </Button>
      )}
    </Text>
  );
}
