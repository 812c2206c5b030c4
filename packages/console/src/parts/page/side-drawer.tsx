import { Drawer, Group } from "@mantine/core";
import type { ReactNode } from "react";

/** A drawer that opens over the side of the page. Unlike Mantine's, its header is not a banner landmark. */
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
