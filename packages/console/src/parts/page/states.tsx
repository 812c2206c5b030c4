import { Alert, Button, Code, Group, Paper, Skeleton, Stack, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";
import { ApiProblem } from "../../api/api-problem.ts";
import { useWords } from "../../words/speaking.tsx";
import { type Icon, IconOf } from "./icons.tsx";
import { useProblem } from "./use-problem.ts";

/** Placeholder for a page or section that is loading; as high as the content, so that the layout does not jump. */
export function LoadingState({ height = 240 }: { height?: number }) {
  const words = useWords("parts.states");
  return (
    <Stack gap="sm" role="status" aria-label={words.loading}>
      <Skeleton height={28} width="40%" />
      <Skeleton height={height - 40} />
    </Stack>
  );
}

/** Explains that there is nothing yet, and what to do about it. */
export function EmptyState(props: {
  icon?: Icon;
  title: string;
  text: string;
  action?: ReactNode;
  /** 1: it is all that the page has. */
  order?: 1 | 2;
}) {
  const { icon = "search", title, text, action, order = 2 } = props;
  return (
    <Paper withBorder p="xl" ta="center">
      <Stack gap="xs" align="center" maw={480} mx="auto">
        <Text c="dimmed" component="span">
          <IconOf icon={icon} size={32} />
        </Text>
        <Title order={order} size="h4">
          {title}
        </Title>
        <Text c="dimmed">{text}</Text>
        {action}
      </Stack>
    </Paper>
  );
}

/** Explains what went wrong, why, and what to do. */
export function ErrorState({ problem, retry }: { problem: unknown; retry?: () => void }) {
  const words = useWords("parts.states");
  const known = problem instanceof ApiProblem ? problem : null;
  const isForbidden = known?.status === 403;
  const title = isForbidden ? words.noPermission : words.failed;
  const said = useProblem(known) ?? { text: String((problem as Error).message) };
  const text = known?.code === "network" ? words.network : said.text;
  const aside = known?.code === "network" ? undefined : said.aside;
  return (
    <Alert
      color={isForbidden ? "yellow" : "red"}
      variant="light"
      icon={<IconOf icon="warning" />}
      title={
        <Text span c="var(--mantine-color-text)" fw={600} inherit>
          {title}
        </Text>
      }
      role="alert"
    >
      <Stack gap="xs" align="flex-start">
        <Text size="sm">{text}</Text>
        {aside && (
          <Text size="sm" c="dimmed" lang="en">
            {aside}
          </Text>
        )}
        {isForbidden && <Text size="sm">{words.noPermissionText}</Text>}
        <Group gap="sm">
          {retry && (
            <Button size="xs" variant="default" onClick={retry}>
              {words.retry}
            </Button>
          )}
          {known?.requestId && (
            <Text size="xs" c="dimmed">
              {words.requestId} <Code>{known.requestId}</Code>
            </Text>
          )}
        </Group>
      </Stack>
    </Alert>
  );
}
