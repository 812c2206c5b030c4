import { Code, Group, ScrollArea, SegmentedControl, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { useWords } from "../../words/speaking.tsx";
import { CopyButton } from "./copy-button.tsx";
import { formatJson } from "./format-json.ts";

/** A body that travelled: set out in lines if it is JSON, and as it is. */
export function BodyView({ body, label }: { body: string; label: string }) {
  const words = useWords("fields.body");
  const formatted = formatJson(body);
  const [isRaw, setRaw] = useState(false);
  if (body === "") return <Text c="dimmed">{words.empty}</Text>;
  const text = isRaw ? body : (formatted ?? body);
  return (
    <Stack gap="xs">
      <Group justify="space-between">
        {formatted === null ? (
          <Text size="xs" c="dimmed">
            {words.notJson}
          </Text>
        ) : (
          <SegmentedControl
            size="xs"
            aria-label={label}
            value={isRaw ? "raw" : "formatted"}
            onChange={(chosen) => setRaw(chosen === "raw")}
            data={[
              { value: "formatted", label: words.formatted },
              { value: "raw", label: words.raw },
            ]}
          />
        )}
        <CopyButton value={text} name={label} />
      </Group>
      <ScrollArea.Autosize
        mah={420}
        type="auto"
        viewportProps={{ tabIndex: 0, role: "region", "aria-label": label }}
      >
        <Code block style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>
          {text}
        </Code>
      </ScrollArea.Autosize>
    </Stack>
  );
}
