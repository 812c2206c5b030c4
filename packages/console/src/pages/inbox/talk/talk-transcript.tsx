// biome-ignore-all lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard.
import { Button, Group, Text, VisuallyHidden } from "@mantine/core";
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import { useWords } from "../../../words/speaking.tsx";
import { useClock } from "../data/use-clock.ts";
import type { Pending } from "../data/use-sending.ts";
import type { TranscriptEntry } from "../data/use-transcript.ts";
import { NoteView } from "../notes/note-view.tsx";
import type { Note } from "../notes/notes-data.ts";
import { type DeskMove, linesOf, type TalkLine } from "./lines-of.ts";
import { MoveLine } from "./move-line.tsx";
import { TalkMessage } from "./talk-message.tsx";

interface Props {
  botId: string;
  conversationId: string;
  entries: readonly TranscriptEntry[];
  notes: readonly Note[];
  moves: readonly DeskMove[];
  pending: readonly Pending[];
  bot: string;
  hasEarlier: boolean;
  onEarlier(): void;
  /** `null` when the viewer may not write. */
  onRetry: ((seq: number) => void) | null;
  onAgain(pending: Pending): void;
  onEdit(pending: Pending): void;
  /** `null` when the viewer may not write. */
  onDeleteNote: ((noteId: string) => void) | null;
}

/** Within this distance of the end, the transcript scrolls to new messages. */
const atEndPx = 48;

/** Renders the messages, the newest at the bottom. A reader who has scrolled up stays there. */
export function TalkTranscript(props: Props) {
  const { entries, notes, moves, pending, hasEarlier, onEarlier } = props;
  const lines = useMemo(
    () => linesOf(entries, { notes, moves }, hasEarlier),
    [entries, notes, moves, hasEarlier],
  );
  const words = useWords("inbox.main");
  const scroller = useRef<HTMLElement>(null);
  const isAtEnd = useRef(true);
  const top = useRef(0);
  const [hasNews, setNews] = useState(false);
  const last = entries.at(-1)?.seq ?? 0;
  const first = entries[0]?.seq ?? 0;
  const wasFirst = useRef(first);
  const height = useRef(0);
  const toEnd = () => {
    scroller.current?.scrollTo({ top: scroller.current.scrollHeight });
    setNews(false);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: whatever is added moves it.
  useLayoutEffect(() => {
    const place = scroller.current;
    if (!place) return;
    if (first < wasFirst.current) place.scrollTop += place.scrollHeight - height.current;
    else if (isAtEnd.current || pending.length > 0) toEnd();
    else setNews(true);
    wasFirst.current = first;
    height.current = place.scrollHeight;
  }, [first, last, notes.length, moves.length, pending.length]);
  useFollowGrowth(scroller, isAtEnd);
  return (
    <div className="talk-frame">
      <section
        className="talk-scroll"
        ref={scroller}
        tabIndex={0}
        aria-label={words.transcript}
        onScroll={({ currentTarget: { scrollHeight, scrollTop, clientHeight } }) => {
          // Growing content moves the end away but does not scroll; only an operator who scrolled up is no longer at
          // the end.
          if (scrollHeight - scrollTop - clientHeight < atEndPx) isAtEnd.current = true;
          else if (scrollTop < top.current) isAtEnd.current = false;
          top.current = scrollTop;
          if (isAtEnd.current) setNews(false);
        }}
      >
        {hasEarlier && (
          <Button size="compact-sm" variant="default" mx="auto" display="block" onClick={onEarlier}>
            {words.earlier}
          </Button>
        )}
        <ol className="talk-messages">
          {lines.map((line, index) => (
            <Day key={line.key} at={line.at} before={lines[index - 1]?.at}>
              <LineView line={line} {...props} />
            </Day>
          ))}
          {pending.map((one) => (
            <PendingMessage key={one.key} {...props} pending={one} />
          ))}
        </ol>
      </section>
      {hasNews && (
        <Button className="talk-news" size="compact-sm" onClick={toEnd}>
          ↓ {words.newMessages}
        </Button>
      )}
      <Announcer entries={entries} />
    </div>
  );
}

function LineView({ line, onDeleteNote, ...props }: Props & { line: TalkLine }) {
  const { botId, conversationId, bot, onRetry } = props;
  switch (line.kind) {
    case "note":
      return <NoteView note={line.note} onDelete={onDeleteNote} />;
    case "move":
      return <MoveLine move={line.move} />;
    case "entry":
      return <TalkMessage {...{ botId, conversationId, bot, onRetry }} entry={line.entry} />;
  }
}

/** Keeps a reader at the end when cards and pictures grow after they are rendered. */
function useFollowGrowth(
  scroller: React.RefObject<HTMLElement | null>,
  isAtEnd: React.RefObject<boolean>,
) {
  useEffect(() => {
    const place = scroller.current;
    const list = place?.querySelector("ol");
    if (!place || !list) return;
    const observer = new ResizeObserver(() => {
      if (isAtEnd.current) place.scrollTop = place.scrollHeight;
    });
    observer.observe(list);
    observer.observe(place);
    return () => observer.disconnect();
  }, [scroller, isAtEnd]);
}

/** Renders a message, preceded by its date if the day changed. */
function Day(props: { at: string; before: string | undefined; children: React.ReactNode }) {
  const { at, before, children } = props;
  const clock = useClock();
  const day = clock.day(at);
  return (
    <>
      {(!before || clock.day(before) !== day) && (
        <li className="talk-day">
          <Text size="xs" c="dimmed" component="time" dateTime={at}>
            {day}
          </Text>
        </li>
      )}
      {children}
    </>
  );
}

function PendingMessage(props: { pending: Pending } & Pick<Props, "onAgain" | "onEdit">) {
  const { pending, onAgain, onEdit } = props;
  const words = useWords("inbox.main");
  const why = pending.problem instanceof Error ? pending.problem.message : null;
  return (
    <li className="talk-message" data-from="person" data-pending>
      <Text size="xs" c="dimmed" component="span" className="talk-who">
        {words.you}
      </Text>
      <div className="talk-bubble">{pending.text}</div>
      {why === null ? (
        <Text size="xs" c="dimmed">
          {words.sending}
        </Text>
      ) : (
        <Group gap={6} justify="flex-end" role="alert">
          <Text size="xs" c="var(--mantine-color-error)">
            {words.notSentText({ why })}
          </Text>
          <Button size="compact-xs" variant="default" onClick={() => onAgain(pending)}>
            {words.retry}
          </Button>
          <Button size="compact-xs" variant="default" onClick={() => onEdit(pending)}>
            {words.edit}
          </Button>
        </Group>
      )}
    </li>
  );
}

/** Announces a customer's new messages politely to screen readers; does not read out earlier ones. */
function Announcer({ entries }: { entries: readonly TranscriptEntry[] }) {
  const words = useWords("inbox.main");
  const heard = useRef(entries.at(-1)?.seq ?? 0);
  const [said, setSaid] = useState("");
  useEffect(() => {
    const fresh = entries.filter(({ seq, from }) => seq > heard.current && from === "customer");
    heard.current = Math.max(heard.current, entries.at(-1)?.seq ?? 0);
    const texts = fresh
      .map((entry) => (entry.from === "customer" ? entry.text : ""))
      .filter(Boolean);
    if (texts.length > 0) setSaid(words.customerSays({ text: texts.join(" ") }));
  }, [entries, words]);
  return (
    <VisuallyHidden>
      <div aria-live="polite">{said}</div>
    </VisuallyHidden>
  );
}
