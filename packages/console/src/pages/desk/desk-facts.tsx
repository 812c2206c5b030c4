import { Stack, Text } from "@mantine/core";
import { type Tone, ToneBadge } from "../../parts/page/tone-badge.tsx";
import { useFormats } from "../../words/formats.ts";
import { useWords } from "../../words/speaking.tsx";
import type { HelpDesk } from "./desk-data.ts";

type State = "on" | "off" | "stopped" | "failing";

const tones: Record<State, Tone> = { on: "good", off: "quiet", stopped: "bad", failing: "wait" };

function stateOf({ enabled, stopped_for: stopped, failing_since: failing }: HelpDesk): State {
  if (stopped) return "stopped";
  if (!enabled) return "off";
  return failing ? "failing" : "on";
}

/** How a desk is doing, in a line. */
export function DeskFacts({ desk }: { desk: HelpDesk }) {
  const words = useWords("desk");
  const formats = useFormats();
  const { shown, with_numbers: withNumbers, last_done_at: doneAt, behind } = desk;
  const state = stateOf(desk);
  const facts = [
    shown,
    withNumbers ? words.withOrders : words.masked,
    doneAt ? words.lastDone({ ago: formats.ago(doneAt) }) : words.neverDone,
    ...(behind > 0 ? [words.behind({ count: behind })] : []),
  ];
  return (
    <Stack gap={6} align="flex-start" mt={4}>
      <ToneBadge tone={tones[state]}>{words.states[state]}</ToneBadge>
      <span className="any-text">{facts.join(" · ")}</span>
    </Stack>
  );
}

/** The help desk's current problem, and what to do about it. */
export function DeskTrouble({ desk }: { desk: HelpDesk }) {
  const words = useWords("desk");
  const formats = useFormats();
  const { stopped_for: reason, stopped_at: at, failing_since: since, problem } = desk;
  const text =
    reason && at
      ? words.stoppedFor[reason]({ at: formats.dateTime(at) })
      : since && words.failingSince({ at: formats.dateTime(since) });
  if (!text && !problem) return null;
  return (
    <Stack gap={4} role="status">
      {text && <Text size="sm">{text}</Text>}
      {problem && (
        <Text size="sm" className="any-text">
          {words.problem({ problem })}
        </Text>
      )}
    </Stack>
  );
}
