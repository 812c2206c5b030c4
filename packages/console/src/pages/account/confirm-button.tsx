import { Button, Group, Stack, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { Dialog } from "../../parts/form/dialog.tsx";
import { useWords } from "../../words/speaking.tsx";
import { useAccountChange } from "./account-data.ts";
import { Fault } from "./fault.tsx";

/** Does something that cannot be undone, after asking. */
export function ConfirmButton(props: {
  label: string;
  /** The label including its subject, for screen readers. */
  name: string;
  title: string;
  text: string;
  change(): Promise<unknown>;
}) {
  const { label, name, title, text, change } = props;
  const words = useWords("account");
  const [isOpen, dialog] = useDisclosure(false);
  const changing = useAccountChange(change);
  const open = () => {
    changing.reset();
    dialog.open();
  };
  return (
    <>
      <Button
        size="xs"
        variant="default"
        className="danger-button"
        aria-label={name}
        onClick={open}
      >
        {label}
      </Button>
      <Dialog isOpen={isOpen} onClose={dialog.close} title={title}>
        <Stack gap="md">
          <Text size="sm">{text}</Text>
          <Fault problem={changing.error} />
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={dialog.close} data-autofocus>
              {words.cancel}
            </Button>
            <Button
              color="red.9"
              loading={changing.isPending}
              onClick={() => changing.mutate(undefined, { onSuccess: dialog.close })}
            >
              {label}
            </Button>
          </Group>
        </Stack>
      </Dialog>
    </>
  );
}
