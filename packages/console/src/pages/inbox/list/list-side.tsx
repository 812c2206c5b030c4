import { Group, SegmentedControl, Switch, Text, Tooltip } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useMayAnswer } from "../../../access/role.ts";
import { api } from "../../../api/api.ts";
import { useChange } from "../../../api/use-route.ts";
import { useFormats } from "../../../words/formats.ts";
import { useWords } from "../../../words/speaking.tsx";
import { AlertsMenu } from "../alerts/alerts-menu.tsx";
import {
  type InboxCounts,
  inboxKey,
  type InboxList as List,
  type ListedRow,
} from "../data/inbox-data.ts";
import { type View, views } from "../data/inbox-search.ts";
import { LabelFilter } from "../labels/label-filter.tsx";
import { useLabels } from "../labels/labels-data.ts";
import { FoundList } from "./found-list.tsx";
import { InboxList } from "./inbox-list.tsx";
import { ManageMenu } from "./manage-menu.tsx";
import { MentionLinks } from "./mention-links.tsx";
import { PickBar } from "./pick-bar.tsx";
import { SearchForm } from "./search-form.tsx";
import { usePicking } from "./use-picking.ts";
import type { useSearched } from "./use-search.ts";

/** The lists with their counts, below the operator's own presence. */
export function ListSide(props: {
  botId: string;
  view: View;
  onView(view: View): void;
  list: List;
  rows: readonly ListedRow[];
  openId: string | undefined;
  label: string | undefined;
  onLabel(label: string | undefined): void;
  /** The search text; empty when not searching. */
  searched: string;
  found: ReturnType<typeof useSearched>;
  onSearch(text: string): void;
}) {
  const { botId, view, onView, list, rows, openId, label, onLabel } = props;
  const { searched, found, onSearch } = props;
  const mayAnswer = useMayAnswer(botId);
  const labelName = useLabels(botId).find(({ label_id }) => label_id === label)?.name;
  const picking = usePicking({ botId, view, label });
  const mayPick = mayAnswer && view !== "closed" && (picking.isOn || rows.length > 1);
  const words = useWords("inbox.main");
  const labelsSaid = useWords("inbox.labels");
  return (
    <section className="inbox-list" aria-label={words.lists}>
      <Group justify="space-between" wrap="nowrap" gap="xs" px="xs">
        <Text fw={650} size="lg" aria-hidden>
          {words.title}
        </Text>
        <Group gap="xs" wrap="nowrap">
          <OnDuty botId={botId} />
          <AlertsMenu />
          <ManageMenu botId={botId} />
        </Group>
      </Group>
      <MentionLinks botId={botId} />
      {mayAnswer && <SearchForm {...{ searched, onSearch }} />}
      {searched === "" && <Views {...{ view, onView, list }} />}
      {searched === "" ? (
        <>
          <LabelFilter botId={botId} value={label} onChange={onLabel} />
          {mayPick && <PickBar {...{ picking, view }} />}
          <InboxList
            {...{ botId, list, rows, openId, picking }}
            label={words.listOf({ view: words.views[view] })}
            none={labelName ? labelsSaid.nothing({ name: labelName }) : words.none[view]}
          />
        </>
      ) : (
        <FoundList
          {...{ botId, found, rows, openId }}
          text={searched}
          onClear={() => onSearch("")}
        />
      )}
    </section>
  );
}

/** Shows the lists with their number of conversations. */
function Views(props: { view: View; onView(view: View): void; list: List }) {
  const { view, onView, list } = props;
  const words = useWords("inbox.main");
  const formats = useFormats();
  const counts: Partial<Record<View, number>> | undefined = list.data?.pages[0]?.counts satisfies
    | InboxCounts
    | undefined;
  return (
    <SegmentedControl
      size="xs"
      fullWidth
      className="inbox-views"
      aria-label={words.lists}
      value={view}
      onChange={(chosen) => onView(chosen as View)}
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
  );
}

/** The switch with which an operator shows that they answer customers. */
function OnDuty({ botId }: { botId: string }) {
  const words = useWords("inbox.main");
  const mayAnswer = useMayAnswer(botId);
  const path = { bot_id: botId };
  const queryKey = [...inboxKey(botId), "presence"];
  const { data } = useQuery({
    queryKey,
    queryFn: ({ signal }) => api("GET /bots/{bot_id}/inbox/presence", { path }, { signal }),
    refetchInterval: 60_000,
  });
  const setting = useChange(
    (on: boolean) => api("PUT /bots/{bot_id}/inbox/presence", { path, body: { on } }),
    queryKey,
  );
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
