import { Anchor } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useBotId } from "../../../access/bot.ts";
import { type TopicRow, useAnswers } from "../../../parts/topics/answers-query.ts";
import { useTopicName } from "../../../parts/topics/use-topic-name.ts";
import { useWords } from "../../../words/speaking.tsx";

/** Links to a topic's answer, or to the page where it still has to be written. */
export function TopicLink({ row, name }: { row: TopicRow; name: string }) {
  const words = useWords("overview.teach");
  const botId = useBotId();
  return (
    <Anchor
      size="sm"
      renderRoot={(root) => (
        <Link {...root} to="/bots/$botId/answers/$topic" params={{ botId, topic: row.topic }} />
      )}
    >
      {row.state === "none" ? words.write({ name }) : words.open({ name })}
    </Anchor>
  );
}

/** Links to the topic that the bot recognized in a sentence, if only that topic's answer is missing. */
export function WriteLink({ topic }: { topic: string | null }) {
  const answers = useAnswers().data;
  const nameOf = useTopicName(answers);
  const row = answers?.topics.find((one) => one.topic === topic);
  if (row?.state !== "none") return null;
  return <TopicLink row={row} name={nameOf(topic)} />;
}
