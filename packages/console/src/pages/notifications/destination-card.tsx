import { Stack, Text } from "@mantine/core";
import { useState } from "react";
import type { Bot } from "../../access/bot.ts";
import { Section } from "../../parts/page/section.tsx";
import { type Tone, ToneBadge } from "../../parts/page/tone-badge.tsx";
import { useFormats } from "../../words/formats.ts";
import { useWords } from "../../words/speaking.tsx";
import { CardActions } from "./card-actions.tsx";
import { EditForm } from "./edit-form.tsx";
import type { Destination } from "./notifications-data.ts";
import { SentList } from "./sent-list.tsx";

/** A destination with its status, its actions and its latest alerts. */
export function DestinationCard({ bot, destination }: { bot: Bot; destination: Destination }) {
  const words = useWords("notifications");
  const [isEditing, setIsEditing] = useState(false);
  const { alert_id: id, name, events } = destination;
  return (
    <Section id={`alert-${id}`} title={name} text={<Facts destination={destination} />}>
      <Trouble destination={destination} />
      {isEditing ? (
        <EditForm
          botId={bot.bot_id}
          destination={destination}
          isOwner={bot.role === "owner"}
          onDone={() => setIsEditing(false)}
        />
      ) : (
        <Stack gap="md">
          <Text size="sm">{events.map((type) => words.eventNames[type]).join(" · ")}</Text>
          {bot.role !== "viewer" && (
            <CardActions
              botId={bot.bot_id}
              destination={destination}
              onEdit={() => setIsEditing(true)}
            />
          )}
          <SentList botId={bot.bot_id} alertId={id} />
        </Stack>
      )}
    </Section>
  );
}

type State = "on" | "off" | "stopped" | "failing";

const tones: Record<State, Tone> = { on: "good", off: "quiet", stopped: "bad", failing: "wait" };

function stateOf({ enabled, stopped_for: stopped, failing_since: failing }: Destination): State {
  if (stopped) return "stopped";
  if (!enabled) return "off";
  return failing ? "failing" : "on";
}

function Facts({ destination }: { destination: Destination }) {
  const words = useWords("notifications");
  const formats = useFormats();
  const { kind, shown, signed, with_text: withText, last_sent_at: sentAt } = destination;
  const state = stateOf(destination);
  const facts = [
    words.kinds[kind],
    shown,
    ...(signed ? [words.signed] : []),
    ...(withText ? [words.withWords] : []),
    sentAt ? words.lastSent({ ago: formats.ago(sentAt) }) : words.neverSent,
  ];
  return (
    <Stack gap={6} align="flex-start" mt={4}>
      <ToneBadge tone={tones[state]}>{words.states[state]}</ToneBadge>
      <span className="any-text">{facts.join(" · ")}</span>
    </Stack>
  );
}

function Trouble({ destination }: { destination: Destination }) {
  const words = useWords("notifications");
  const formats = useFormats();
  const { stopped_for: reason, stopped_at: at, failing_since: since } = destination;
  const text =
    reason && at
      ? words.stoppedFor[reason]({ at: formats.dateTime(at) })
      : since && words.failingSince({ at: formats.dateTime(since) });
  return text ? (
    <Text size="sm" role="status">
      {text}
    </Text>
  ) : null;
}
