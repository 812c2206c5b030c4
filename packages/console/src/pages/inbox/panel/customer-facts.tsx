import { FactList } from "../../../parts/page/fact-list.tsx";
import { useTopicName } from "../../../parts/topics/use-topic-name.ts";
import { useLanguageName } from "../../../words/customer-languages.ts";
import { useFormats } from "../../../words/formats.ts";
import { useWords } from "../../../words/speaking.tsx";
import { useClock } from "../data/use-clock.ts";
import type { Panel } from "./use-panel.ts";

/** The customer's identity, as far as it is verified, and the subject of the conversation. */
export function CustomerFacts({ panel }: { panel: Panel }) {
  const words = useWords("inbox.panel");
  const formats = useFormats();
  const clock = useClock();
  const nameOf = useLanguageName();
  const channels: Record<string, string> = words.channels;
  const { account, linked, proofs, window_ends_at: end, failed, asked } = panel;
  const own = proofs.filter(({ kind }) => kind === "account");
  const isOver = end !== null && new Date(end).getTime() <= Date.now();
  const hasFailed = failed.deliveries.length > 0 || failed.not_understood > 0;
  return (
    <FactList
      facts={[
        [words.account, account ? `${account}${linked ? ` (${words.linked})` : ""}` : words.nobody],
        [
          words.proved,
          own
            .map(
              ({ source, until }) =>
                `${words.sources[source]}, ${words.until({ moment: clock.moment(until) })}`,
            )
            .join("; "),
        ],
        [words.channel, channels[panel.channel] ?? panel.channel],
        [words.language, nameOf(panel.locale)],
        [words.since, clock.moment(panel.started_at)],
        [words.answers, panel.mailed ? words.mailed : null],
        [
          words.window,
          end && (isOver ? words.windowOver : words.until({ moment: clock.moment(end) })),
        ],
        [words.asked, <AskedMatters key="asked" asked={asked} />],
        [
          words.failed,
          hasFailed
            ? words.failures({
                deliveries: formats.number(failed.deliveries.length),
                missed: formats.number(failed.not_understood),
              })
            : null,
        ],
      ]}
    />
  );
}

function AskedMatters({ asked }: Pick<Panel, "asked">) {
  const words = useWords("inbox.panel");
  const topicName = useTopicName(undefined);
  const matters = asked.map(({ intent, topic, topic_name: own }) =>
    topic ? (own ?? topicName(topic)) : words.intents[intent],
  );
  return <>{[...new Set(matters)].join(", ") || "—"}</>;
}
