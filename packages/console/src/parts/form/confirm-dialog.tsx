import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import { useWords } from "../../words/speaking.tsx";
import { ErrorState } from "../page/states.tsx";

/** Asks for confirmation before an action that cannot be undone. */
export function ConfirmDialog(props: {
  isOpen: boolean;
  title: string;
  text: string;
  confirm: string;
  isBusy: boolean;
  problem: unknown;
  onConfirm(): void;
  onClose(): void;
}) {
  const words = useWords("parts.states");
  return (
    <Modal.Root opened={props.isOpen} onClose={props.onClose} centered>
      <Modal.Overlay />
      <Modal.Content aria-label={props.title}>
        <Modal.Header role="none">
          <Modal.Title fw={650}>{props.title}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Stack>
            <Text size="sm">{props.text}</Text>
            {props.problem !== null && <ErrorState problem={props.problem} />}
            <Group justify="flex-end">
              <Button variant="default" onClick={props.onClose} data-autofocus>
                {words.cancel}
              </Button>
              <Button color="red.9" loading={props.isBusy} onClick={props.onConfirm}>
                {props.confirm}
              </Button>
            </Group>
          </Stack>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
