import { ActionIcon, Alert, Button, Group, Stack, Tabs, Text, Tooltip } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useMay } from "../../access/role.ts";
import { api } from "../../api/api.ts";
import { CopyButton } from "../../parts/code/copy-button.tsx";
import { IconOf } from "../../parts/page/icons.tsx";
import { OutcomeBadge } from "../../parts/page/outcome-badge.tsx";
import { QueryView } from "../../parts/page/query-view.tsx";
import { SideDrawer } from "../../parts/page/side-drawer.tsx";
import { ErrorState } from "../../parts/page/states.tsx";
import { TroubleView } from "../../parts/shop/check-view.tsx";
import { useFormats } from "../../words/formats.ts";
import { useWords } from "../../words/speaking.tsx";
import { ConversationTab } from "./conversation-tab.tsx";
import type { Detail } from "./delivery-detail.ts";
import { DeliveryLink } from "./delivery-link.tsx";
import { type Tab, tabs } from "./delivery-search.ts";
import { formatDuration } from "./format-duration.ts";
import { ReplaysTab } from "./replays-tab.tsx";
import { RequestTab } from "./request-tab.tsx";
import { ResponseTab } from "./response-tab.tsx";
import { TimelineTab } from "./timeline-tab.tsx";
import type { DeliveryRow } from "./use-deliveries.ts";
import { ValidationTab } from "./validation-tab.tsx";

interface Props {
  botId: string;
  /** `null`: it is closed. */
  deliveryId: string | null;
  tab: Tab;
  onTab(tab: Tab): void;
  onClose(): void;
  onNewer: (() => void) | undefined;
  onOlder: (() => void) | undefined;
  onReplayed(row: DeliveryRow): void;
}

/** A delivery's full record, shown next to the list. */
export function DeliveryDrawer(props: Props) {
  const { botId, deliveryId, onClose, onNewer, onOlder } = props;
  const words = useWords("deliveries").drawer;
  const path = { bot_id: botId, delivery_id: deliveryId ?? "" };
  const query = useQuery({
    queryKey: ["delivery", botId, deliveryId],
    queryFn: ({ signal }) =>
      api("GET /bots/{bot_id}/deliveries/{delivery_id}", { path }, { signal }),
    enabled: deliveryId !== null,
    // Keeps revealed personal data visible while the drawer is open.
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <SideDrawer
      isOpen={deliveryId !== null}
      onClose={onClose}
      size={720}
      title={words.title}
      close={words.close}
      tools={
        <>
          <Step label={words.previous} onStep={onNewer} rotate={180} />
          <Step label={words.next} onStep={onOlder} />
        </>
      }
    >
      {deliveryId !== null && (
        <QueryView query={query} height={520}>
          {(delivery) => <Shown {...props} delivery={delivery} path={path} />}
        </QueryView>
      )}
    </SideDrawer>
  );
}

function Step(props: { label: string; onStep: (() => void) | undefined; rotate?: number }) {
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      aria-label={props.label}
      disabled={!props.onStep}
      onClick={props.onStep}
      style={{ transform: `rotate(${props.rotate ?? 0}deg)` }}
    >
      <IconOf icon="chevron" />
    </ActionIcon>
  );
}

type ShownProps = Props & { delivery: Detail; path: { bot_id: string; delivery_id: string } };

function Shown({ botId, delivery, path, tab, onTab, onReplayed }: ShownProps) {
  const words = useWords("deliveries");
  const formats = useFormats();
  const facts = [
    delivery.method,
    delivery.http_status ?? words.notAsked,
    formatDuration(delivery.duration_ms, words),
    formats.dateTime(delivery.started_at),
  ];
  return (
    <Stack gap="md">
      <Stack gap={6}>
        <Group gap="sm">
          <OutcomeBadge outcome={delivery.outcome} />
          <Text size="sm">{facts.join(" · ")}</Text>
        </Group>
        <Group gap={4}>
          <Text size="xs" c="dimmed" ff="monospace" style={{ overflowWrap: "anywhere" }}>
            {delivery.delivery_id}
          </Text>
          <CopyButton value={delivery.delivery_id} name={delivery.delivery_id} />
        </Group>
        {delivery.request_id && (
          <Group gap={4}>
            <Text size="xs" c="dimmed">
              {words.drawer.requestId}
            </Text>
            <Text size="xs" c="dimmed" ff="monospace" style={{ overflowWrap: "anywhere" }}>
              {delivery.request_id}
            </Text>
            <CopyButton value={delivery.request_id} name={words.drawer.requestId} />
          </Group>
        )}
        <Text size="xs" c="dimmed">
          {words.drawer.keptUntil({ at: formats.dateTime(delivery.kept_until) })}
        </Text>
      </Stack>
      {delivery.replay_of && (
        <Text size="sm">
          {words.drawer.replayOf} <DeliveryLink botId={botId} id={delivery.replay_of} />
        </Text>
      )}
      {delivery.asked_by && (
        <Text size="sm">
          {delivery.asked_by === "push" ? words.drawer.askedForPush : words.drawer.askedBy}
        </Text>
      )}
      {delivery.shared_with && (
        <Text size="sm">
          {words.drawer.sharedWith} <DeliveryLink botId={botId} id={delivery.shared_with} />
        </Text>
      )}
      {delivery.trouble && <TroubleView trouble={delivery.trouble} />}
      <Masking delivery={delivery} path={path} />
      <Tabs value={tab} onChange={(chosen) => chosen && onTab(chosen as Tab)} keepMounted={false}>
        <Tabs.List mb="md">
          {tabs.map((one) => (
            <Tabs.Tab key={one} value={one}>
              {words.drawer.tabs[one]}
              {one === "replays" && delivery.replays.length > 0 && ` (${delivery.replays.length})`}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="request">
          <RequestTab delivery={delivery} />
        </Tabs.Panel>
        <Tabs.Panel value="response">
          <ResponseTab delivery={delivery} />
        </Tabs.Panel>
        <Tabs.Panel value="validation">
          <ValidationTab delivery={delivery} />
        </Tabs.Panel>
        <Tabs.Panel value="timeline">
          <TimelineTab delivery={delivery} />
        </Tabs.Panel>
        <Tabs.Panel value="conversation">
          <ConversationTab botId={botId} delivery={delivery} />
        </Tabs.Panel>
        <Tabs.Panel value="replays">
          <ReplaysTab botId={botId} delivery={delivery} onReplayed={onReplayed} />
        </Tabs.Panel>
      </Tabs>
    </Stack>
  );
}

/** Lists what is masked, and reveals it to operators with permission. */
function Masking({ delivery, path }: Pick<ShownProps, "delivery" | "path">) {
  const words = useWords("deliveries").drawer;
  const may = useMay(path.bot_id);
  const queries = useQueryClient();
  const reveal = useMutation({
    mutationFn: () => api("POST /bots/{bot_id}/deliveries/{delivery_id}/reveal", { path }),
    onSuccess: (revealed) =>
      queries.setQueryData(["delivery", path.bot_id, path.delivery_id], revealed),
  });
  if (!delivery.masked) {
    return (
      <Alert color="yellow" variant="light" py="xs" role="status">
        {words.revealed}
      </Alert>
    );
  }
  return (
    <>
      <Alert color="gray" variant="light" py="xs" icon={<IconOf icon="eye" />}>
        <Group gap="sm" justify="space-between">
          <Text size="sm">{may("editor") ? words.masked : words.maskedViewer}</Text>
          {may("editor") && (
            <Tooltip label={words.revealNote}>
              <Button
                size="xs"
                variant="default"
                loading={reveal.isPending}
                onClick={() => reveal.mutate()}
              >
                {words.reveal}
              </Button>
            </Tooltip>
          )}
        </Group>
      </Alert>
      {reveal.isError && <ErrorState problem={reveal.error} />}
    </>
  );
}
