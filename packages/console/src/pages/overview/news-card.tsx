import { Anchor, Group, Paper, Stack, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { figuresQuery } from "../../parts/news/figures-query.ts";
import { NewsFigures } from "../../parts/news/news-figures.tsx";
import { useWords } from "../../words/speaking.tsx";

/** Shows how many customers got customer updates, if the shop pushes events at all. */
export function NewsCard({ botId }: { botId: string }) {
  const { figures: words } = useWords("news");
  const { data } = useQuery(figuresQuery(botId));
  if (!data || data.pushes + data.told + data.began + data.stopped === 0) return null;
  const title = words.overview({ days: data.days });
  return (
    <Paper withBorder p="md" component="section" aria-label={title}>
      <Stack gap="sm">
        <Group justify="space-between" gap="xs">
          <Title order={2} size="h5">
            {title}
          </Title>
          <Anchor
            size="sm"
            underline="always"
            renderRoot={(root) => (
              <Link {...root} to="/bots/$botId/customer-news" params={{ botId }} />
            )}
          >
            {words.toPage}
          </Anchor>
        </Group>
        <NewsFigures figures={data} />
      </Stack>
    </Paper>
  );
}
