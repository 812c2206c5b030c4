import { Checkbox, Select, TextInput } from "@mantine/core";
import { FilterBar } from "../../parts/list/filter-bar.tsx";
import { TimeRangeFilter } from "../../parts/time/time-range-filter.tsx";
import { useWords } from "../../words/speaking.tsx";
import {
  type DeliveryFilter,
  type DeliverySearch,
  durationChoices,
  methods,
  statusClasses,
} from "./delivery-search.ts";

type Changes = { [Name in keyof DeliverySearch]: DeliverySearch[Name] | undefined };

/** The filters of the list, which the page's URL stores. */
export function DeliveryFilters(props: {
  filter: DeliveryFilter;
  onChange(changes: Changes): void;
  onClear(): void;
}) {
  const { filter, onChange, onClear } = props;
  const words = useWords("deliveries");
  const outcomes = useWords("fields.outcomes");
  const any = { size: "xs", clearable: true, placeholder: words.any } as const;
  return (
    <FilterBar count={Object.keys(filter).length} onClear={onClear}>
      <Select
        {...any}
        label={words.outcome}
        w={150}
        searchable
        data={[
          {
            group: words.kinds,
            items: Object.entries(outcomes.groups).map(([value, label]) => ({ value, label })),
          },
          {
            group: words.exactly,
            items: Object.entries(outcomes.names)
              .filter(([value]) => value !== "answered")
              .map(([value, label]) => ({ value, label })),
          },
        ]}
        value={filter.outcome ?? null}
        onChange={(outcome) => onChange({ outcome: outcome ?? undefined })}
      />
      <Select
        {...any}
        label={words.method}
        w={105}
        data={[...methods]}
        value={filter.method ?? null}
        onChange={(method) => onChange({ method: method ?? undefined })}
      />
      <Select
        {...any}
        label={words.http}
        w={90}
        data={[...statusClasses]}
        value={filter.status ?? null}
        onChange={(status) => onChange({ status: status ?? undefined })}
      />
      <Select
        {...any}
        label={words.slowerThan}
        w={105}
        data={durationChoices.map((ms) => ({
          value: String(ms),
          label: words.seconds({ s: String(ms / 1000) }),
        }))}
        value={filter.slower ? String(filter.slower) : null}
        onChange={(slower) => onChange({ slower: slower ? Number(slower) : undefined })}
      />
      <TimeRangeFilter value={filter} onChange={onChange} />
      <ConversationField
        key={filter.conversation ?? ""}
        value={filter.conversation ?? ""}
        onChange={(conversation) => onChange({ conversation })}
      />
      <Checkbox
        size="xs"
        mb={6}
        label={words.onlyReplays}
        checked={filter.replays ?? false}
        onChange={({ currentTarget }) =>
          onChange({ replays: currentTarget.checked ? true : undefined })
        }
      />
    </FilterBar>
  );
}

/** Applies the value on blur or Enter: a partial id finds nothing. */
function ConversationField(props: { value: string; onChange(value: string | undefined): void }) {
  const words = useWords("deliveries");
  const take = (text: string) => {
    const id = text.trim();
    if (id !== props.value) props.onChange(id === "" ? undefined : id);
  };
  return (
    <TextInput
      size="xs"
      w={150}
      label={words.conversation}
      placeholder="c_…"
      defaultValue={props.value}
      spellCheck={false}
      autoComplete="off"
      onBlur={({ currentTarget }) => take(currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === "Enter") take(event.currentTarget.value);
      }}
    />
  );
}
