import { Anchor, Group, Paper, Stack, Text, Title } from "@mantine/core";
import { useFormats } from "../../../words/formats.ts";
import { useWords } from "../../../words/speaking.tsx";
import type { RunDiff } from "../data/webhook-data.ts";
import type { WebhookSearch } from "../data/webhook-search.ts";

const changes = [
  { change: "fixed", look: "good-text" },
  { change: "broken", look: "bad-text" },
  { change: "found", look: "bad-text" },
  { change: "still_broken", look: "warn-text" },
  { change: "untested", look: "" },
] as const;

/** The changes since the previous run; each rule links to its finding. */
export function RunDiffView(props: { diff: RunDiff; onSearch: (changes: WebhookSearch) => void }) {
  const { diff, onSearch } = props;
  const { diff: words } = useWords("webhook.run");
  const formats = useFormats();
  const changed = changes.filter(({ change }) => diff[change].length > 0);
  return (
    <Paper withBorder p="sm" component="section" aria-labelledby="diff-title">
      <Stack gap={6}>
        <Title order={3} size="h6" id="diff-title">
          {words.title} ({formats.dateTime(diff.at)})
        </Title>
        {changed.length === 0 && (
          <Text size="sm" c="dimmed">
            {words.none}
          </Text>
        )}
        {changed.map(({ change, look }) => (
          <Group key={change} gap="xs" align="baseline">
            <Text size="sm" fw={600} className={look}>
              {words[change]} ({diff[change].length})
            </Text>
            {diff[change].map((rule) => (
              <Anchor
                key={rule}
                component="button"
                type="button"
                size="sm"
                ff="monospace"
                onClick={() => onSearch({ show: "all", group: undefined, rule })}
              >
                {rule}
              </Anchor>
            ))}
          </Group>
        ))}
      </Stack>
    </Paper>
  );
}
