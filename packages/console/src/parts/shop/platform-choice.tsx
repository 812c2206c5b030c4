import { Radio, SimpleGrid } from "@mantine/core";
import { useWords } from "../../words/speaking.tsx";
import type { Connector } from "./shop-query.ts";

/** The choice for a shop that answers through its own webhook. */
export const ownWebhook = "webhook";

/** Selects what a shop runs on: one of the platforms that Meetbot can query, or the shop's own system. */
export function PlatformChoice(props: {
  connectors: readonly Connector[];
  chosen: string;
  /** Whether the page already shows a title above the choice. */
  isTitled?: boolean;
  onChoose(name: string): void;
}) {
  const { connectors, chosen, isTitled = false, onChoose } = props;
  const words = useWords("shop.main");
  return (
    <Radio.Group
      {...(isTitled
        ? { "aria-label": words.choice }
        : { label: words.choice, description: words.choiceText })}
      value={chosen}
      onChange={onChoose}
    >
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" {...(!isTitled && { mt: "sm" })}>
        <Radio value={ownWebhook} label={words.own} description={words.ownText} />
        {connectors.map(({ name, title }) => (
          <Radio key={name} value={name} label={title} description={words.platformText} />
        ))}
      </SimpleGrid>
    </Radio.Group>
  );
}
