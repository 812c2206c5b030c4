import { Group, Text } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { api } from "../../api/api.ts";
import { ActionChoice, AuditList } from "../../parts/audit/audit-list.tsx";
import { useWords } from "../../words/speaking.tsx";
import type { OperatorSearch } from "./operator-search.ts";

/** The audit log of operators. */
export function OperatorAudit() {
  const words = useWords("operators.audit");
  const { action } = useSearch({ from: "/shell/operators" }) as OperatorSearch;
  const navigate = useNavigate();
  const query = useInfiniteQuery({
    queryKey: ["operators", "audit", action ?? ""],
    queryFn: ({ signal, pageParam }) =>
      api("GET /operators/audit", { query: { cursor: pageParam, action } }, { signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next_cursor }) => next_cursor ?? undefined,
  });
  return (
    <>
      <Group justify="space-between" gap="md" mb="md" maw={880}>
        <Text size="sm" c="dimmed">
          {words.text}
        </Text>
        <ActionChoice
          label={words.show}
          everything={words.everything}
          actions={words.actions}
          chosen={action}
          onChoose={(chosen) =>
            void navigate({
              to: "/operators",
              search: { tab: "audit", ...(chosen && { action: chosen }) },
            })
          }
        />
      </Group>
      <AuditList query={query} words={words} />
    </>
  );
}
