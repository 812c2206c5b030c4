import { Anchor } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useMe } from "../../../access/me.ts";
import { useMayAnswer } from "../../../access/role.ts";
import { useWords } from "../../../words/speaking.tsx";
import { deskQuery, inboxKey } from "../data/inbox-data.ts";
import { OrderPanel } from "../panel/order-panel.tsx";
import type { Insert } from "./talk.tsx";

/** The column beside a conversation: its customer, their orders, and a link to the full record. */
export function AboutSide(props: { botId: string; conversationId: string; onInsert: Insert }) {
  const { botId, conversationId, onInsert } = props;
  const queries = useQueryClient();
  const words = useWords("inbox.main");
  const mayAnswer = useMayAnswer(botId);
  const own = useMe().data?.operator?.id;
  const { data: row } = useQuery(deskQuery(botId, conversationId));
  if (!row) return null;
  return (
    <>
      <OrderPanel
        key={conversationId}
        {...{ botId, conversationId, onInsert }}
        onSent={() => void queries.invalidateQueries({ queryKey: inboxKey(botId) })}
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
