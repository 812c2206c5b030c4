import { Box, Code, Collapse, Group, Stack, Text, UnstyledButton } from "@mantine/core";
import { getRouteApi } from "@tanstack/react-router";
import { useEffect, useId, useRef } from "react";
import { IconOf } from "../../parts/page/icons.tsx";
import type { ApiDocument } from "./api-document.ts";
import type { NamedOperation } from "./list-operations.ts";
import { MethodBadge } from "./method-badge.tsx";
import { OperationDetails } from "./operation-details.tsx";

const route = getRouteApi("/shell/api");

/** One operation; the page's address determines which one is open. */
export function OperationEntry(props: { named: NamedOperation; document: ApiDocument }) {
  const { named, document } = props;
  const { name, method, path, operation } = named;
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const id = useId();
  const isOpen = search.operation === name;
  const entry = useShownAtFirst(isOpen);
  const toggle = () =>
    void navigate({
      search: ({ q }) => ({ ...(q && { q }), ...(!isOpen && { operation: name }) }),
      replace: true,
      resetScroll: false,
    });
  return (
    <Box component="li" className="operation" ref={entry}>
      <UnstyledButton
        w="100%"
        py="xs"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={toggle}
        lang="en"
      >
        <Group gap="sm" align="flex-start">
          <MethodBadge method={method} />
          <Stack gap={2} flex="1 1 180px" miw={0}>
            <Code className="path">{path}</Code>
            <Text size="sm">{operation.summary}</Text>
          </Stack>
          <Box component="span" c="dimmed" className={isOpen ? "fold open" : "fold"}>
            <IconOf icon="chevron" size={16} />
          </Box>
        </Group>
      </UnstyledButton>
      <Collapse expanded={isOpen} id={id}>
        {isOpen && <OperationDetails named={named} document={document} />}
      </Collapse>
    </Box>
  );
}

/** Scrolls to the linked operation instead of the top of the list. */
function useShownAtFirst(isOpen: boolean) {
  const entry = useRef<HTMLLIElement>(null);
  const wasOpen = useRef(isOpen);
  useEffect(() => {
    if (wasOpen.current) entry.current?.scrollIntoView({ block: "start" });
  }, []);
  return entry;
}
