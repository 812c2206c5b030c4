import { Button, Group, Text } from "@mantine/core";
import { useFormats } from "../../../words/formats.ts";
import { useWords } from "../../../words/speaking.tsx";
import type { ListedRow } from "../data/inbox-data.ts";
import { InboxList } from "./inbox-list.tsx";
import type { useSearched } from "./use-search.ts";

/** The results of a search, with a link back to the lists. */
export function FoundList(props: {
  botId: string;
  text: string;
  found: ReturnType<typeof useSearched>;
  rows: readonly ListedRow[];
  openId: string | undefined;
  onClear(): void;
}) {
  const { text, found, rows, onClear, ...list } = props;
  const words = useWords("inbox.list");
  const formats = useFormats();
  const count = `${formats.number(rows.length)}${found.hasNextPage ? "+" : ""}`;
  const says =
    rows.length === 0
      ? words.none({ text })
      : rows.length === 1
        ? words.one({ text })
        : words.many({ count, text });
  return (
    <>
      <Group justify="space-between" gap={4} px="xs">
        <Text size="sm" role="status" miw={0} style={{ overflowWrap: "anywhere" }}>
          {found.data && says}
        </Text>
        <Button size="compact-xs" variant="default" onClick={onClear}>
          {words.clear}
        </Button>
      </Group>
      <InboxList {...list} rows={rows} list={found} label={words.list({ text })} none="" />
    </>
  );
}
