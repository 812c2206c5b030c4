import "./audit.css";
import { Button, Select, Stack, Text } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { api } from "../../api/api.ts";
import { useBot, useBotId } from "../../app/bot.ts";
import { PageHeader } from "../../parts/page-header.tsx";
import { EmptyState, ErrorState, LoadingState } from "../../parts/states.tsx";
import { useWords } from "../../words/speaking.tsx";
import { AuditEntry } from "./audit-entry.tsx";
import { auditWords } from "./audit-words.ts";

/** Who changed what about a bot, and when. */
export function AuditPage() {
  const words = useWords(auditWords);
  const { action } = useSearch({ strict: false }) as { action?: string };
  const navigate = useNavigate();
  const actions = Object.entries(words.actions);
  return (
    <>
      <PageHeader
        title={words.title}
        text={words.text}
        actions={
          <Select
            aria-label={words.show}
            w={240}
            data={[
              { value: "", label: words.everything },
              ...actions.map(([value, label]) => ({ value, label })),
            ]}
            value={action ?? ""}
            allowDeselect={false}
            onChange={(chosen) =>
              void navigate({
                to: ".",
                search: chosen ? { action: chosen } : {},
              } as never)
            }
          />
        }
      />
      <Entries action={action} />
    </>
  );
}

function Entries({ action }: { action: string | undefined }) {
  const words = useWords(auditWords);
  const botId = useBotId();
  const timeZone = useBot().data?.time_zone;
  const pages = useInfiniteQuery({
    queryKey: ["bots", botId, "audit", action ?? ""],
    queryFn: ({ signal, pageParam }) =>
      api(
        "GET /bots/{bot_id}/audit",
        { path: { bot_id: botId }, query: { cursor: pageParam, action } },
        { signal },
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next_cursor }) => next_cursor ?? undefined,
  });
  const { data, error, hasNextPage, isFetchingNextPage } = pages;
  if (!data) {
    return error ? (
      <ErrorState problem={error} retry={() => void pages.refetch()} />
    ) : (
      <LoadingState height={480} />
    );
  }
  const entries = data.pages.flatMap((page) => page.data);
  if (entries.length === 0) {
    return <EmptyState icon="audit" title={words.none} text={words.noneText} />;
  }
  return (
    <Stack maw={880} gap="md">
      <ol className="audit">
        {entries.map((entry) => (
          <AuditEntry key={entry.id} entry={entry} timeZone={timeZone} />
        ))}
      </ol>
      {error && <ErrorState problem={error} retry={() => void pages.fetchNextPage()} />}
      {hasNextPage ? (
        <Button
          variant="default"
          loading={isFetchingNextPage}
          onClick={() => void pages.fetchNextPage()}
        >
          {words.more}
        </Button>
      ) : (
        <Text size="xs" c="dimmed" ta="center">
          {words.begin}
        </Text>
      )}
    </Stack>
  );
}
