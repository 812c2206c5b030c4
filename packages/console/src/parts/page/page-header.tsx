import { Group, Stack, Text, Title } from "@mantine/core";
import { type ReactNode, useEffect } from "react";
import { DocsLink } from "./docs-link.tsx";

/** A page's title, purpose, documentation (`docs`) and actions. The title is also that of the browser tab. */
export function PageHeader(props: {
  title: string;
  text?: ReactNode;
  docs?: string;
  actions?: ReactNode;
}) {
  const { title, text, docs, actions } = props;
  useEffect(() => {
    document.title = `${title} · Meetbot`;
  }, [title]);
  return (
    <Group justify="space-between" align="flex-start" gap="md" mb="lg">
      <Stack gap={4} maw={720}>
        <Title order={1} size="h2">
          {title}
        </Title>
        {text && <Text c="dimmed">{text}</Text>}
        {docs && <DocsLink docs={docs} />}
      </Stack>
      {actions && <Group gap="sm">{actions}</Group>}
    </Group>
  );
}
