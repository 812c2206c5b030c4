import { Group, Text } from "@mantine/core";
import { CopyButton } from "../../../parts/code/copy-button.tsx";
import { useWords } from "../../../words/speaking.tsx";
import type { Panel } from "./use-panel.ts";

/** Shows the numbers that the customer named and whether the shop recognizes them. */
export function NamedNumbers({ panel }: { panel: Panel }) {
  const words = useWords("inbox.panel");
  return (
    <ul>
      {panel.numbers.map(({ kind, number, shop }) => (
        <li key={number}>
          <Group gap={6} wrap="nowrap" justify="space-between">
            <Text size="sm">
              {kind ? words[kind]({ number }) : number}{" "}
              <Text span size="xs" c="dimmed">
                {words.shop[shop]}
              </Text>
            </Text>
            {!panel.masked && <CopyButton value={number} name={number} />}
          </Group>
        </li>
      ))}
    </ul>
  );
}
