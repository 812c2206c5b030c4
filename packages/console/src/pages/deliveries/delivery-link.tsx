import { Anchor } from "@mantine/core";
import { Link } from "@tanstack/react-router";

/** A delivery's id as a link that opens the delivery next to the list. */
export function DeliveryLink({ botId, id }: { botId: string; id: string }) {
  return (
    <Anchor
      ff="monospace"
      size="xs"
      style={{ overflowWrap: "anywhere" }}
      renderRoot={(root) => (
        <Link {...root} to="/bots/$botId/deliveries" params={{ botId }} search={{ delivery: id }} />
      )}
    >
      {id}
    </Anchor>
  );
}
