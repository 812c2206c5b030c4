import { Button, Group, NativeSelect, Stack, Text, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { WriteProblem } from "../../../parts/form/write-problem.tsx";
import { TranscriptView } from "../../../parts/transcript/transcript-view.tsx";
import { useWords } from "../../../words/speaking.tsx";
import { ItemLine } from "./item-line.tsx";
import type { PanelPlace } from "./panel-place.ts";
import {
  type FoundItem,
  type LookedUp,
  type Named,
  type Panel,
  panelKey,
  useLookUp,
} from "./use-panel.ts";

const kinds = ["order_number", "package_number", "user_account", "past", "unpaid"] as const;
type Kind = (typeof kinds)[number];

/** Looking up an account queries one of its lists. */
const toNamed = (kind: Kind, value: string): Named => {
  if (kind === "order_number") return { order_number: value };
  if (kind === "package_number") return { package_number: value };
  return { user_account: value, filter: kind === "user_account" ? "open" : kind };
};

/** The operator's own query to the shop, and its result. */
export function LookUpForm({ place }: { place: PanelPlace }) {
  const words = useWords("inbox.panel");
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
          if (named !== "") asking.mutate(toNamed(kind, named));
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
              maxLength={kind === "order_number" || kind === "package_number" ? 64 : 254}
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
      <div role="status">
        {asking.data && <Outcome asking={asking} found={asking.data} place={place} />}
      </div>
    </Stack>
  );
}

function Outcome(props: {
  asking: ReturnType<typeof useLookUp>;
  found: LookedUp;
  place: PanelPlace;
}) {
  const { asking, found, place } = props;
  const words = useWords("inbox.panel");
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
            <WholeItem one={one} place={place} />
          </ItemLine>
        ))}
      </ul>
      {found.has_next_page && <More asking={asking} />}
    </>
  );
}

/** Loads the next page of a list if the shop has more. */
function More({ asking }: { asking: ReturnType<typeof useLookUp> }) {
  const words = useWords("inbox.panel");
  const { variables: asked } = asking;
  if (!asked || !("user_account" in asked)) {
    return (
      <Text size="xs" c="dimmed">
        {words.more}
      </Text>
    );
  }
  const { page = 1 } = asked;
  return (
    <Button
      size="compact-xs"
      variant="default"
      loading={asking.isPending}
      onClick={() => asking.mutate({ ...asked, page: page + 1 })}
    >
      {words.nextPage}
    </Button>
  );
}

/** The shop's data on the item for the operator only, drawn as a card that shows all of it. */
function WholeItem({ one, place }: { one: FoundItem; place: PanelPlace }) {
  const locale = useQuery<Panel>({
    queryKey: panelKey(place.botId, place.conversationId),
    enabled: false,
  }).data?.locale;
  const entries = useMemo(() => {
    const reply =
      one.kind === "order"
        ? { kind: "orders", orders: [one.item] }
        : { kind: "packages", packages: [one.item] };
    return [{ key: one.number, from: "bot" as const, locale: locale ?? "en", reply }];
  }, [one, locale]);
  return <TranscriptView entries={entries} locale={locale ?? "en"} bot="" />;
}
