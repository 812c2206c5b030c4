import { Anchor, Code, Group, Stack, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useMemo } from "react";
import { useBot, useBotId } from "../../../access/bot.ts";
import type { OutputOf } from "../../../api/routes.ts";
import { ExplanationPanel } from "../../../parts/page/explanation-panel.tsx";
import { useAnswers } from "../../../parts/topics/answers-query.ts";
import { useTopicName } from "../../../parts/topics/use-topic-name.ts";
import { type SaidEntry, TranscriptView } from "../../../parts/transcript/transcript-view.tsx";
import { useFormats } from "../../../words/formats.ts";
import { useWords } from "../../../words/speaking.tsx";

type Tried = OutputOf<"POST /bots/{bot_id}/answers/try">;

/** How the bot understands a sentence, and its reply. */
export function TriedView({ text, tried }: { text: string; tried: Tried }) {
  const { try: words } = useWords("answers.main");
  const bot = useBot().data;
  const { explanation, replies, asks_shop } = tried;
  const { locale } = explanation;
  const entries = useMemo(
    () => [
      { key: "said", from: "customer", text, state: "sent" } satisfies SaidEntry,
      ...replies.map(
        (reply, place): SaidEntry => ({ key: String(place), from: "bot", locale, reply }),
      ),
    ],
    [text, replies, locale],
  );
  return (
    <div className="tried">
      <Stack gap="xs">
        <Meant text={text} explanation={explanation} />
        <details>
          <summary className="tried-details">{words.details}</summary>
          <div style={{ paddingTop: 8 }}>
            <ExplanationPanel recognition={explanation} />
          </div>
        </details>
      </Stack>
      <Stack gap="xs">
        <Text size="sm" fw={600}>
          {words.says}
        </Text>
        {asks_shop && <Text size="sm">{words.asksShop}</Text>}
        <TranscriptView entries={entries} locale={locale} bot={bot?.name ?? "Meetbot"} />
      </Stack>
    </div>
  );
}

function Meant({ text, explanation }: Pick<Tried, "explanation"> & { text: string }) {
  const { try: words } = useWords("answers.main");
  const { intents } = useWords("recognition.explanation");
  const nameOf = useTopicName(useAnswers().data);
  const { percent } = useFormats();
  const { topic, intent, decision, reasons } = explanation;
  const counted = wordsIn(text, reasons);
  if (!topic && decision === "none") return <Text fw={600}>{words.unclear}</Text>;
  return (
    <>
      <Text size="sm" c="dimmed">
        {words.understood}
      </Text>
      <Text fw={600} size="lg">
        {topic ? nameOf(topic.id) : intents[intent]}
      </Text>
      {topic && (
        <Text size="sm">
          {topic.example !== null && `${words.near({ text: topic.example })} `}
          {words.sure({ share: percent(topic.confidence) })}
        </Text>
      )}
      {counted.length > 0 && (
        <Group gap={6}>
          <Text size="sm" c="dimmed">
            {words.counted}
          </Text>
          {counted.map((word) => (
            <Code key={word}>{word}</Code>
          ))}
        </Group>
      )}
      {topic && <EditLink topic={topic.id} name={nameOf(topic.id)} />}
    </>
  );
}

/** Returns the reasons that occur in the sentence; the engine's other reasons are shown in the details. */
function wordsIn(text: string, reasons: Tried["explanation"]["reasons"]): string[] {
  const said = text.toLowerCase();
  const found = reasons.map((reason) => reason.text.toLowerCase().trim());
  return [...new Set(found)].filter((word) => word !== "" && word !== said && said.includes(word));
}

function EditLink({ topic, name }: { topic: string; name: string }) {
  const { try: words } = useWords("answers.main");
  const botId = useBotId();
  const row = useAnswers().data?.topics.find((one) => one.topic === topic);
  return (
    <Anchor
      size="sm"
      renderRoot={(root) => (
        <Link {...root} to="/bots/$botId/answers/$topic" params={{ botId, topic }} />
      )}
    >
      {row?.state === "none" ? words.write({ name }) : words.edit({ name })}
    </Anchor>
  );
}
