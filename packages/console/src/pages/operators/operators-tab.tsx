import "../../parts/people/people.css";
import { Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { botsQuery, useMe } from "../../access/me.ts";
import { QueryView } from "../../parts/page/query-view.tsx";
import { Section } from "../../parts/page/section.tsx";
import { type Invitation, InvitationList } from "../../parts/people/invitation-list.tsx";
import { useWords } from "../../words/speaking.tsx";
import { type OperatorPrompt, OperatorQuestion } from "./operator-question.tsx";
import { OperatorRow } from "./operator-row.tsx";
import type { useOperators } from "./use-operators.ts";

/** Lists all operators and invitations. */
export function OperatorsTab({ people }: { people: ReturnType<typeof useOperators> }) {
  const words = useWords("operators.main");
  const gives = useGives();
  const ownId = useMe().data?.operator?.id;
  const [question, setQuestion] = useState<OperatorPrompt | null>(null);
  return (
    <QueryView query={people.operators} height={420}>
      {({ data, invitations }) => (
        <Stack maw={880} gap="md">
          <Section id="operators" title={words.list} text={words.listText}>
            <ul className="people" aria-label={words.list}>
              {data.map((operator) => (
                <OperatorRow
                  key={operator.operator_id}
                  operator={operator}
                  isYou={operator.operator_id === ownId}
                  onAsk={(kind) => setQuestion({ kind, operator })}
                />
              ))}
            </ul>
            {data.length === 1 && (
              <Text size="sm" c="dimmed">
                {words.alone}
              </Text>
            )}
          </Section>
          <InvitationList invitations={invitations} gives={gives} revoke={people.revoke} />
          {question && (
            <OperatorQuestion
              question={question}
              isOwn={question.operator.operator_id === ownId}
              people={people}
              onClose={() => setQuestion(null)}
            />
          )}
        </Stack>
      )}
    </QueryView>
  );
}

/** Returns a function that describes the access an invitation grants, on any bot. */
function useGives(): (invitation: Invitation) => string {
  const words = useWords("operators.main");
  const roles = useWords("fields.roles");
  const { data: bots } = useQuery(botsQuery);
  return ({ administrator, bot_id: botId, role }) => {
    if (administrator) return roles.administrator;
    if (!botId || !role) return words.operator;
    const bot = bots?.data.find(({ bot_id }) => bot_id === botId);
    return words.roleOn({ bot: bot?.name ?? botId, role: roles[role].toLowerCase() });
  };
}
