import { Alert, Group, Text } from "@mantine/core";
import { useFormats } from "../../words/formats.ts";
import { useWords } from "../../words/speaking.tsx";
import { IconOf } from "../page/icons.tsx";
import { ToneBadge } from "../page/tone-badge.tsx";

/** State of a link, limited to what all channels report alike. */
export interface Link {
  state: "connected" | "paused" | "stopped";
  stopped_for: "auth" | "restricted" | null;
  paused_until: string | null;
}

/** Texts on why a channel's link sends nothing, and what to do. */
export interface LinkTongue {
  stopped: Readonly<Record<"auth" | "restricted", string>>;
  paused(places: { at: string }): string;
}

const tones = { connected: "good", paused: "wait", stopped: "bad" } as const;

/** Shows whether a link sends messages and, if not, why. */
export function LinkHead(props: { link: Link; name: string; words: LinkTongue }) {
  const { link, name, words } = props;
  const { states } = useWords("fields.channel");
  const formats = useFormats();
  return (
    <>
      <Group gap="sm">
        <ToneBadge tone={tones[link.state]}>{states[link.state]}</ToneBadge>
        <Text fw={600} className="any-text">
          {name}
        </Text>
      </Group>
      {link.stopped_for && (
        <Alert color="red" variant="light" icon={<IconOf icon="warning" />}>
          {words.stopped[link.stopped_for]}
        </Alert>
      )}
      {link.paused_until && (
        <Alert color="yellow" variant="light" icon={<IconOf icon="warning" />}>
          {words.paused({ at: formats.dateTime(link.paused_until) })}
        </Alert>
      )}
    </>
  );
}

/** A number, with an explanation below it unless it is 0. */
export function Counted({ count, note }: { count: number; note: string }) {
  const formats = useFormats();
  return (
    <>
      {formats.number(count)}
      {count > 0 && <Note>{note}</Note>}
    </>
  );
}

/** A note that explains a fact. */
export function Note({ children }: { children: string }) {
  return (
    <Text size="xs" c="dimmed">
      {children}
    </Text>
  );
}
