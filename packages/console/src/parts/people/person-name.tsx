import { Group, Text } from "@mantine/core";
import type { ReactNode } from "react";

/** A person in a list: the name with marks beside it, and further details. */
export function PersonName(props: { name: string; marks: ReactNode; children: ReactNode }) {
  return (
    <div className="people-who">
      <Group gap={8}>
        <Text fw={600}>{props.name}</Text>
        {props.marks}
      </Group>
      <Text size="sm" c="dimmed" component="div">
        {props.children}
      </Text>
    </div>
  );
}
