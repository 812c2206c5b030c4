import { Alert, Button, Stack, Text } from "@mantine/core";
import { CodeBlock } from "../code/code-block.tsx";
import { IconOf } from "../page/icons.tsx";
import { LeaveGuard } from "./leave-guard.tsx";

/** Shows a value once, until the operator confirms that it is stored. */
export function ShownOnce(props: {
  title: string;
  text: string;
  name: string;
  code: string;
  kept: string;
  onKept(): void;
}) {
  const { title, text, name, code, kept, onKept } = props;
  return (
    <Alert
      color="yellow"
      variant="light"
      icon={<IconOf icon="keys" />}
      title={title}
      role="group"
      aria-label={title}
    >
      <Stack gap="sm" align="stretch">
        <Text size="sm">{text}</Text>
        <CodeBlock code={code} name={name} wraps />
        <div>
          <Button size="xs" variant="default" onClick={onKept}>
            {kept}
          </Button>
        </div>
      </Stack>
      <LeaveGuard active text={text} />
    </Alert>
  );
}
