import { Text } from "@mantine/core";
import { useWords } from "../../words/speaking.tsx";

/** Says why an editor cannot change what is above, or below. */
export function OwnersNote() {
  return (
    <Text size="sm" c="dimmed">
      {useWords("fields.owners").note}
    </Text>
  );
}
