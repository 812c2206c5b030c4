import { Anchor, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { TopicRow } from "../../../parts/topics/answers-query.ts";
import { wordsOf } from "../../../parts/topics/topics.ts";
import { useLanguageName } from "../../../words/customer-languages.ts";
import { useFormats } from "../../../words/formats.ts";
import { useWords } from "../../../words/speaking.tsx";
import { StateBadge } from "./state-badge.tsx";

/** A topic: its name, whether it has an answer, and how often customers asked. */
export function TopicEntry({ botId, row }: { botId: string; row: TopicRow }) {
  const words = useWords("answers.main");
  const topicWords = useWords("topics");
  const languageOf = useLanguageName();
  const known = wordsOf(row.topic, topicWords);
  return (
    <li className="topic-entry">
      <div className="topic-entry-name">
        <Anchor
          fw={600}
          renderRoot={(root) => (
            <Link {...root} to="/bots/$botId/answers/$topic" params={{ botId, topic: row.topic }} />
          )}
        >
          {row.name ?? known?.name ?? row.topic}
        </Anchor>
        {known && (
          <Text size="sm" c="dimmed">
            {known.about}
          </Text>
        )}
      </div>
      <div className="topic-entry-state">
        <StateBadge state={row.state} />
        {row.locales.length > 0 && (
          <Text size="xs" c="dimmed">
            {words.languages({ names: row.locales.map(languageOf).join(" · ") })}
          </Text>
        )}
      </div>
      <Counts row={row} />
    </li>
  );
}

function Counts({ row: { asked, answered } }: { row: TopicRow }) {
  const words = useWords("answers.main");
  const { number } = useFormats();
  if (asked === 0) {
    return (
      <Text size="sm" c="dimmed" className="topic-entry-counts">
        {words.notAsked}
      </Text>
    );
  }
  return (
    <Text size="sm" className="topic-entry-counts">
      {words.counts({ asked: number(asked), answered: number(answered) })}
      <Text span size="xs" c="dimmed">
        {words.days}
      </Text>
    </Text>
  );
}
