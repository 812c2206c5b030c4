import { Stack, Text, VisuallyHidden } from "@mantine/core";
import { useSpeaking, useWords } from "../../words/speaking.tsx";
import { type Icon, IconOf } from "../page/icons.tsx";

/** One thing that was looked at on a platform's side. */
export interface ListedCheck {
  check: string;
  outcome: "ok" | "failed" | "not_made";
  problem: { kind: string; what: { en: string; zh: string } } | null;
}

/** The names of a channel's checks. */
export interface CheckTongue {
  checksTitle: string;
  checks: Readonly<Record<string, string>>;
}

const signs: Record<ListedCheck["outcome"], Icon> = {
  ok: "check",
  failed: "close",
  not_made: "skip",
};

/** The checks made on the platform's side, one by one, with what to do about each failure. */
export function CheckList({
  checks,
  words,
}: {
  checks: readonly ListedCheck[];
  words: CheckTongue;
}) {
  const { outcomes } = useWords("fields.channel");
  const { locale } = useSpeaking();
  return (
    <ol className="page-checks" aria-label={words.checksTitle}>
      {checks.map(({ check, outcome, problem }) => (
        <li key={check} data-outcome={outcome}>
          <span className="page-check-sign">
            <IconOf icon={signs[outcome]} size={14} />
            <VisuallyHidden>{outcomes[outcome]}: </VisuallyHidden>
          </span>
          <Stack gap={2} miw={0}>
            <Text size="sm" fw={outcome === "failed" ? 600 : 400}>
              {words.checks[check] ?? check}
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
