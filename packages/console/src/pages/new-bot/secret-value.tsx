import { Code, Text } from "@mantine/core";
import { CodeBlock } from "../../parts/code/code-block.tsx";

/** A value that is shown only once, with its purpose and its environment variable. */
export function SecretValue(props: {
  title: string;
  text: string;
  variable?: string;
  value: string;
}) {
  return (
    <div>
      <Text fw={600}>{props.title}</Text>
      <Text size="sm" c="dimmed" mb={6}>
        {props.text} {props.variable && <Code>{props.variable}</Code>}
      </Text>
      <CodeBlock code={props.value} name={props.title} wraps />
    </div>
  );
}
