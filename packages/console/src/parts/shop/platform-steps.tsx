import { Anchor, List, Stack, Text } from "@mantine/core";
import type { ConnectorName } from "../../../../connectors/src/connectors.ts";
import { useWords } from "../../words/speaking.tsx";
import type { PlatformWords } from "./platforms.ts";
import { platformLinks } from "./platforms.ts";
import type { Connector } from "./shop-query.ts";

/** Returns the texts for a platform; `null` for a platform that only a newer server supports. */
export function usePlatformWords(name: string): PlatformWords | null {
  const all: Readonly<Record<ConnectorName, PlatformWords>> = useWords("shop.platforms");
  const known: Readonly<Partial<Record<string, PlatformWords>>> = all;
  return Object.hasOwn(known, name) ? (known[name] ?? null) : null;
}

/** Lists what the owner does on the platform to get credentials to paste, with the fewest permissions possible. */
export function PlatformSteps({ connector: { name, title } }: { connector: Connector }) {
  const words = useWords("shop.main");
  const platform = usePlatformWords(name);
  if (!platform) return null;
  return (
    <Stack gap={6}>
      <Text fw={600} size="sm">
        {words.steps({ title })}
      </Text>
      <List type="ordered" size="sm" spacing={4} style={{ overflowWrap: "anywhere" }}>
        {Object.entries(platform.steps).map(([step, text]) => (
          <List.Item key={step}>{text}</List.Item>
        ))}
      </List>
      <Anchor
        href={platformLinks[name as ConnectorName]}
        target="_blank"
        rel="noreferrer"
        size="sm"
        underline="always"
      >
        {platform.link}
      </Anchor>
    </Stack>
  );
}
