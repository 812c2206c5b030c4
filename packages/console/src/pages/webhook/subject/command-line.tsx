import { Paper, Stack, Text, Title } from "@mantine/core";
import { useWords } from "../../../words/speaking.tsx";
import type { Subject } from "../data/use-subject.ts";
import type { Endpoint } from "../data/webhook-data.ts";
import { CodeBlock } from "../exchange/code-block.tsx";

/** The equivalent command for this run. */
export function CommandLine({ endpoint, subject }: { endpoint: Endpoint; subject: Subject }) {
  const { command: words } = useWords("webhook.main");
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="command-title">
      <Stack gap="xs">
        <Title order={2} size="h5" id="command-title">
          {words.title}
        </Title>
        <Text size="sm" c="dimmed">
          {words.text}
        </Text>
        <CodeBlock text={toCommand(endpoint, subject)} name={words.copy} note="sh" wraps />
      </Stack>
    </Paper>
  );
}

function toCommand({ url, page_id: pageId }: Endpoint, subject: Subject): string {
  const options = Object.entries({
    "--account": subject.account,
    "--other-account": subject.otherAccount,
    "--order": subject.order,
    "--package": subject.package,
    "--page-id": pageId,
  }).flatMap(([option, value]) => (value === "" ? [] : [`${option} ${quote(value)}`]));
  return [
    "export MEETBOT_SIGNING_SECRET=whsec_…",
    ["npx meetbot test", quote(url), ...options].join(" "),
  ].join("\n");
}

/** Quotes a text for `sh`, whatever is in it. */
function quote(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}
