import { Group, SegmentedControl, Switch, Text, Tooltip } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useMayAnswer } from "../../../access/role.ts";
import { api } from "../../../api/api.ts";
import { useFormats } from "../../../words/formats.ts";
import { useWords } from "../../../words/speaking.tsx";
import { AlertsMenu } from "../alerts/alerts-menu.tsx";
import {
  type InboxCounts,
  type InboxRow,
  inboxKey,
  type InboxList as List,
} from "../data/inbox-data.ts";
import { type View, views } from "../data/inbox-search.ts";
import { inboxWords } from "../words/inbox-words.ts";
import { InboxList } from "./inbox-list.tsx";

/** The lists with their counts, and above them what an operator says of themselves. */
export function ListSide(props: {
  botId: string;
  view: View;
  list: List;
  rows: readonly InboxRow[];
  openId: string | undefined;
}) {
  const { botId, view, list } = props;
  const words = useWords(inboxWords);
  const formats = useFormats();
  const navigate = useNavigate();
  const counts: Partial<Record<View, number>> | undefined = list.data?.pages[0]?.counts satisfies
    | InboxCounts
    | undefined;
  return (
    <section className="inbox-list" aria-label={words.lists}>
      <Group justify="space-between" wrap="nowrap" gap="xs" px="xs">
        <Text fw={650} size="lg" aria-hidden>
          {words.title}
        </Text>
        <Group gap="xs" wrap="nowrap">
          <OnDuty botId={botId} />
          <AlertsMenu />
        </Group>
      </Group>
      <SegmentedControl
        size="xs"
        fullWidth
        className="inbox-views"
        aria-label={words.lists}
        value={view}
        onChange={(chosen) =>
          void navigate({
            to: "/bots/$botId/inbox",
            params: { botId },
            search: { view: chosen as View },
          })
        }
        data={views.map((one) => ({
          value: one,
          label: (
            <>
              {words.views[one]}
              {counts?.[one] ? <b>{formats.number(counts[one])}</b> : null}
            </>
          ),
        }))}
      />
      <InboxList {...props} />
    </section>
  );
}

/** Whether the operator says that they answer customers. */
function OnDuty({ botId }: { botId: string }) {
  const words = useWords(inboxWords);
  const mayAnswer = useMayAnswer(botId);
  const queries = useQueryClient();
  const path = { bot_id: botId };
  const queryKey = [...inboxKey(botId), "presence"];
  const { data } = useQuery({
    queryKey,
    queryFn: ({ signal }) => api("GET /bots/{bot_id}/inbox/presence", { path }, { signal }),
    refetchInterval: 60_000,
  });
  const setting = useMutation({
    mutationFn: (on: boolean) => api("PUT /bots/{bot_id}/inbox/presence", { path, body: { on } }),
    onSettled: () => queries.invalidateQueries({ queryKey }),
  });
  if (!mayAnswer) return null;
  return (
    <Tooltip label={words.onDutyNote} multiline w={260}>
      <Switch
        size="xs"
        label={words.onDuty}
        checked={setting.isPending ? setting.variables : (data?.own?.on ?? false)}
        onChange={({ currentTarget }) => setting.mutate(currentTarget.checked)}
      />
    </Tooltip>
  );
}
