import { Anchor } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useMe } from "../../../access/me.ts";
import { useMayAnswer } from "../../../access/role.ts";
import { useWords } from "../../../words/speaking.tsx";
import { deskQuery } from "../data/inbox-data.ts";
import { inboxWords } from "../inbox-words.ts";
import { OrderPanel } from "../panel/order-panel.tsx";

/** What stands beside a conversation: its customer, their orders, and the way to all that is recorded of it. */
export function AboutSide({ botId, conversationId }: { botId: string; conversationId: string }) {
  const words = useWords(inboxWords);
  const mayAnswer = useMayAnswer(botId);
  const own = useMe().data?.operator?.id;
  const { data: row } = useQuery(deskQuery(botId, conversationId));
  if (!row) return null;
  return (
    <>
      <OrderPanel
        key={conversationId}
        {...{ botId, conversationId }}
        mayWrite={mayAnswer}
        lastSeq={row.last_seq}
        isOwn={row.holder === "person" && row.held_by?.operator_id === own}
      />
      <Anchor
        size="sm"
        mt="sm"
        display="block"
        renderRoot={(root) => (
          <Link
            {...root}
            to="/bots/$botId/conversations/$conversationId"
            params={{ botId, conversationId }}
          />
        )}
      >
        {words.open}
      </Anchor>
    </>
  );
}
