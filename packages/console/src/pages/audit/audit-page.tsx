import { useInfiniteQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useBot, useBotId } from "../../access/bot.ts";
import { api } from "../../api/api.ts";
import { ActionChoice, AuditList } from "../../parts/audit/audit-list.tsx";
import { PageHeader } from "../../parts/page/page-header.tsx";
import { useWords } from "../../words/speaking.tsx";
import { auditWords } from "./audit-words.ts";

/** Who changed what about a bot, and when. */
export function AuditPage() {
  const words = useWords(auditWords);
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
  const words = useWords(auditWords);
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
  return <AuditList query={query} words={words} timeZone={timeZone} />;
}
