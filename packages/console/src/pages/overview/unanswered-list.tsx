import { Button, Paper, SegmentedControl, Stack, Text, Title } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useId } from "react";
import { api } from "../../api/api.ts";
import { ErrorState, LoadingState } from "../../parts/page/states.tsx";
import { useWords } from "../../words/speaking.tsx";
import { type Reason, reasons } from "./data/overview-search.ts";
import { UnansweredEntry } from "./unanswered-entry.tsx";

const route = getRouteApi("/shell/bots/$botId/overview");
const pageSize = 10;

/** Lists the messages that the bot did not understand, and lets operators teach it. */
export function UnansweredList({ botId }: { botId: string }) {
  const { unanswered: words } = useWords("overview.main");
  const id = useId();
  return (
    <Paper withBorder p="md" component="section" aria-labelledby={id}>
      <Stack gap="sm">
        <div>
          <Title order={2} size="h5" id={id}>
            {words.title}
          </Title>
          <Text size="sm" c="dimmed">
            {words.text}
          </Text>
        </div>
        <ReasonChoice />
        <Entries botId={botId} />
      </Stack>
    </Paper>
  );
}

function ReasonChoice() {
  const { unanswered: words } = useWords("overview.main");
  const { reason } = route.useSearch();
  const navigate = route.useNavigate();
  const choose = (value: string) => {
    const chosen = reasons.find((one) => one === value);
    void navigate({
      search: ({ reason: _, ...days }) => ({ ...days, ...(chosen && { reason: chosen }) }),
      replace: true,
      resetScroll: false,
    });
  };
  return (
    <SegmentedControl
      aria-label={words.filter}
      size="xs"
      className="wrapping-choice"
      value={reason ?? "all"}
      data={[
        { value: "all", label: words.all },
        ...reasons.map((one) => ({ value: one, label: words.reasons[one] })),
      ]}
      onChange={choose}
    />
  );
}

function useUnanswered(botId: string, reason: Reason | undefined) {
  return useInfiniteQuery({
    queryKey: ["unanswered", botId, reason ?? "all"],
    queryFn: ({ pageParam, signal }) =>
      api(
        "GET /bots/{bot_id}/unanswered",
        {
          path: { bot_id: botId },
          query: {
            limit: pageSize,
            ...(reason && { reason }),
            ...(pageParam && { cursor: pageParam }),
          },
        },
        { signal },
      ),
    initialPageParam: "",
    getNextPageParam: ({ next_cursor }) => next_cursor,
  });
}

function Entries({ botId }: { botId: string }) {
  const { unanswered: words } = useWords("overview.main");
  const { reason } = route.useSearch();
  const list = useUnanswered(botId, reason);
  if (list.isPending) return <LoadingState height={160} />;
  if (list.isError) return <ErrorState problem={list.error} retry={() => void list.refetch()} />;
  const entries = list.data.pages.flatMap(({ data }) => data);
  if (entries.length === 0) {
    return (
      <div>
        <Text size="sm" fw={600}>
          {words.none}
        </Text>
        <Text size="sm" c="dimmed">
          {words.noneText}
        </Text>
      </div>
    );
  }
  return (
    <Stack gap={0} component="ul" className="plain-list">
      {entries.map((entry) => (
        <UnansweredEntry
          key={`${entry.conversation_id}/${entry.seq}`}
          botId={botId}
          entry={entry}
        />
      ))}
      {list.hasNextPage && (
        <li>
          <Button
            variant="default"
            size="xs"
            mt="sm"
            loading={list.isFetchingNextPage}
            onClick={() => void list.fetchNextPage()}
          >
            {words.more}
          </Button>
        </li>
      )}
    </Stack>
  );
}
