import { Badge, Code, Group, Paper, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { shellWords } from "../../parts/frame/shell-words.ts";
import { roleWords } from "../../parts/people/role-words.ts";
import { useWords } from "../../words/speaking.tsx";

/** A bot whose customers the operator answers: it leads to them. */
export function AgentsBotCard({ botId, name }: { botId: string; name: string }) {
  const roles = useWords(roleWords);
  const { pages } = useWords(shellWords);
  return (
    <Paper withBorder p="md" className="bot-card" component="article">
      <Group justify="space-between" wrap="nowrap" align="flex-start" gap="xs">
        <Link to={`/bots/${botId}/inbox` as string} className="bot-card-link">
          {name}
        </Link>
        <Badge variant="default">{roles.agent}</Badge>
      </Group>
      <div>
        <Code>{botId}</Code>
        <Text size="sm" c="dimmed" mt={6}>
          {pages.inbox}
        </Text>
      </div>
    </Paper>
  );
}
