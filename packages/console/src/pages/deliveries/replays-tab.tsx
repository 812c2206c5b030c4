import { Button, Group, Stack, Table, Text } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useMay } from "../../access/role.ts";
import { api } from "../../api/api.ts";
import { IconOf } from "../../parts/page/icons.tsx";
import { OutcomeBadge } from "../../parts/page/outcome-badge.tsx";
import { ErrorState } from "../../parts/page/states.tsx";
import { useFormats } from "../../words/formats.ts";
import { useWords } from "../../words/speaking.tsx";
import type { Detail } from "./delivery-detail.ts";
import { DeliveryLink } from "./delivery-link.tsx";
import { formatDuration } from "./format-duration.ts";
import type { DeliveryRow } from "./use-deliveries.ts";

/** Repeats the query, and shows the result of each replay. */
export function ReplaysTab(props: {
  botId: string;
  delivery: Detail;
  onReplayed(row: DeliveryRow): void;
}) {
  const { botId, delivery, onReplayed } = props;
  const words = useWords("deliveries");
  const formats = useFormats();
  const may = useMay(botId);
  const queries = useQueryClient();
  const path = { bot_id: botId, delivery_id: delivery.delivery_id };
  const replay = useMutation({
    mutationFn: () => api("POST /bots/{bot_id}/deliveries/{delivery_id}/replay", { path }),
    onSuccess: (row) => {
      onReplayed(row);
      const key = ["delivery", botId, delivery.delivery_id];
      queries.setQueryData<Detail>(
        key,
        (known) => known && { ...known, replays: [row, ...known.replays] },
      );
    },
  });
  return (
    <Stack gap="md" align="flex-start">
      <Text size="sm" c="dimmed">
        {words.drawer.replaysText}
      </Text>
      <Group>
        <Button
          size="xs"
          data-autofocus
          disabled={!may("editor")}
          loading={replay.isPending}
          leftSection={<IconOf icon="play" size={14} />}
          onClick={() => replay.mutate()}
        >
          {words.drawer.replayNow}
        </Button>
        <Text size="sm" c="dimmed" role="status">
          {!may("editor") && words.drawer.replayViewer}
          {replay.isPending && words.drawer.replaying}
          {replay.isSuccess && words.drawer.replayed}
        </Text>
      </Group>
      {replay.isError && <ErrorState problem={replay.error} />}
      {delivery.replays.length === 0 ? (
        <Text size="sm">{words.drawer.noReplays}</Text>
      ) : (
        <Table fz="sm" aria-label={words.drawer.tabs.replays}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{words.time}</Table.Th>
              <Table.Th>{words.outcome}</Table.Th>
              <Table.Th>{words.duration}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {delivery.replays.map((row) => (
              <Table.Tr key={row.delivery_id}>
                <Table.Td>
                  {formats.dateTime(row.started_at)}
                  <br />
                  <DeliveryLink botId={botId} id={row.delivery_id} />
                </Table.Td>
                <Table.Td>
                  <OutcomeBadge outcome={row.outcome} />
                </Table.Td>
                <Table.Td>{formatDuration(row.duration_ms, words)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Stack>
  );
}
