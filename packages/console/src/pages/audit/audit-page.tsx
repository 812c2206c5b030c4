import type { RecordedName } from "@meetbot/admin-api/settings/recorded-name.ts";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useBot, useBotId } from "../../access/bot.ts";
import { api } from "../../api/api.ts";
import { ActionChoice, AuditList } from "../../parts/audit/audit-list.tsx";
import type { ChannelName } from "../../parts/channel/channel-query.ts";
import { PageHeader } from "../../parts/page/page-header.tsx";
import { useWords } from "../../words/speaking.tsx";

/** The facts include all settings and channel names, so a missing text does not compile. */
interface Recorded {
  facts: Record<RecordedName, string>;
  values: Record<ChannelName, string>;
  actionsOn: Record<ChannelName, Record<LinkActions, string>>;
}
type LinkActions = "page_connected" | "page_disconnected" | "page_stopped" | "profile_published";

/** The log of changes to a bot: who, what and when. */
export function AuditPage() {
  const words = useWords("audit");
  const { action } = useSearch({ strict: false }) as { action?: string };
  const navigate = useNavigate();
  return (
    <>
      <PageHeader
        title={words.title}
        text={words.text}
        actions={
          <ActionChoice
            label={words.show}
            everything={words.everything}
            actions={words.actions}
            chosen={action}
            onChoose={(chosen) =>
              void navigate({ to: ".", search: chosen ? { action: chosen } : {} } as never)
            }
          />
        }
      />
      <Entries action={action} />
    </>
  );
}

function Entries({ action }: { action: string | undefined }) {
  const words = useWords("audit");
  const botId = useBotId();
  const timeZone = useBot().data?.time_zone;
  const query = useInfiniteQuery({
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
  const { none, hours, minutes } = words.measures;
  const overlap = (seconds: number) => {
    if (seconds === 0) return none;
    return seconds % 3600 === 0
      ? hours({ count: seconds / 3600 })
      : minutes({ count: seconds / 60 });
  };
  const tongue = { ...(words satisfies Recorded), measures: { overlap_s: overlap } };
  return <AuditList query={query} words={tongue} timeZone={timeZone} />;
}
