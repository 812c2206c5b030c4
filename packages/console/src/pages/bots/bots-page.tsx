import { Code, Paper, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { botsQuery } from "../../app/me.ts";
import { PageHeader } from "../../parts/page-header.tsx";
import { QueryView } from "../../parts/query-view.tsx";
import { EmptyState } from "../../parts/states.tsx";
import { useWords } from "../../words/speaking.tsx";
import { botsWords } from "./bots-words.ts";

/** The bots of the operator. */
export function BotsPage() {
  const words = useWords(botsWords);
  const bots = useQuery(botsQuery);
  return (
    <>
      <PageHeader title={words.title} text={words.text} />
      <QueryView query={bots}>
        {({ data }) =>
          data.length === 0 ? (
            <EmptyState icon="bot" title={words.none} text={words.noneText} />
          ) : (
            <Stack gap="sm">
              {data.map(({ bot_id, name, endpoint }) => (
                <Paper key={bot_id} withBorder p="md">
                  <Text fw={600}>{name}</Text>
                  <Code>{bot_id}</Code>
                  <Text size="sm" c="dimmed">
                    {endpoint}
                  </Text>
                </Paper>
              ))}
            </Stack>
          )
        }
      </QueryView>
    </>
  );
}
