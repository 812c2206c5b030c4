import { Anchor, List, Paper, Title } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useWords } from "../../words/speaking.tsx";

/** The next steps after creating a bot; `first`: the first step on its Webhook page. */
export function NextSteps({ botId, first }: { botId: string; first: "webhook" | "real" }) {
  const words = useWords("new-bot");
  const steps = [
    ["webhook", words.steps[first]],
    ["channels", words.steps.channels],
    ["checklist", words.steps.checklist],
  ] as const;
  return (
    <Paper withBorder p="lg">
      <Title order={2} size="h4" mb="sm">
        {words.next}
      </Title>
      <List type="ordered" spacing="xs">
        {steps.map(([page, text]) => (
          <List.Item key={page}>
            <Anchor
              underline="always"
              renderRoot={(root) => <Link {...root} to={`/bots/${botId}/${page}` as string} />}
            >
              {text}
            </Anchor>
          </List.Item>
        ))}
      </List>
    </Paper>
  );
}
