import { Text } from "@mantine/core";
import { useWords } from "../../words/speaking.tsx";

/** Explains why an editor cannot change the fields above or below. */
export function OwnersNote() {
  return (
    <Text size="sm" c="dimmed">
      {useWords("fields.owners").note}
    </Text>
  );
}
