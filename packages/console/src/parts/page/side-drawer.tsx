import { Drawer, Group } from "@mantine/core";
import type { ReactNode } from "react";

/** Something beside the page, over it. Its head is no banner, as Mantine's own would be. */
export function SideDrawer(props: {
  isOpen: boolean;
  onClose(): void;
  title: string;
  close: string;
  size: number;
  tools?: ReactNode;
  children: ReactNode;
}) {
  const { isOpen, onClose, title, close, size, tools, children } = props;
  return (
    <Drawer.Root opened={isOpen} onClose={onClose} position="right" size={size}>
      <Drawer.Overlay />
      <Drawer.Content>
        <Drawer.Header role="none">
          <Group gap="xs">
            <Drawer.Title fw={650}>{title}</Drawer.Title>
            {tools}
          </Group>
          <Drawer.CloseButton aria-label={close} />
        </Drawer.Header>
        {/* React tells a form around it of what is sent here: that is the drawer's own. */}
        <Drawer.Body onSubmit={(event) => event.stopPropagation()}>{children}</Drawer.Body>
      </Drawer.Content>
    </Drawer.Root>
  );
}
