import { Button, Popover } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { useMe } from "../../../access/me.ts";
import { useWords } from "../../../words/speaking.tsx";
import type { InboxDesk } from "../data/inbox-data.ts";
import { useColleagues } from "../notes/notes-data.ts";
import { isSnoozed } from "./is-snoozed.ts";
import { tomorrowAt } from "./tomorrow-at.ts";
import type { useTurns } from "./use-turns.ts";

const hourMs = 60 * 60 * 1000;

/** The menu that snoozes and assigns a conversation. */
export function TurnMenu(props: {
  botId: string;
  row: InboxDesk;
  onTurn: ReturnType<typeof useTurns>["mutate"];
}) {
  const { botId, row, onTurn } = props;
  const words = useWords("inbox.turns");
  const own = useMe().data?.operator?.id ?? null;
  const [isOpen, setOpen] = useState(false);
  const people = useColleagues(botId, isOpen).toSorted(
    (a, b) => Number(b.operator_id === own) - Number(a.operator_id === own),
  );
  const choose = (turn: Parameters<typeof onTurn>[0]) => () => {
    setOpen(false);
    onTurn(turn);
  };
  return (
    <Popover
      opened={isOpen}
      onChange={setOpen}
      position="bottom-start"
      width={260}
      trapFocus
      returnFocus
      shadow="md"
    >
      <Popover.Target>
        <Button size="compact-sm" variant="default" onClick={() => setOpen(!isOpen)}>
          {words.menu}
        </Button>
      </Popover.Target>
      <Popover.Dropdown className="turn-menu" aria-label={words.menu}>
        <Choices title={words.snooze}>
          <Choice onClick={choose(until(new Date(Date.now() + hourMs)))}>{words.anHour}</Choice>
          <Choice onClick={choose(until(tomorrowAt(9, new Date())))}>{words.tomorrow}</Choice>
          <Choice onClick={choose({ snooze: { until_reply: true } })}>{words.untilReply}</Choice>
          {isSnoozed(row, Date.now()) && (
            <Choice onClick={choose({ snooze: null })}>{words.bringBack}</Choice>
          )}
        </Choices>
        <Choices title={words.assign}>
          {people.map(({ operator_id: id, name, on }) => (
            <Choice
              key={id}
              onClick={choose({ assign: id })}
              isChosen={row.assigned_to?.operator_id === id}
            >
              {id === own ? words.you({ name }) : name}
              {!on && ` · ${words.off}`}
            </Choice>
          ))}
          <Choice onClick={choose({ assign: null })} isChosen={row.assigned_to === null}>
            {words.nobody}
          </Choice>
        </Choices>
      </Popover.Dropdown>
    </Popover>
  );
}

const until = (at: Date) => ({ snooze: { until: at.toISOString(), until_reply: true } });

function Choices({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset className="turn-choices">
      <legend>{title}</legend>
      {children}
    </fieldset>
  );
}

function Choice(props: { onClick(): void; isChosen?: boolean; children: ReactNode }) {
  const { onClick, isChosen, children } = props;
  return (
    <Button
      size="compact-sm"
      variant="subtle"
      color="gray"
      c="var(--mantine-color-text)"
      fullWidth
      justify="flex-start"
      onClick={onClick}
      {...(isChosen !== undefined && { "aria-pressed": isChosen })}
    >
      {isChosen ? "✓ " : ""}
      {children}
    </Button>
  );
}
