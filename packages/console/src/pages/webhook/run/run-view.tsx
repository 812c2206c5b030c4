import { Alert, Group, SegmentedControl, Stack, Text, VisuallyHidden } from "@mantine/core";
import { type ReactNode, useMemo } from "react";
import { IconOf } from "../../../parts/page/icons.tsx";
import { useWords } from "../../../words/speaking.tsx";
import type { RunExchange, RunFinding, RunRule } from "../data/webhook-data.ts";
import { type FindingFilter, findingFilters, type WebhookSearch } from "../data/webhook-search.ts";
import { useIsNarrow } from "../exchange/use-is-narrow.ts";
import { FindingList } from "../findings/finding-list.tsx";
import { FindingProof } from "./finding-proof.tsx";
import { GroupProgress } from "./group-progress.tsx";

interface RunViewProps {
  botId: string;
  /** `null` while the run is not stored yet. */
  runId: string | null;
  isRunning: boolean;
  ruleIds: readonly string[];
  rules: readonly RunRule[];
  findings: readonly RunFinding[];
  exchanges: readonly RunExchange[];
  isMasked: boolean;
  mayEdit: boolean;
  search: WebhookSearch;
  onSearch: (changes: WebhookSearch) => void;
  /** Content between the verdict and the findings. */
  children?: ReactNode;
}

const shownBy: Record<FindingFilter, readonly RunFinding["status"][]> = {
  problems: ["fail", "warn"],
  all: ["fail", "warn", "pass", "skipped"],
  pass: ["pass"],
  skipped: ["skipped"],
};

/** The findings of a run, by group and kind. */
export function RunView(props: RunViewProps) {
  const { findings, rules, search, onSearch, isMasked, isRunning, ruleIds } = props;
  const words = useWords("webhook.run");
  const isNarrow = useIsNarrow();
  const ruleOf = useMemo(() => new Map(rules.map((rule) => [rule.id, rule])), [rules]);
  const filter = search.show ?? "problems";
  const ofGroup = findings.filter(
    ({ rule }) => search.group === undefined || ruleOf.get(rule)?.group === search.group,
  );
  const countOf = (one: FindingFilter) =>
    ofGroup.filter(({ status }) => shownBy[one].includes(status)).length;
  const shown = ofGroup.filter(({ status }) => shownBy[filter].includes(status));
  // Worst findings first; within a status, in the order of the rules.
  const sorted = shownBy[filter].flatMap((status) => shown.filter((one) => one.status === status));
  return (
    <Stack gap="md">
      <RunVerdict {...props} />
      {props.children}
      <GroupProgress
        ruleIds={ruleIds}
        ruleOf={ruleOf}
        findings={findings}
        chosen={search.group}
        onChoose={(group) => onSearch({ group })}
      />
      <SegmentedControl
        aria-label={words.filter}
        value={filter}
        onChange={(chosen) => onSearch({ show: chosen as FindingFilter })}
        data={findingFilters.map((one) => ({
          value: one,
          label: `${words.filters[one]} (${countOf(one)})`,
        }))}
        orientation={isNarrow ? "vertical" : "horizontal"}
        fullWidth={isNarrow}
      />
      {sorted.length === 0 && !isRunning && (
        <Text c="dimmed">{filter === "problems" ? words.nothingWrong : words.nothingIn}</Text>
      )}
      <FindingList
        findings={sorted}
        rules={ruleOf}
        open={search.rule?.split(",") ?? []}
        onOpen={(open) => onSearch({ rule: open.join(",") || undefined })}
        isMasked={isMasked}
      >
        {(finding) => <FindingProof {...props} finding={finding} />}
      </FindingList>
    </Stack>
  );
}

/** The run in one sentence. */
function RunVerdict({ isRunning, findings, ruleIds }: RunViewProps) {
  const words = useWords("webhook.run");
  const count = (status: RunFinding["status"]) =>
    findings.filter((finding) => finding.status === status).length;
  if (isRunning) {
    return (
      <Group gap="xs" role="status">
        <Text size="sm" fw={600}>
          {words.running}
        </Text>
        <Text size="sm" c="dimmed" aria-hidden="true">
          {words.progress({ done: findings.length, total: ruleIds.length })}
        </Text>
        <VisuallyHidden>
          {/* Spoken ten times in a run, not a hundred. */}
          {words.progress({
            done: findings.length - (findings.length % 10),
            total: ruleIds.length,
          })}
        </VisuallyHidden>
      </Group>
    );
  }
  const [bad, warned] = [count("fail"), count("warn")];
  const needsData = findings.some(({ needs }) => needs.length > 0);
  const text =
    bad > 0
      ? words.verdicts.bad({ count: bad })
      : warned > 0
        ? words.verdicts.warned
        : words.verdicts.good;
  return (
    <Alert
      color={bad > 0 ? "red" : warned > 0 ? "yellow" : "green"}
      variant="light"
      icon={<IconOf icon={bad + warned > 0 ? "warning" : "check"} />}
      title={text}
      role="status"
    >
      <Text size="sm">
        {(["pass", "fail", "warn", "skipped"] as const)
          .map((status) => `${words.statuses[status]}: ${count(status)}`)
          .join(" · ")}
        {needsData && `. ${words.verdicts.untested}`}
      </Text>
    </Alert>
  );
}
