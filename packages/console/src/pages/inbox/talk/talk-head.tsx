import { ActionIcon, Button, Group, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useMe } from "../../../access/me.ts";
import { WriteProblem } from "../../../parts/form/write-problem.tsx";
import { IconOf } from "../../../parts/page/icons.tsx";
import type { CatalogWords } from "../../../words/catalogs.ts";
import { useLanguageName } from "../../../words/customer-languages.ts";
import { useWords } from "../../../words/speaking.tsx";
import type { InboxDesk, InboxRow } from "../data/inbox-data.ts";
import { useClock } from "../data/use-clock.ts";
import { useInboxPlace } from "../data/use-inbox-place.ts";
import type { Move } from "../data/use-moves.ts";
import { LabelChips } from "../labels/label-chips.tsx";
import { LabelMenu } from "../labels/label-menu.tsx";
import { PresentLine } from "../turns/present-line.tsx";
import { TurnLine } from "../turns/turn-line.tsx";
import { TurnMenu } from "../turns/turn-menu.tsx";
import { useTurns } from "../turns/use-turns.ts";
import { formatChannel, formatPerson } from "../words/say-names.ts";
import { describeMove } from "./move-line.tsx";
import { heldSince, lastOf } from "./what-happened.ts";

/** The head of a conversation: its customer, who holds it since when, and its actions. */
export function TalkHead(props: {
  botId: string;
  row: InboxDesk;
  mayAnswer: boolean;
  isBusy: boolean;
  onMove(move: Move): void;
  onAbout(): void;
}) {
  const { botId, row, mayAnswer, isBusy, onMove, onAbout } = props;
  const { listed } = useInboxPlace();
  const words = useWords("inbox.main");
  const nameOf = useLanguageName();
  const own = useMe().data?.operator?.id ?? null;
  const state = useSaidState(row, own);
  const turns = useTurns(botId, row.conversation_id);
  return (
    <div className="talk-head">
      <Group gap="xs" wrap="nowrap" justify="space-between">
        <Group gap="xs" wrap="nowrap" miw={0}>
          <Link
            className="talk-back"
            to="/bots/$botId/inbox"
            params={{ botId }}
            search={listed}
            state
            preload={false}
          >
            ← {words.back}
          </Link>
          <Text component="h2" fw={600} truncate m={0} size="md">
            {formatChannel(row.channel, words)} ·{" "}
            {row.locale ? nameOf(row.locale) : words.unknownLanguage}
          </Text>
        </Group>
        <ActionIcon
          className="talk-about"
          variant="default"
          aria-label={words.about}
          onClick={onAbout}
        >
          <IconOf icon="account" size={16} />
        </ActionIcon>
      </Group>
      <Group gap="xs" justify="space-between">
        <Text size="sm" c="dimmed" role="status" style={{ flex: "1 1 200px" }}>
          {state}
        </Text>
        {mayAnswer && (
          <Group gap={6}>
            <LabelMenu {...{ botId }} conversationId={row.conversation_id} ids={row.labels} />
            <TurnMenu {...{ botId, row }} onTurn={turns.mutate} />
            {movesOf(row, own).map((move) => (
              <Button
                key={move}
                size="compact-sm"
                variant={move === "take" ? "filled" : "default"}
                disabled={isBusy}
                title={
                  move === "reopen"
                    ? undefined
                    : words.keyOf({ word: wordsOf(words)[move], key: keys[move] })
                }
                onClick={() => onMove(move)}
              >
                {wordsOf(words)[move]}
              </Button>
            ))}
          </Group>
        )}
      </Group>
      <div role="status" className="talk-told">
        <TurnLine row={row} />
        <LabelChips botId={botId} ids={row.labels} />
        <PresentLine present={row.present} />
      </div>
      {turns.error && <WriteProblem problem={turns.error} />}
    </div>
  );
}

const keys = { take: "t", release: "g", close: "e" } as const;

const wordsOf = (words: CatalogWords<"inbox.main">): Record<Move, string> => ({
  take: words.take,
  release: words.giveBack,
  close: words.close,
  reopen: words.reopen,
});

/** Returns the actions that make sense in the conversation's current state. */
export function movesOf({ holder, held_by, status }: InboxRow, own: string | null): Move[] {
  const isMine = holder === "person" && held_by?.operator_id === own;
  if (isMine) return ["release", "close"];
  if (holder === "person") return ["take"];
  return status === "closed" ? ["take", "reopen"] : ["take", "close"];
}

function useSaidState(row: InboxDesk, own: string | null): string {
  const words = useWords("inbox.main");
  const { state, somebody } = words;
  const clock = useClock();
  const heldAt = heldSince(row);
  const since = heldAt ? clock.moment(heldAt) : "";
  if (row.holder === "person") {
    if (row.held_by?.operator_id === own) return state.mine({ since });
    return state.other({
      name: row.held_by ? formatPerson(row.held_by, own, words) : somebody,
      since,
    });
  }
  if (row.holder === "waiting")
    return state.waiting({ since: clock.moment(row.waiting_since ?? row.updated_at) });
  const last = lastOf(row);
  if (row.owed_since) {
    const owedAt = clock.moment(row.owed_since);
    if (last === "reopened") return state.reopened({ since: owedAt });
    return last ? state.owed({ since: owedAt }) : state.owes({ since: owedAt });
  }
  if (last !== null && last !== "reopened")
    return state.returned({ what: describeMove(last, own, words) });
  return row.status === "closed" ? state.closed : state.bot;
}
