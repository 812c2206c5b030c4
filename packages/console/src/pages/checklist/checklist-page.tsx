import { Button, Group, Paper, Progress, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { checklistQuery, useBotId } from "../../access/bot.ts";
import type { OutputOf } from "../../api/routes.ts";
import { IconOf } from "../../parts/page/icons.tsx";
import { PageHeader } from "../../parts/page/page-header.tsx";
import { QueryView } from "../../parts/page/query-view.tsx";
import { useWords } from "../../words/speaking.tsx";
import { ChecklistItem } from "./checklist-item.tsx";

/** About as high as the list of all points. */
const listHeight = 860;

/** What is done and what remains before customers arrive. */
export function ChecklistPage() {
  const words = useWords("checklist.main");
  const botId = useBotId();
  const checklist = useQuery({ ...checklistQuery(botId), staleTime: 0 });
  return (
    <>
      <PageHeader
        title={words.title}
        text={words.text}
        docs="merchant-guide/"
        actions={
          <Button
            variant="default"
            onClick={() => void checklist.refetch()}
            loading={checklist.isFetching && !checklist.isPending}
            leftSection={<IconOf icon="refresh" size={16} />}
          >
            {words.again}
          </Button>
        }
      />
      <Stack maw={880} gap="md">
        <QueryView query={checklist} height={listHeight}>
          {({ data }) => (
            <>
              <Standing items={data} />
              <ol className="checklist">
                {data.map((item) => (
                  <ChecklistItem key={item.id} botId={botId} item={item} />
                ))}
              </ol>
            </>
          )}
        </QueryView>
      </Stack>
    </>
  );
}

type Items = OutputOf<"GET /bots/{bot_id}/checklist">["data"];

const states = ["done", "to_do", "warning", "not_needed"] as const;

/** How far it is, in numbers that add up to the points below. */
function Standing({ items }: { items: Items }) {
  const words = useWords("checklist.main");
  const count = (state: Items[number]["state"]) =>
    items.filter((item) => item.state === state).length;
  const left = count("to_do");
  const parts = states
    .filter((state) => count(state) > 0)
    .map((state) => words.counts[state]({ count: count(state) }));
  return (
    <Paper withBorder p="md" role="status">
      <Group justify="space-between" mb="xs">
        <Text fw={650}>{left === 0 ? words.ready : words.left({ count: left })}</Text>
        <Text size="sm" c="dimmed">
          {words.tally({ all: items.length, parts: parts.join(words.comma) })}
        </Text>
      </Group>
      <Progress
        value={((count("done") + count("not_needed")) / items.length) * 100}
        color={left === 0 ? "teal" : "meetbot"}
        aria-label={words.title}
      />
    </Paper>
  );
}
