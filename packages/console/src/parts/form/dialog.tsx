import { Modal } from "@mantine/core";
import type { ReactNode } from "react";

/** Mantine puts every dialog at 200. */
const aboveOthers = 400;

/** A dialog in front of the page. Escape or a click outside closes it. */
export function Dialog(props: {
  isOpen: boolean;
  title: string;
  /** In front of other dialogs too. */
  isOnTop?: boolean;
  /** Whether the focus returns to its earlier place; `false` if something else takes it. */
  returnsFocus?: boolean;
  onClose(): void;
  children: ReactNode;
}) {
  const { isOpen, title, isOnTop = false, returnsFocus = true, onClose, children } = props;
  return (
    <Modal.Root
      opened={isOpen}
      onClose={onClose}
      centered
      returnFocus={returnsFocus}
      {...(isOnTop && { zIndex: aboveOthers })}
    >
      <Modal.Overlay />
      {/* Mantine names it by its title only once that has been drawn, which is after it is shown. */}
      <Modal.Content aria-label={title}>
        {/* Mantine makes a banner of it, and a page has one already. */}
        <Modal.Header role="none">
          <Modal.Title fw={650} lh={1.4}>
            {title}
          </Modal.Title>
        </Modal.Header>
        {/* React tells a form around it of what is sent here: that is the dialog's own. */}
        <Modal.Body onSubmit={(event) => event.stopPropagation()}>{children}</Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
