import { Group, Text } from "@mantine/core";
import type { ReactNode } from "react";
import { type Icon, IconOf } from "../../parts/page/icons.tsx";

/** A list row for something that the operator owns, with facts and actions. */
export function OwnRow(props: {
  icon: Icon;
  title: string;
  mark?: ReactNode;
  facts: readonly string[];
  details?: ReactNode;
  children?: ReactNode;
}) {
  const { icon, title, mark, facts, details, children } = props;
  return (
    <li className="own-row">
      <span className="own-row-icon">
        <IconOf icon={icon} size={20} />
      </span>
      <div className="own-row-text">
        <Group gap="xs">
          <Text fw={600} className="own-row-title">
            {title}
          </Text>
          {mark}
        </Group>
        <Text size="sm" c="dimmed">
          {facts.join(" · ")}
        </Text>
        {details}
      </div>
      <Group gap="xs" className="own-row-actions">
        {children}
      </Group>
    </li>
  );
}
