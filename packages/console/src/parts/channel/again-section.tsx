import { Button, Group } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { Section } from "../page/section.tsx";

/** Texts about reconnecting a channel. */
interface AgainTongue {
  again: string;
  againText: string;
  againButton: string;
}

/** Shows the connect form again on request, when a connection already exists. */
export function AgainSection(props: {
  words: AgainTongue;
  children(close: () => void): ReactNode;
}) {
  const { words, children } = props;
  const [isOpen, setOpen] = useState(false);
  return (
    <Section id="again" title={words.again} text={words.againText}>
      {isOpen ? (
        children(() => setOpen(false))
      ) : (
        <Group>
          <Button variant="default" onClick={() => setOpen(true)}>
            {words.againButton}
          </Button>
        </Group>
      )}
    </Section>
  );
}
