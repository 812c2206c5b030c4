import { Button, Menu, Stack, Text } from "@mantine/core";
import type { CustomerLocale } from "@meetbot/presentation";
import { useRef } from "react";
import type { LookText } from "../../parts/messenger-look/look.ts";
import type { LookName } from "../../parts/messenger-look/look-switch.tsx";
import { MessengerLook } from "../../parts/messenger-look/messenger-look.tsx";
import { ExplanationPanel } from "../../parts/page/explanation-panel.tsx";
import { ModelCallPanel } from "../../parts/page/model-call-panel.tsx";
import { ToneBadge } from "../../parts/page/tone-badge.tsx";
import { SentPictures } from "../../parts/pictures/sent-pictures.tsx";
import { type SaidEntry, TranscriptView } from "../../parts/transcript/transcript-view.tsx";
import { useFormats } from "../../words/formats.ts";
import { useWords } from "../../words/speaking.tsx";
import { AskedDelivery } from "./asked-delivery.tsx";
import type { TimelineEntry, TurnOf } from "./use-conversation.ts";
import { useHeldInSight } from "./use-held-in-sight.ts";

interface Props {
  botId: string;
  conversationId: string;
  bot: string;
  locale: CustomerLocale;
  look: LookName;
  turn: TurnOf;
  /** Whether the reader opened the page for this turn. */
  isMeant: boolean;
  /** `null`: the role does not allow it. */
  onRedact: ((seq: number) => void) | null;
}

/** One turn: the messages as the customer saw them, with the bot's reading of them beside. */
export function TurnView({
  botId,
  conversationId,
  bot,
  locale,
  look,
  turn,
  isMeant,
  onRedact,
}: Props) {
  const words = useWords("conversations").one;
  const formats = useFormats();
  const { customer, replies } = turn;
  const place = useRef<HTMLElement>(null);
  useHeldInSight(place, isMeant);
  const hasWords = customer?.event === "text" || customer?.event === "tap";
  const shown = customer && hasWords ? [customer, ...replies] : replies;
  const hasPictures = customer && customer.pictures.length > 0;
  const redactable = hasPictures && !hasWords ? [customer, ...replies] : shown;
  const offered = replies.flatMap(({ reply }) => reply.choices?.map(({ title }) => title) ?? []);
  const first = customer ?? replies[0];
  if (!first) return null;
  return (
    <section
      className="turn"
      ref={place}
      aria-current={isMeant || undefined}
      tabIndex={isMeant ? -1 : undefined}
      aria-label={words.turn({ seq: first.seq })}
    >
      <div className="turn-said">
        {look === "messenger" ? (
          <MessengerLook said={shown.map(toSaid)} locale={locale} />
        ) : (
          <TranscriptView entries={shown.map(toEntry)} locale={locale} bot={bot} />
        )}
      </div>
      <Stack gap="xs" className="turn-panel">
        <Text size="xs" c="dimmed">
          <time dateTime={first.at}>{formats.dateTime(first.at)}</time>
        </Text>
        {customer?.event === "start" && (
          <Text size="sm" c="dimmed">
            {words.opened}
          </Text>
        )}
        {customer && customer.pictures.length > 0 && (
          <SentPictures
            botId={botId}
            conversationId={conversationId}
            pictures={customer.pictures}
            mayLook={onRedact !== null}
          />
        )}
        {customer?.event === "media" && customer.pictures.length === 0 && (
          <Text size="sm" c="dimmed">
            {words.sentMedia}
          </Text>
        )}
        {(customer?.event === "returned" ||
          customer?.event === "rating_due" ||
          customer?.event === "news") && (
          <Text size="sm" c="dimmed">
            {words[customer.event]}
          </Text>
        )}
        {customer?.event === "tap" && (
          <Text size="sm" c="dimmed">
            {words.tapped}
          </Text>
        )}
        {offered.length > 0 && (
          <Text size="sm" c="dimmed">
            {words.offered({ titles: offered.join(" · ") })}
          </Text>
        )}
        {customer?.recognition && (
          <ExplanationPanel
            recognition={customer.recognition}
            isKnownFromContext={
              customer.recognition.decision !== "act" && customer.deliveries.length > 0
            }
          />
        )}
        {customer?.language_model && <ModelCallPanel call={customer.language_model} />}
        {customer && customer.deliveries.length > 0 && (
          <Stack gap={6}>
            <Text size="xs" c="dimmed">
              {words.asked}
            </Text>
            {customer.deliveries.map((delivery) => (
              <AskedDelivery key={delivery.delivery_id} botId={botId} delivery={delivery} />
            ))}
          </Stack>
        )}
        {replies.map(
          (reply) =>
            reply.from === "bot" &&
            reply.feedback && (
              <ToneBadge key={reply.seq} size="sm" tone={reply.feedback === "up" ? "good" : "bad"}>
                {words.feedback[reply.feedback]}
              </ToneBadge>
            ),
        )}
        <Redactions entries={redactable} onRedact={onRedact} />
      </Stack>
    </section>
  );
}

function toEntry(entry: TimelineEntry): SaidEntry {
  const said = { key: String(entry.seq), at: entry.at };
  if (entry.from === "customer") {
    return { ...said, from: entry.from, text: entry.text, state: "sent" };
  }
  const { locale, reply } = entry;
  return entry.from === "person"
    ? { ...said, from: entry.from, name: entry.name, locale, reply }
    : { ...said, from: entry.from, locale, reply };
}

function toSaid(entry: TimelineEntry): LookText {
  const key = String(entry.seq);
  return entry.from === "customer"
    ? { key, from: "customer", text: entry.text }
    : { key, from: "bot", look: entry.messenger, sending: entry.sending };
}

function Redactions(props: { entries: readonly TimelineEntry[]; onRedact: Props["onRedact"] }) {
  const { entries, onRedact } = props;
  const words = useWords("conversations").one;
  const formats = useFormats();
  const left = entries.filter(({ redacted_at }) => redacted_at === null);
  return (
    <>
      {entries.map(
        ({ seq, redacted_at }) =>
          redacted_at && (
            <Text key={seq} size="xs" c="dimmed">
              {words.redacted({ seq, at: formats.dateTime(redacted_at) })}
            </Text>
          ),
      )}
      {onRedact && left.length > 0 && (
        <Menu position="bottom-start">
          <Menu.Target>
            <Button
              size="compact-xs"
              variant="subtle"
              color="gray"
              fw={400}
              c="dimmed"
              w="fit-content"
              ml={-8}
            >
              {words.redact} …
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {left.map(({ seq, from }) => (
              <Menu.Item key={seq} onClick={() => onRedact(seq)}>
                {words.redactOf[from]({ seq })}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
    </>
  );
}
