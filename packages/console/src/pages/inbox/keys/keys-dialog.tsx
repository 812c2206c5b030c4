import { Button, Group, Kbd, Stack, Text } from "@mantine/core";
import { Dialog } from "../../../parts/form/dialog.tsx";
import { useWords } from "../../../words/speaking.tsx";

/** All keys of the inbox. */
export function KeysDialog({ isOpen, onClose }: { isOpen: boolean; onClose(): void }) {
  const words = useWords("inbox.main");
  const { keyList: list } = words;
  const keys = [
    ["j", list.next],
    ["k", list.previous],
    ["r", list.reply],
    ["n", list.note],
    ["t", list.take],
    ["g", list.giveBack],
    ["e", list.close],
    ["Esc", list.leave],
    ["?", list.help],
  ] as const;
  return (
    <Dialog isOpen={isOpen} title={words.keys} onClose={onClose}>
      <Stack gap="xs">
        <dl className="inbox-keys">
          {keys.map(([key, does]) => (
            <div key={key}>
              <dt>
                <Kbd>{key}</Kbd>
              </dt>
              <dd>{does}</dd>
            </div>
          ))}
        </dl>
        <Text size="sm" c="dimmed">
          {words.keyNote}
        </Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} data-autofocus>
            {words.closeDialog}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
