import { Button, Collapse, Group } from "@mantine/core";
import { useDisclosure, useMediaQuery } from "@mantine/hooks";
import type { ReactNode } from "react";
import { useWords } from "../../words/speaking.tsx";
import { IconOf } from "../page/icons.tsx";

/** The filters of a list, in a row; collapsed on a phone until the user opens them. */
export function FilterBar(props: {
  /** Content that is always visible, such as a search field. */
  first?: ReactNode;
  /** How much the list is narrowed at this moment. */
  count: number;
  onClear(): void;
  children: ReactNode;
}) {
  const { first, count, onClear, children } = props;
  const words = useWords("fields.filters");
  const isPhone = useMediaQuery("(max-width: 48em)", false, { getInitialValueInEffect: false });
  const [isOpen, folding] = useDisclosure(false);
  const clear = count > 0 && (
    <Button size="xs" variant="subtle" onClick={onClear}>
      {words.clear}
    </Button>
  );
  if (!isPhone) {
    return (
      <Group gap="sm" align="flex-end" mb="md">
        {first}
        {children}
        {clear}
      </Group>
    );
  }
  return (
    <div style={{ marginBottom: "var(--mantine-spacing-md)" }}>
      {first}
      <Group gap="xs" mt={first ? "xs" : 0}>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconOf icon="filter" size={14} />}
          aria-expanded={isOpen}
          onClick={folding.toggle}
        >
          {words.filters({ count })}
        </Button>
        {clear}
      </Group>
      <Collapse expanded={isOpen}>
        <Group gap="sm" align="flex-end" mt="sm">
          {children}
        </Group>
      </Collapse>
    </div>
  );
}
