import { Box, Group, Text } from "@mantine/core";
import type { ReactNode } from "react";
import { CopyButton } from "../../../parts/code/copy-button.tsx";

/** A text shown verbatim, with a copy button. It scrolls on its own, also by keyboard. */
export function CodeBlock(props: {
  text: string;
  /** Name of the code block for screen readers and the copy button. */
  name: string;
  /** Shown in place of the text, with parts of it marked. */
  children?: ReactNode;
  note?: ReactNode;
  wraps?: boolean;
}) {
  const { text, name, children, note, wraps = false } = props;
  return (
    <Box>
      <Group justify="space-between" gap="xs" mb={4} wrap="nowrap">
        <Text size="xs" c="dimmed">
          {note ?? name}
        </Text>
        <CopyButton value={text} name={name} />
      </Group>
      <pre
        className={`code-block${wraps ? " wraps" : ""}`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard.
        tabIndex={0}
      >
        <code>{children ?? text}</code>
      </pre>
    </Box>
  );
}
