import "./deliveries.css";
import { Badge, Button, Code, Group, Menu, Switch, Text } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { useCallback, useMemo, useState } from "react";
import { useRetention } from "../../access/retention.ts";
import { useMay } from "../../access/role.ts";
import { toUrl } from "../../api/api.ts";
import { DataList } from "../../parts/list/data-list.tsx";
import type { Column } from "../../parts/list/data-list-row.tsx";
import { IconOf } from "../../parts/page/icons.tsx";
import { OutcomeBadge } from "../../parts/page/outcome-badge.tsx";
import { PageHeader } from "../../parts/page/page-header.tsx";
import { EmptyState, ErrorState, LoadingState } from "../../parts/page/states.tsx";
import { useFormats } from "../../words/formats.ts";
import { useWords } from "../../words/speaking.tsx";
import { DeliveryDrawer } from "./delivery-drawer.tsx";
import { DeliveryFilters } from "./delivery-filters.tsx";
import { type DeliverySearch, filterOf, type Tab } from "./delivery-search.ts";
import { formatDuration } from "./format-duration.ts";
import { LiveBar } from "./live-bar.tsx";
import { type DeliveryPage, type DeliveryRow, toQuery, useDeliveries } from "./use-deliveries.ts";
import { useLive } from "./use-live.ts";

const from = "/shell/bots/$botId/deliveries";

/** Lists every query to the shop's webhook, with everything recorded about it. */
export function DeliveriesPage() {
  const { botId } = useParams({ from });
  const search = useSearch({ from });
  const navigate = useNavigate();
  const words = useWords("deliveries");
  const may = useMay(botId);
  const kept = useRetention(botId);
  const filter = filterOf(search);
  const isFiltered = Object.keys(filter).length > 0;
  const list = useDeliveries(botId, filter);
  const queries = useQueryClient();
  const { rows, isNew, held, takeHeld, add } = useRows(list.data?.pages);
  const live = useLive(botId, filter, search.live ?? false, add);

  const change = (changes: { [Name in keyof DeliverySearch]: unknown }, replace = true) => {
    const next = Object.entries({ ...search, ...changes }).filter(
      ([, value]) => value !== undefined,
    );
    void navigate({
      to: "/bots/$botId/deliveries",
      params: { botId },
      search: Object.fromEntries(next) as DeliverySearch,
      replace,
      resetScroll: false,
    });
  };
  const open = (row: DeliveryRow, tab: Tab | undefined = search.tab) =>
    change({ delivery: row.delivery_id, tab }, search.delivery !== undefined);
  const columns = useColumns();
  const refresh = () => queries.resetQueries({ queryKey: ["deliveries", botId] });
  const openAt = rows.findIndex(({ delivery_id }) => delivery_id === search.delivery);
  const neighbor = (step: number) => {
    const row = openAt < 0 ? undefined : rows[openAt + step];
    return row && (() => open(row));
  };

  return (
    <>
      <PageHeader
        title={words.title}
        text={words.text + words.kept({ days: kept.deliveries })}
        actions={
          <>
            <Switch
              label={words.live}
              checked={search.live ?? false}
              onChange={({ currentTarget }) =>
                change({ live: currentTarget.checked ? true : undefined })
              }
            />
            <Button
              size="xs"
              variant="default"
              leftSection={<IconOf icon="refresh" size={14} />}
              onClick={() => void refresh()}
            >
              {words.refresh}
            </Button>
            {may("editor") && <ExportMenu botId={botId} query={toQuery(filter, Date.now())} />}
          </>
        }
      />
      <DeliveryFilters
        filter={filter}
        onChange={(changes) => change(changes)}
        onClear={() =>
          change({
            ...Object.fromEntries(Object.keys(filter).map((name) => [name, undefined])),
          } as object)
        }
      />
      <LiveBar state={live} held={held} onTake={takeHeld} />
      {list.isPending && <LoadingState height={480} />}
      {list.isError && rows.length === 0 && (
        <ErrorState problem={list.error} retry={() => void list.refetch()} />
      )}
      {list.isSuccess && rows.length === 0 && (
        <EmptyState
          icon="deliveries"
          title={isFiltered ? words.noMatch : words.none}
          text={isFiltered ? words.noMatchText({ days: kept.deliveries }) : words.noneText}
          action={
            !isFiltered && (
              <Button
                mt="sm"
                renderRoot={(root) => <Link {...root} to={`/bots/${botId}/webhook` as string} />}
              >
                {words.sendTest}
              </Button>
            )
          }
        />
      )}
      {rows.length > 0 && (
        <DataList
          label={words.list}
          rows={rows}
          keyOf={(row) => row.delivery_id}
          columns={columns}
          narrow={narrowRow}
          openKey={search.delivery ?? null}
          onOpen={(row) => open(row)}
          onKey={(key, row) => {
            if (key === "r") open(row, "replays");
          }}
          isNew={isNew}
          more={{
            hasMore: list.hasNextPage,
            isLoading: list.isFetchingNextPage,
            problem: list.isFetchNextPageError ? list.error : null,
            load: list.fetchNextPage,
          }}
          end={
            <>
              {words.end({ days: kept.deliveries, isByItself: kept.isOwn })}{" "}
              <span className="mantine-visible-from-sm">{words.keys}</span>
            </>
          }
        />
      )}
      <DeliveryDrawer
        botId={botId}
        deliveryId={search.delivery ?? null}
        tab={search.tab ?? "request"}
        onTab={(tab) => change({ tab })}
        onClose={() => change({ delivery: undefined, tab: undefined })}
        onNewer={neighbor(-1)}
        onOlder={neighbor(1)}
        onReplayed={(row) => add([row])}
      />
    </>
  );
}

/** How far an operator can scroll down before new rows are no longer inserted above. */
const readingPx = 160;

/** Returns loaded and newly arrived rows, each once, without disturbing an operator who reads further down. */
function useRows(pages: DeliveryPage[] | undefined) {
  const loaded = useMemo(() => pages?.flatMap(({ data }) => data) ?? [], [pages]);
  const [came, setCame] = useState<DeliveryRow[]>([]);
  const [waiting, setWaiting] = useState<DeliveryRow[]>([]);
  const known = useMemo(() => new Set(loaded.map(({ delivery_id }) => delivery_id)), [loaded]);
  const fresh = came.filter(({ delivery_id }) => !known.has(delivery_id));
  const freshIds = new Set(fresh.map(({ delivery_id }) => delivery_id));
  const held = waiting.filter(
    ({ delivery_id }) => !known.has(delivery_id) && !freshIds.has(delivery_id),
  );
  const add = useCallback((rows: DeliveryRow[]) => {
    const put = window.scrollY > readingPx ? setWaiting : setCame;
    put((before) => newestFirst([...rows, ...before]));
  }, []);
  const takeHeld = () => {
    setCame((before) => newestFirst([...waiting, ...before]));
    setWaiting([]);
    window.scrollTo({ top: 0 });
  };
  return {
    rows: fresh.length > 0 ? newestFirst([...fresh, ...loaded]) : loaded,
    isNew: (row: DeliveryRow) => freshIds.has(row.delivery_id),
    held: held.length,
    takeHeld,
    add,
  };
}

function newestFirst(rows: DeliveryRow[]): DeliveryRow[] {
  const once = [...new Map(rows.map((row) => [row.delivery_id, row])).values()];
  return once.sort(
    (one, other) =>
      other.started_at.localeCompare(one.started_at) ||
      (other.delivery_id < one.delivery_id ? -1 : 1),
  );
}

function useColumns(): Column<DeliveryRow>[] {
  const words = useWords("deliveries");
  const formats = useFormats();
  return useMemo(
    () => [
      {
        key: "time",
        title: words.time,
        width: "204px",
        cell: (row) => <time dateTime={row.started_at}>{formats.dateTime(row.started_at)}</time>,
      },
      {
        key: "outcome",
        title: words.outcome,
        width: "minmax(130px, 170px)",
        cell: (row) => (
          <Group gap={6} wrap="nowrap">
            <OutcomeBadge outcome={row.outcome} />
            {row.replay_of && <ReplayMark />}
          </Group>
        ),
      },
      { key: "method", title: words.method, width: "80px", cell: (row) => row.method },
      {
        key: "http",
        title: words.http,
        width: "56px",
        cell: (row) => row.http_status ?? "—",
      },
      {
        key: "duration",
        title: words.duration,
        width: "84px",
        isEnd: true,
        cell: (row) => formatDuration(row.duration_ms, words),
      },
      {
        key: "attempts",
        title: words.attempts,
        width: "72px",
        isEnd: true,
        cell: (row) => row.exchanges ?? "—",
      },
      {
        key: "secret",
        title: words.secret,
        width: "84px",
        cell: (row) =>
          row.secret_fingerprint ? <Code fz="xs">{row.secret_fingerprint}</Code> : "—",
      },
      {
        key: "conversation",
        title: words.conversation,
        width: "minmax(90px, 1fr)",
        cell: (row) => (
          <Text span size="xs" c="dimmed" ff="monospace">
            {row.conversation_id}
          </Text>
        ),
      },
    ],
    [words, formats],
  );
}

function ReplayMark() {
  const words = useWords("deliveries");
  return (
    <Badge variant="outline" color="gray" size="sm">
      {words.replay}
    </Badge>
  );
}

const narrowRow = (row: DeliveryRow) => <NarrowRow row={row} />;

function NarrowRow({ row }: { row: DeliveryRow }) {
  const words = useWords("deliveries");
  const formats = useFormats();
  return (
    <>
      <Group gap={6} wrap="nowrap" mb={4}>
        <OutcomeBadge outcome={row.outcome} />
        {row.replay_of && <ReplayMark />}
        <Text span size="sm">
          {row.method}
        </Text>
      </Group>
      <Text size="xs" c="dimmed" truncate>
        {formats.dateTime(row.started_at)} · {row.http_status ?? words.notAsked} ·{" "}
        {formatDuration(row.duration_ms, words)}
      </Text>
    </>
  );
}

function ExportMenu({ botId, query }: { botId: string; query: Record<string, unknown> }) {
  const words = useWords("deliveries");
  const address = (reveal: boolean) =>
    toUrl("/bots/{bot_id}/deliveries/export", {
      path: { bot_id: botId },
      query: { ...query, reveal },
    });
  return (
    <Menu position="bottom-end" width={240}>
      <Menu.Target>
        <Button size="xs" variant="default" leftSection={<IconOf icon="download" size={14} />}>
          {words.exportMenu}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item component="a" href={address(false)} download>
          {words.exportMasked}
        </Menu.Item>
        <Menu.Item component="a" href={address(true)} download>
          {words.exportWhole}
        </Menu.Item>
        <Text size="xs" c="dimmed" px="sm" py={6}>
          {words.exportNote}
        </Text>
      </Menu.Dropdown>
    </Menu>
  );
}
