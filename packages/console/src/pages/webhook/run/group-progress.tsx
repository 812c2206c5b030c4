import { Progress, SimpleGrid, Text, UnstyledButton } from "@mantine/core";
import { useWords } from "../../../words/speaking.tsx";
import type { RunFinding, RunRule } from "../data/webhook-data.ts";
import { type Group, groupsOf } from "./groups-of.ts";

const marks = { fail: "bad-text", warn: "warn-text", skipped: "" } as const;

/** How far each group of rules is, and how well; a group can be chosen to see it alone. */
export function GroupProgress(props: {
  ruleIds: readonly string[];
  ruleOf: ReadonlyMap<string, RunRule>;
  findings: readonly RunFinding[];
  chosen: string | undefined;
  onChoose: (group: Group | undefined) => void;
}) {
  const { ruleIds, ruleOf, findings, chosen, onChoose } = props;
  const words = useWords("webhook.run");
  const groups = groupsOf(ruleIds.flatMap((id) => ruleOf.get(id) ?? []));
  return (
    <SimpleGrid cols={{ base: 2, sm: 3, lg: 6 }} spacing="xs">
      {groups.map(({ group, ids }) => {
        const own = findings.filter(({ rule }) => ids.includes(rule));
        const count = (status: RunFinding["status"]) =>
          own.filter((finding) => finding.status === status).length;
        const share = (status: RunFinding["status"]) => (count(status) / ids.length) * 100;
        const isChosen = chosen === group;
        return (
          <UnstyledButton
            key={group}
            className="group-card"
            aria-pressed={isChosen}
            onClick={() => onChoose(isChosen ? undefined : group)}
          >
            <Text size="sm" fw={600} component="span" display="block">
              {words.groups[group]}
            </Text>
            <Progress.Root size="sm" my={6} aria-hidden="true">
              <Progress.Section value={share("pass")} color="green" withAria={false} />
              <Progress.Section value={share("warn")} color="yellow" withAria={false} />
              <Progress.Section value={share("fail")} color="red" withAria={false} />
              <Progress.Section value={share("skipped")} color="gray" withAria={false} />
            </Progress.Root>
            <Text size="xs" c="dimmed" component="span" display="block">
              {words.group.kept({ kept: count("pass"), all: ids.length })}
              {(["fail", "warn", "skipped"] as const)
                .filter((status) => count(status) > 0)
                .map((status) => (
                  <span key={status} className={marks[status]}>
                    {` · ${words.group[status]({ count: count(status) })}`}
                  </span>
                ))}
            </Text>
          </UnstyledButton>
        );
      })}
    </SimpleGrid>
  );
}
