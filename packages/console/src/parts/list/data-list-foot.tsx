import { Button, Group, Loader, Text } from "@mantine/core";
import type { ReactNode } from "react";
import { useWords } from "../../words/speaking.tsx";
import { ErrorState } from "../page/states.tsx";

/** The pages that are not loaded yet. */
export interface MoreRows {
  hasMore: boolean;
  isLoading: boolean;
  /** Why the next page failed to load. */
  problem: unknown;
  load(): void;
}

/** The line below the last row: more rows, why they failed to load, or the end of the list. */
export function DataListFoot({ more, end }: { more: MoreRows; end: ReactNode }) {
  const words = useWords("fields.list");
  if (more.problem) return <ErrorState problem={more.problem} retry={() => more.load()} />;
  if (!more.hasMore) return end;
  return (
    <Group gap="xs">
      {more.isLoading ? (
        <>
          <Loader size="xs" aria-hidden="true" />
          <Text size="xs">{words.loading}</Text>
        </>
      ) : (
        <Button size="compact-xs" variant="subtle" onClick={() => more.load()}>
          {words.retry}
        </Button>
      )}
    </Group>
  );
}
