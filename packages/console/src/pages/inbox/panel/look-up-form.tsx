import { Button, Group, NativeSelect, Stack, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import { WriteProblem } from "../../../parts/form/write-problem.tsx";
import { FactList } from "../../../parts/page/fact-list.tsx";
import { useWords } from "../../../words/speaking.tsx";
import { ItemLine, textOf } from "./item-line.tsx";
import type { PanelPlace } from "./panel-place.ts";
import { panelWords } from "./panel-words.ts";
import { type FoundItem, type LookedUp, type Named, useLookUp } from "./use-panel.ts";

const kinds = ["order_number", "package_number", "user_account"] as const;
type Kind = (typeof kinds)[number];

/** A question of the operator's own to the shop, and what came of it. */
export function LookUpForm({ place }: { place: PanelPlace }) {
  const words = useWords(panelWords);
  const [kind, setKind] = useState<Kind>("order_number");
  const [value, setValue] = useState("");
  const asking = useLookUp(place.botId, place.conversationId);
  const named = value.trim();
  return (
    <Stack gap="xs">
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (named !== "") asking.mutate({ [kind]: named } as Named);
        }}
      >
        <Stack gap={6}>
          <NativeSelect
            size="xs"
            label={words.kind}
            data={kinds.map((one) => ({ value: one, label: words.kinds[one] }))}
            value={kind}
            onChange={(event) => {
              const chosen = event.currentTarget.value;
              setKind(kinds.find((one) => one === chosen) ?? "order_number");
            }}
          />
          <Group gap={6} align="end" wrap="nowrap">
            <TextInput
              size="xs"
              flex={1}
              label={words.value}
              description={words.lookUpNote}
              value={value}
              maxLength={kind === "user_account" ? 254 : 64}
              autoComplete="off"
              spellCheck={false}
              onChange={(event) => setValue(event.currentTarget.value)}
            />
            <Button size="xs" type="submit" loading={asking.isPending} disabled={named === ""}>
              {words.ask}
            </Button>
          </Group>
        </Stack>
      </form>
      {asking.error && <WriteProblem problem={asking.error} />}
      <div role="status">{asking.data && <Outcome found={asking.data} place={place} />}</div>
    </Stack>
  );
}

function Outcome({ found, place }: { found: LookedUp; place: PanelPlace }) {
  const words = useWords(panelWords);
  if (found.outcome !== "found") {
    return (
      <Text size="sm">{found.outcome === "not_found" ? words.notFound : words.unavailable}</Text>
    );
  }
  return (
    <>
      <ul>
        {found.items.map((one) => (
          <ItemLine
            key={`${one.kind} ${one.number}`}
            place={place}
            item={one}
            seen={one.level ? words.levels[one.level] : words.unseen}
            isUnseen={one.level === null}
          >
            <WholeItem item={one.item} />
          </ItemLine>
        ))}
      </ul>
      {found.has_next_page && (
        <Text size="xs" c="dimmed">
          {words.more}
        </Text>
      )}
    </>
  );
}

const told = [
  "recipient_name",
  "payment_method",
  "carrier",
  "exp_delivery",
  "product_name",
] as const;

/** What the shop says of it to the operator alone. */
function WholeItem({ item }: Pick<FoundItem, "item">) {
  const words = useWords(panelWords).fields;
  const { summary, currency } = item;
  const total =
    summary && typeof summary === "object" && "total_cost" in summary
      ? textOf(summary.total_cost)
      : null;
  const cost = total && [total, textOf(currency)].filter(Boolean).join(" ");
  return (
    <FactList
      facts={[
        ...told.map((name): [string, string | null] => [words[name], textOf(item[name])]),
        [words.total_cost, cost],
      ]}
    />
  );
}
