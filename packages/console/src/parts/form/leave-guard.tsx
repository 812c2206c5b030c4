import { Button, Group, Text } from "@mantine/core";
import { useBlocker } from "@tanstack/react-router";
import { useWords } from "../../words/speaking.tsx";
import { Dialog } from "./dialog.tsx";

/** Asks for confirmation before an operator leaves a page with unsaved input. */
export function LeaveGuard({ active, text }: { active: boolean; text: string }) {
  const words = useWords("fields.leave");
  const blocker = useBlocker({
    shouldBlockFn: () => active,
    enableBeforeUnload: () => active,
    withResolver: true,
    disabled: !active,
  });
  const isAsking = blocker.status === "blocked";
  return (
    <Dialog isOpen={isAsking} onClose={() => blocker.reset?.()} title={words.title}>
      <Text size="sm">{text}</Text>
      <Group justify="flex-end" mt="lg" gap="sm">
        <Button variant="default" onClick={() => blocker.reset?.()} data-autofocus>
          {words.stay}
        </Button>
        <Button color="red.9" onClick={() => blocker.proceed?.()}>
          {words.leave}
        </Button>
      </Group>
    </Dialog>
  );
}
