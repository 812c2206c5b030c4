import { Alert, List, Stack, Text } from "@mantine/core";
import { useSpeaking, useWords } from "../../words/speaking.tsx";
import { IconOf } from "../page/icons.tsx";
import type { ShopConnection, Trouble } from "./shop-query.ts";

/** Shows why the platform did not answer, and what to do about it. */
export function TroubleView({ trouble }: { trouble: Trouble }) {
  const words = useWords("shop.main");
  const { locale } = useSpeaking();
  const { what, why, fix } = trouble.words[locale];
  return (
    <Alert
      color="red"
      variant="light"
      icon={<IconOf icon="warning" />}
      title={what}
      styles={{ title: { color: "var(--mantine-color-text)" } }}
    >
      <Stack gap={4} style={{ overflowWrap: "anywhere" }}>
        <Text size="sm">{why}</Text>
        <Text size="sm">{fix}</Text>
        {trouble.detail !== "" && (
          <Text size="sm">
            {words.said}
            {locale === "zh" ? "：" : ": "}
            <span lang="en">{trouble.detail}</span>
          </Text>
        )}
      </Stack>
    </Alert>
  );
}

/** Shows notes about a working connection that its owner should read. */
export function NotesView({ notes }: { notes: ShopConnection["notes"] }) {
  const words = useWords("shop.main");
  const { locale } = useSpeaking();
  if (notes.length === 0) return null;
  return (
    <Alert
      color="yellow"
      variant="light"
      icon={<IconOf icon="warning" />}
      title={words.notes}
      styles={{ title: { color: "var(--mantine-color-text)" } }}
    >
      <List size="sm" spacing={4}>
        {notes.map(({ note, words: said }) => (
          <List.Item key={note}>{said[locale]}</List.Item>
        ))}
      </List>
    </Alert>
  );
}
