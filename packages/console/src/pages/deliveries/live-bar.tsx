import { Button, Group, Text } from "@mantine/core";
import { useWords } from "../../words/speaking.tsx";
import type { LiveState } from "./use-live.ts";

/** Shows the state of the live tail, and how many new deliveries wait above while the operator reads further down. */
export function LiveBar(props: { state: LiveState; held: number; onTake(): void }) {
  const { state, held, onTake } = props;
  const words = useWords("deliveries");
  return (
    <>
      <Group gap="xs" mih={state === "off" ? 0 : 28} role="status">
        {state !== "off" && (
          <>
            <span className="live-dot" data-state={state} aria-hidden="true" />
            <Text size="xs" c="dimmed">
              {words.liveStates[state]}
            </Text>
          </>
        )}
      </Group>
      {held > 0 && (
        <Button
          size="xs"
          radius="xl"
          onClick={onTake}
          style={{
            position: "fixed",
            top: 68,
            left: "50%",
            transform: "translateX(-50%)",
            zIndex: 3,
          }}
        >
          {words.newOnes({ count: held })}
        </Button>
      )}
    </>
  );
}
