import { Button, Paper, Stack, Title } from "@mantine/core";
import { getRouteApi } from "@tanstack/react-router";
import { EmptyState } from "../../../parts/page/states.tsx";
import type { TopicRow } from "../../../parts/topics/answers-query.ts";
import { useWords } from "../../../words/speaking.tsx";
import { selectTopics } from "../data/select-topics.ts";
import { TopicEntry } from "./topic-row.tsx";

const route = getRouteApi("/shell/bots/$botId/answers");

/** Lists the matching topics, by subject or by how often customers ask about them. */
export function TopicList({ topics }: { topics: readonly TopicRow[] }) {
  const words = useWords("answers.main");
  const { subjects } = useWords("recognition.meaning");
  const topicWords = useWords("topics");
  const { botId } = route.useParams();
  const search = route.useSearch();
  const groups = selectTopics(topics, search, topicWords);
  if (groups.length === 0) return <NoTopic isDone={search.q === undefined} />;
  return (
    <Stack gap="lg">
      {groups.map(({ subject, topics }) => (
        <section key={subject ?? "all"} aria-label={subject ? subjects[subject] : words.byAsked}>
          {subject && (
            <Title order={2} size="h5" mb="xs">
              {subjects[subject]}
            </Title>
          )}
          <Paper withBorder component="ul" className="topic-list">
            {topics.map((row) => (
              <TopicEntry key={row.topic} botId={botId} row={row} />
            ))}
          </Paper>
        </section>
      ))}
    </Stack>
  );
}

function NoTopic({ isDone }: { isDone: boolean }) {
  const words = useWords("answers.main");
  const navigate = route.useNavigate();
  return (
    <EmptyState
      icon={isDone ? "check" : "search"}
      title={isDone ? words.allAnswered : words.noMatch}
      text={isDone ? words.allAnsweredText : words.noMatchText}
      action={
        <Button variant="default" mt="xs" onClick={() => void navigate({ search: {} })}>
          {words.clear}
        </Button>
      }
    />
  );
}
