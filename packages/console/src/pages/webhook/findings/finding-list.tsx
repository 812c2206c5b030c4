import { Accordion, Badge, Code, Group, Stack, Text } from "@mantine/core";
import type { ReactNode } from "react";
import { useSpeaking, useWords } from "../../../words/speaking.tsx";
import type { RunFinding, RunRule } from "../data/webhook-data.ts";
import { FindingMark } from "./finding-mark.tsx";
import { RuleText } from "./rule-text.tsx";

/** Expandable findings: the observation, why it matters, and the fix. */
export function FindingList(props: {
  findings: readonly RunFinding[];
  rules: ReadonlyMap<string, RunRule>;
  /** Rules of the findings that are open. */
  open: readonly string[];
  onOpen: (rules: string[]) => void;
  isMasked?: boolean;
  /** Content shown below the text of an open finding. */
  children?: (finding: RunFinding) => ReactNode;
}) {
  const { findings, rules, open, onOpen, isMasked = false, children } = props;
  return (
    <Accordion
      multiple
      variant="separated"
      value={[...open]}
      onChange={onOpen}
      order={3}
      radius="md"
      classNames={{ item: "finding-item" }}
    >
      {findings.map((finding) => {
        const rule = rules.get(finding.rule);
        return (
          <Accordion.Item key={finding.rule} value={finding.rule}>
            <Accordion.Control>
              <FindingLine finding={finding} rule={rule} />
            </Accordion.Control>
            <Accordion.Panel>
              {open.includes(finding.rule) && (
                <Stack gap="sm">
                  <FindingWords finding={finding} rule={rule} isMasked={isMasked} />
                  {children?.(finding)}
                </Stack>
              )}
            </Accordion.Panel>
          </Accordion.Item>
        );
      })}
    </Accordion>
  );
}

function FindingLine({ finding, rule }: { finding: RunFinding; rule: RunRule | undefined }) {
  const words = useWords("webhook.run");
  const { locale } = useSpeaking();
  return (
    <Group gap="xs" wrap="nowrap" align="flex-start">
      <FindingMark status={finding.status} />
      <Stack gap={0} miw={0}>
        <Text size="sm" fw={600} className="anywhere">
          <RuleText text={capitalize(rule?.title[locale] ?? finding.rule)} />
        </Text>
        <Group gap="xs">
          <Text size="xs" c="dimmed" ff="monospace" className="anywhere">
            {finding.rule}
          </Text>
          {rule && (
            <Badge size="xs" variant="default">
              {words.severities[rule.severity]}
            </Badge>
          )}
        </Group>
      </Stack>
    </Group>
  );
}

function FindingWords(props: {
  finding: RunFinding;
  rule: RunRule | undefined;
  isMasked: boolean;
}) {
  const { finding, rule, isMasked } = props;
  const words = useWords("webhook.run");
  const { locale } = useSpeaking();
  const isBroken = finding.status === "fail" || finding.status === "warn";
  const needs = finding.needs.map(
    (option) => words.options[option as keyof typeof words.options] ?? option,
  );
  const seen = finding.detail?.[locale] ?? (isBroken && isMasked ? words.masked : null);
  const facts: [name: string, value: ReactNode][] = [];
  if (needs.length > 0) facts.push([words.seen, words.needs({ options: needs.join(words.or) })]);
  else if (seen) facts.push([words.seen, seen]);
  if (finding.pointer) {
    facts.push([words.pointer, <Code key="pointer">{finding.pointer}</Code>]);
  }
  if (rule) facts.push([words.why, <RuleText key="why" text={rule.why[locale]} />]);
  if (rule && isBroken) facts.push([words.fix, <RuleText key="fix" text={rule.fix[locale]} />]);
  return (
    <dl className="facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
