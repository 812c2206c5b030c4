import { Stack, Text, VisuallyHidden } from "@mantine/core";
import { type Icon, IconOf } from "../../parts/page/icons.tsx";
import { useSpeaking, useWords } from "../../words/speaking.tsx";
import type { Check } from "./messenger-data.ts";
import { messengerWords } from "./messenger-words.ts";

const signs: Record<Check["outcome"], Icon> = { ok: "check", failed: "close", not_made: "skip" };

/** What was looked at on Meta's side, one by one; where it is not in order, what to do. */
export function CheckList({ checks }: { checks: Check[] }) {
  const words = useWords(messengerWords);
  const { locale } = useSpeaking();
  return (
    <ol className="page-checks" aria-label={words.checksTitle}>
      {checks.map(({ check, outcome, problem }) => (
        <li key={check} data-outcome={outcome}>
          <span className="page-check-sign">
            <IconOf icon={signs[outcome]} size={14} />
            <VisuallyHidden>{words.outcomes[outcome]}: </VisuallyHidden>
          </span>
          <Stack gap={2} miw={0}>
            <Text size="sm" fw={outcome === "failed" ? 600 : 400}>
              {words.checks[check]}
            </Text>
            {problem && (
              <Text size="sm" className="any-text">
                {problem.what[locale]}
              </Text>
            )}
          </Stack>
        </li>
      ))}
    </ol>
  );
}
