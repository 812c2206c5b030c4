import { Box, Group, Paper, Stack, Text, Title } from "@mantine/core";
import { type ReactNode, useEffect } from "react";
import { LanguageButton } from "../../parts/frame/account-menu.tsx";
import { Brand } from "../../parts/frame/brand.tsx";

/** The frame of the pages shown before sign-in. */
export function Entrance(props: { title: string; text?: string; children: ReactNode }) {
  const { title, text, children } = props;
  useEffect(() => {
    document.title = `${title} · Meetbot`;
  }, [title]);
  return (
    <Box component="main" maw={420} mx="auto" px="md" py={{ base: "lg", sm: 72 }}>
      <Group justify="space-between" mb="lg">
        <Brand />
        <LanguageButton />
      </Group>
      <Paper withBorder p={{ base: "md", sm: "xl" }} radius="lg" shadow="sm">
        <Stack gap={4} mb="lg">
          <Title order={1} size="h2">
            {title}
          </Title>
          {text && <Text c="dimmed">{text}</Text>}
        </Stack>
        {children}
      </Paper>
    </Box>
  );
}
