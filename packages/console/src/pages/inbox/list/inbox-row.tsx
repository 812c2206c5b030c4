import { VisuallyHidden } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useMe } from "../../../access/me.ts";
import { IconOf } from "../../../parts/page/icons.tsx";
import { ToneBadge } from "../../../parts/page/tone-badge.tsx";
import { useLanguageName } from "../../../words/customer-languages.ts";
import { useWords } from "../../../words/speaking.tsx";
import type { ListedRow } from "../data/inbox-data.ts";
import { useNow } from "../data/use-clock.ts";
import { useInboxPlace } from "../data/use-inbox-place.ts";
import { LabelChips } from "../labels/label-chips.tsx";
import { isSnoozed } from "../turns/is-snoozed.ts";
import { formatAge, formatChannel, formatPerson } from "../words/say-names.ts";
import { formatWaitingAge } from "./format-waiting-age.ts";

/** One conversation: its customer, how long they have waited, and who holds it. */
export function InboxRowView(props: {
  botId: string;
  row: ListedRow;
  isOpen: boolean;
  /** Whether a note in the conversation mentions the viewer. */
  isCalled: boolean;
}) {
  const { botId, row, isOpen, isCalled } = props;
  const { listed } = useInboxPlace();
  const words = useWords("inbox.main");
  const nameOf = useLanguageName();
  const own = useMe().data?.operator?.id ?? null;
  const now = useNow();
  const holder = row.held_by ?? row.assigned_to;
  return (
    <Link
      className="inbox-row"
      to="/bots/$botId/inbox"
      params={{ botId }}
      search={{ ...listed, conversation: row.conversation_id }}
      state
      aria-current={isOpen || undefined}
      data-unanswered={row.unanswered || undefined}
      preload={false}
    >
      <span className="inbox-row-line">
        <span className="inbox-row-who">
          {row.unanswered && (
            <>
              <span className="inbox-dot" aria-hidden />
              <VisuallyHidden>{words.unanswered}</VisuallyHidden>
            </>
          )}
          {isCalled && (
            <>
              <b className="inbox-called" aria-hidden>
                @
              </b>
              <VisuallyHidden>{words.called}</VisuallyHidden>
            </>
          )}
          {formatChannel(row.channel, words)}
        </span>
        <AgeOf row={row} />
      </span>
      <Preview preview={row.preview} />
      <span className="inbox-row-line">
        <span className="inbox-row-why">{words.reasons[row.reason]}</span>
        <span className="inbox-row-id">#{row.conversation_id.slice(-4)}</span>
      </span>
      <span className="inbox-row-line">
        <span className="inbox-row-why">
          {row.locale ? nameOf(row.locale) : words.unknownLanguage} ·{" "}
          {holder ? formatPerson(holder, own, words) : words.bot}
        </span>
        <LabelChips botId={botId} ids={row.labels} max={1} />
        {isSnoozed(row, now) && <span>{words.snoozed}</span>}
      </span>
    </Link>
  );
}

/** Shows the last message of the customer or a person, masked; a label for its kind if it is not text. */
function Preview({ preview }: Pick<ListedRow, "preview">) {
  const words = useWords("inbox.main").preview;
  if (!preview) return <span className="inbox-row-said">{words.nothing}</span>;
  const { from, kind, text } = preview;
  return (
    <span className="inbox-row-said">
      {from === "person" && (
        <>
          <span aria-hidden>↩ </span>
          <VisuallyHidden>{words.answered} </VisuallyHidden>
        </>
      )}
      {kind === "text" ? (
        text
      ) : (
        <>
          {kind !== "tap" && <IconOf icon={kind === "card" ? "card" : "picture"} size={14} />}
          <i>{words.signs[kind]}</i>
        </>
      )}
    </span>
  );
}

function AgeOf({ row }: { row: ListedRow }) {
  const words = useWords("inbox.main");
  const now = useNow();
  const since = row.waiting_since ?? row.owed_since;
  if (!since) {
    const age = formatWaitingAge(row.customer_at ?? row.updated_at, now);
    const said = formatAge(age, words);
    return (
      <span>{age.count === 0 && age.unit === "minutes" ? said : words.ago({ age: said })}</span>
    );
  }
  const age = formatWaitingAge(since, now);
  const said = formatAge(age, words);
  const isNow = said === words.justNow;
  return (
    <ToneBadge tone={row.waiting_since ? age.tone : "bad"} size="sm">
      {row.waiting_since
        ? isNow
          ? words.waitingNow
          : words.waitingFor({ age: said })
        : isNow
          ? words.owedNow
          : words.owedFor({ age: said })}
    </ToneBadge>
  );
}
