import { Link } from "@tanstack/react-router";
import { useMe } from "../../../access/me.ts";
import { useWords } from "../../../words/speaking.tsx";
import { useWatch } from "../alerts/use-watch.ts";
import { useInboxPlace } from "../data/use-inbox-place.ts";
import { formatPerson } from "../words/say-names.ts";

/** More links would push the list away; the next ones appear once these are opened. */
const max = 3;

/** Links to the conversations with a note that mentions the viewer, in any list and with any holder. */
export function MentionLinks({ botId }: { botId: string }) {
  const { listed } = useInboxPlace();
  const words = useWords("inbox.main");
  const own = useMe().data?.operator?.id ?? null;
  const mentions = useWatch(botId).data?.mentions ?? [];
  const last = [...new Map(mentions.map((one) => [one.conversation_id, one])).values()];
  return (
    <div role="status" className="inbox-mentions">
      {last.slice(0, max).map(({ conversation_id: conversation, by }) => (
        <Link
          key={conversation}
          to="/bots/$botId/inbox"
          params={{ botId }}
          search={{ ...listed, conversation }}
          state
          preload={false}
        >
          <span aria-hidden>@ </span>
          {words.callsYou({ name: formatPerson(by, own, words) })} · #{conversation.slice(-4)}
        </Link>
      ))}
    </div>
  );
}
