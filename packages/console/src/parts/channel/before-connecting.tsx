import { List, Stack, Text } from "@mantine/core";

/** Lists the steps to take at the platform before its channel can be connected. */
export function BeforeConnecting(props: {
  words: { before: string; steps: Readonly<Record<string, string>> };
}) {
  const { before, steps } = props.words;
  return (
    <Stack gap={6}>
      <Text fw={600} size="sm">
        {before}
      </Text>
      <List type="ordered" size="sm" spacing={4} className="any-text">
        {Object.entries(steps).map(([name, step]) => (
          <List.Item key={name}>{step}</List.Item>
        ))}
      </List>
    </Stack>
  );
}
