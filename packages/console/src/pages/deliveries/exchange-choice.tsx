import { SegmentedControl, Text } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { useWords } from "../../words/speaking.tsx";
import type { Detail } from "./delivery-detail.ts";

export type ShownExchange = Detail["exchange_log"][number];

/** Shows one exchange of a delivery; if there are several, lets the operator choose, starting with the last. */
export function ExchangeChoice(props: {
  delivery: Detail;
  children: (exchange: ShownExchange, isLast: boolean) => ReactNode;
}) {
  const { exchange_log: exchanges } = props.delivery;
  const words = useWords("deliveries").drawer;
  const [chosen, setChosen] = useState(exchanges.length - 1);
  const exchange = exchanges[chosen];
  if (!exchange) return <Text c="dimmed">{words.noExchange}</Text>;
  return (
    <>
      {exchanges.length > 1 && (
        <SegmentedControl
          size="xs"
          mb="md"
          value={String(chosen)}
          onChange={(value) => setChosen(Number(value))}
          data={exchanges.map((_, at) => ({
            value: String(at),
            label: words.attempt({ nth: at + 1, of: exchanges.length }),
          }))}
        />
      )}
      {props.children(exchange, chosen === exchanges.length - 1)}
    </>
  );
}
