import { Anchor, Button, Group, Stack, Text } from "@mantine/core";
import { Link, useLocation, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { useMemo } from "react";
import { useRetention } from "../../access/retention.ts";
import { useMay } from "../../access/role.ts";
import { DataList } from "../../parts/list/data-list.tsx";
import type { Column } from "../../parts/list/data-list-row.tsx";
import { PageHeader } from "../../parts/page/page-header.tsx";
import { EmptyState, ErrorState, LoadingState } from "../../parts/page/states.tsx";
import { useLanguageName } from "../../words/customer-languages.ts";
import { useFormats } from "../../words/formats.ts";
import { useWords } from "../../words/speaking.tsx";
import { ConversationFilters } from "./conversation-filters.tsx";
import type { ConversationSearch } from "./conversation-search.ts";
import { formatSpan } from "./format-span.ts";
import { HolderMark } from "./holder-mark.tsx";
import { OutcomeMark } from "./outcome-mark.tsx";
import { type ConversationRow, useConversations } from "./use-conversations.ts";

const from = "/shell/bots/$botId/conversations";

/** Ids of conversations as Meetbot makes them. */
const idForm = /^c_[0-9a-f]{32}$/;

/** The messages between customers and the bot. */
export function ConversationsPage() {
  const { botId } = useParams({ from });
  const search = useSearch({ from });
  const account = useAccount();
  const navigate = useNavigate();
  const words = useWords("conversations");
  const list = useConversations(botId, search, account);
  const rows = useMemo(() => list.data?.pages.flatMap(({ data }) => data) ?? [], [list.data]);
  const columns = useColumns(botId);
  const mayName = useMay(botId)("editor");
  const searchNote = mayName ? words.searchNote : words.searchIdNote;
  const { conversations: days } = useRetention(botId);
  const isFiltered = Object.keys(search).length > 0 || account !== undefined;

  const go = (next: ConversationSearch, named: string | undefined) =>
    void navigate({
      to: "/bots/$botId/conversations",
      params: { botId },
      search: next,
      // Stored in this tab's history, never in a URL.
      state: (before) => ({ ...before, account: named }),
      replace: true,
      resetScroll: false,
    });
  const change = (changes: { [Name in keyof ConversationSearch]: unknown }) => {
    const next = Object.entries({ ...search, ...changes }).filter(
      ([, value]) => value !== undefined,
    );
    go(Object.fromEntries(next) as ConversationSearch, account);
  };
  const lookFor = (text: string) => {
    const { id, ...others } = search;
    if (text === "") go(others, undefined);
    else if (idForm.test(text)) go({ ...others, id: text }, undefined);
    else if (mayName) go(others, text);
  };
  const open = ({ conversation_id: conversationId }: ConversationRow) =>
    void navigate({
      to: "/bots/$botId/conversations/$conversationId",
      params: { botId, conversationId },
    });

  return (
    <>
      <PageHeader title={words.title} text={words.text + words.kept({ days })} />
      <ConversationFilters
        search={search}
        lookedFor={account ?? search.id ?? ""}
        mayName={mayName}
        onSearch={lookFor}
        onChange={change}
        onClear={() => go({}, undefined)}
      />
      <Text size="xs" c="dimmed" mb="sm">
        {account === undefined ? searchNote : words.foundFor({ account })}
      </Text>
      {list.isPending && <LoadingState height={480} />}
      {list.isError && rows.length === 0 && (
        <ErrorState problem={list.error} retry={() => void list.refetch()} />
      )}
      {list.isSuccess && rows.length === 0 && (
        <EmptyState
          icon="conversations"
          title={isFiltered ? words.noMatch : words.none}
          text={isFiltered ? words.noMatchText({ days }) : words.noneText}
          action={
            !isFiltered && (
              <Button
                mt="sm"
                component="a"
                href={`/chat/${botId}`}
                target="_blank"
                rel="noreferrer"
              >
                {words.openChat}
              </Button>
            )
          }
        />
      )}
      {rows.length > 0 && (
        <DataList
          label={words.list}
          rows={rows}
          keyOf={(row) => row.conversation_id}
          columns={columns}
          narrow={narrowRow}
          openKey={null}
          onOpen={open}
          more={{
            hasMore: list.hasNextPage,
            isLoading: list.isFetchingNextPage,
            problem: list.isFetchNextPageError ? list.error : null,
            load: list.fetchNextPage,
          }}
          end={words.end({ days })}
        />
      )}
    </>
  );
}

/** Whom this tab looks for. */
function useAccount(): string | undefined {
  const { account } = useLocation().state as { account?: unknown };
  return typeof account === "string" ? account : undefined;
}

function useColumns(botId: string): Column<ConversationRow>[] {
  const words = useWords("conversations");
  const nameOf = useLanguageName();
  const formats = useFormats();
  return useMemo(
    () => [
      {
        key: "active",
        title: words.active,
        width: "204px",
        cell: (row) => <time dateTime={row.active_at}>{formats.dateTime(row.active_at)}</time>,
      },
      {
        key: "outcome",
        title: words.outcome,
        width: "150px",
        cell: (row) => (
          <Stack gap={0} align="flex-start">
            <OutcomeMark of={row} />
            <HolderMark row={row} />
          </Stack>
        ),
      },
      {
        key: "channel",
        title: words.channel,
        width: "100px",
        cell: (row) => channelOf(row, words),
      },
      {
        key: "language",
        title: words.language,
        width: "80px",
        cell: (row) => (row.locale ? nameOf(row.locale) : "—"),
      },
      {
        key: "messages",
        title: words.messages,
        width: "74px",
        isEnd: true,
        cell: (row) => formats.number(row.messages),
      },
      {
        key: "queries",
        title: words.queries,
        width: "100px",
        isEnd: true,
        cell: (row) =>
          row.failed_deliveries > 0
            ? words.failedOf({ failed: row.failed_deliveries, all: row.deliveries })
            : row.deliveries,
      },
      {
        key: "duration",
        title: words.duration,
        width: "74px",
        isEnd: true,
        cell: (row) => formatSpan(row.started_at, row.active_at, words),
      },
      {
        key: "id",
        title: words.id,
        width: "minmax(90px, 1fr)",
        cell: (row) => (
          <Anchor
            size="xs"
            ff="monospace"
            tabIndex={-1}
            renderRoot={(root) => (
              <Link
                {...root}
                to="/bots/$botId/conversations/$conversationId"
                params={{ botId, conversationId: row.conversation_id }}
                onClick={(event) => event.stopPropagation()}
              />
            )}
          >
            {row.conversation_id}
          </Anchor>
        ),
      },
    ],
    [words, formats, botId, nameOf],
  );
}

function channelOf(
  { channel }: ConversationRow,
  words: { channels: Record<string, string> },
): string {
  return words.channels[channel] ?? channel;
}

const narrowRow = (row: ConversationRow) => <NarrowRow row={row} />;

function NarrowRow({ row }: { row: ConversationRow }) {
  const words = useWords("conversations");
  const formats = useFormats();
  return (
    <>
      <Group gap={6} wrap="nowrap" mb={4}>
        <OutcomeMark of={row} />
        <Text span size="sm" truncate>
          {channelOf(row, words)}
        </Text>
        <HolderMark row={row} />
      </Group>
      <Text size="xs" c="dimmed" truncate>
        {formats.dateTime(row.active_at)} · {words.messages} {row.messages}
      </Text>
    </>
  );
}
