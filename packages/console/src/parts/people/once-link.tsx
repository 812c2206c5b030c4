import { Button, Group, Stack, Text } from "@mantine/core";
import { CodeBlock } from "../code/code-block.tsx";
import { CopyButton } from "../code/copy-button.tsx";

/** A link that is shown only once, for sending to someone. */
export function OnceLink(props: {
  link: string;
  name: string;
  text: string;
  copy: string;
  done: string;
  onDone(): void;
}) {
  return (
    <Stack gap="md">
      <Text size="sm">{props.text}</Text>
      <CodeBlock code={props.link} name={props.name} wraps />
      <Group justify="flex-end" gap="sm">
        <CopyButton value={props.link} label={props.copy} />
        <Button size="xs" onClick={props.onDone} data-autofocus>
          {props.done}
        </Button>
      </Group>
    </Stack>
  );
}
