import { List, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useBotId } from "../../../access/bot.ts";
import { api } from "../../../api/api.ts";
import { QueryView } from "../../../parts/page/query-view.tsx";
import type { Answers } from "../../../parts/topics/answers-query.ts";
import { useTopicName } from "../../../parts/topics/use-topic-name.ts";
import { useWords } from "../../../words/speaking.tsx";
import { compareBooks, type Differences, isAlike } from "./compare-books.ts";

/** Shows what restoring a version would change. */
export function VersionDifference({ answers, version }: { answers: Answers; version: number }) {
  const botId = useBotId();
  const query = useQuery({
    queryKey: ["answers", botId, "version", version],
    queryFn: ({ signal }) =>
      api(
        "GET /bots/{bot_id}/answers/versions/{version}",
        { path: { bot_id: botId, version } },
        { signal },
      ),
  });
  return (
    <QueryView query={query} height={80}>
      {({ book }) => (
        <DifferenceList
          answers={{
            book: { ...book, own_topics: [...book.own_topics, ...answers.book.own_topics] },
          }}
          found={compareBooks(answers.book, book)}
        />
      )}
    </QueryView>
  );
}

function DifferenceList(props: { answers: Pick<Answers, "book">; found: Differences }) {
  const { answers, found } = props;
  const words = useWords("answers.versions");
  const nameOf = useTopicName(answers);
  if (isAlike(found)) return <Text size="sm">{words.same}</Text>;
  const ofTopic = { adds: "addsTopic", changes: "changesTopic", removes: "removesTopic" } as const;
  const lines = [
    ...found.topics.map(({ name, kind }) => words[ofTopic[kind]]({ name })),
    ...found.answers.map(({ topic, kind }) => words[kind]({ name: nameOf(topic) })),
    ...(found.taughtBack > 0 ? [words.taughtBack({ count: found.taughtBack })] : []),
    ...(found.taughtGone > 0 ? [words.taughtGone({ count: found.taughtGone })] : []),
  ];
  return (
    <Stack gap={4}>
      <Text size="sm">{words.restoreWould}</Text>
      <List size="sm">
        {lines.map((line) => (
          <List.Item key={line}>{line}</List.Item>
        ))}
      </List>
    </Stack>
  );
}
