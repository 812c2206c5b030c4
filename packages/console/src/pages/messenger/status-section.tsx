import type { Bot } from "../../access/bot.ts";
import { api } from "../../api/api.ts";
import { CheckNow } from "../../parts/channel/check-now.tsx";
import { FailureText } from "../../parts/channel/failure-text.tsx";
import { Counted, LinkHead, Note } from "../../parts/channel/link-head.tsx";
import { FactList } from "../../parts/page/fact-list.tsx";
import { Section } from "../../parts/page/section.tsx";
import { useFormats } from "../../words/formats.ts";
import { useWords } from "../../words/speaking.tsx";
import type { FacebookPage } from "./messenger-data.ts";

/** The page's status; Meta is queried only on request. */
export function StatusSection({ bot, page }: { bot: Bot; page: FacebookPage }) {
  const words = useWords("messenger.main");
  const { status } = useWords("fields.channel");
  const path = { bot_id: bot.bot_id };
  return (
    <Section id="status" title={status}>
      <LinkHead link={page} name={page.name ?? page.page_id} words={words} />
      <Facts page={page} />
      {bot.role !== "viewer" && (
        <CheckNow
          botId={bot.bot_id}
          channel="messenger"
          words={words}
          isLost={({ check, outcome }) => check === "subscription" && outcome === "failed"}
          ask={(subscribe) =>
            api("POST /bots/{bot_id}/messenger/check", { path, body: { subscribe } })
          }
        />
      )}
    </Section>
  );
}

function Facts({ page }: { page: FacebookPage }) {
  const words = useWords("messenger.main");
  const failures = useWords("messenger.failures");
  const formats = useFormats();
  const { conversations, last_failure: problem } = page;
  return (
    <FactList
      facts={[
        [words.facts.page, page.page_id],
        [words.facts.app, page.app_id],
        [words.facts.connected, formats.dateTime(page.connected_at)],
        [words.facts.token, <Token key="token" page={page} />],
        [
          words.facts.lastEvent,
          page.last_event_at ? formats.ago(page.last_event_at) : words.noEvent,
        ],
        [
          words.facts.windows,
          <span key="windows">
            {words.windows({
              open: formats.number(conversations.open),
              closed: formats.number(conversations.closed),
            })}
            <Note>{words.windowsText}</Note>
          </span>,
        ],
        [words.facts.waiting, formats.number(page.waiting)],
        [
          words.facts.unknown,
          <Counted key="unknown" count={page.unknown} note={words.unknownText} />,
        ],
        [words.facts.failed, formats.number(page.failed)],
        [
          words.facts.lastFailure,
          problem && (
            <FailureText
              key="problem"
              failure={problem}
              at={formats.ago(problem.at)}
              words={failures}
            />
          ),
        ],
      ]}
    />
  );
}

function Token({ page }: { page: FacebookPage }) {
  const words = useWords("messenger.main");
  const formats = useFormats();
  const { token_ends_at: endsAt, checked_at: checkedAt } = page;
  if (endsAt === null) return checkedAt ? words.tokenEndless : words.tokenUnasked;
  const at = formats.date(endsAt);
  return Date.parse(endsAt) < Date.now()
    ? words.tokenEnded({ at })
    : words.tokenEnds({ at, ago: formats.ago(endsAt) });
}
