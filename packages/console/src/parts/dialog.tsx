import { Modal } from "@mantine/core";
import type { ReactNode } from "react";

/** A question in front of the page. Escape and a click beside it close it. */
export function Dialog(props: {
  isOpen: boolean;
  title: string;
  onClose(): void;
  children: ReactNode;
}) {
  const { isOpen, title, onClose, children } = props;
  return (
    <Modal.Root opened={isOpen} onClose={onClose} centered>
      <Modal.Overlay />
      <Modal.Content>
        {/* Mantine makes a banner of it, and a page has one already. */}
        <Modal.Header role="none">
          <Modal.Title fw={650} lh={1.4}>
            {title}
          </Modal.Title>
        </Modal.Header>
        <Modal.Body>{children}</Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
