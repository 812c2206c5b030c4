import { Select } from "@mantine/core";
import { FilterBar } from "../../../parts/list/filter-bar.tsx";
import type { NewsState } from "../../../parts/news/news-names.ts";
import { useWords } from "../../../words/speaking.tsx";
import type { Method, PushFilter } from "../data/news-data.ts";

/** Filters the log by what changed, by the update's state for a customer, and by who pushed. */
export function LogFilters(props: { filter: PushFilter; onChange(filter: PushFilter): void }) {
  const { filter, onChange } = props;
  const words = useWords("customer-news.main");
  const { states } = useWords("news");
  const any = { size: "xs", clearable: true, placeholder: words.any, w: 150 } as const;
  const set = <Name extends keyof PushFilter>(name: Name, value: string | null) => {
    const { [name]: _, ...others } = filter;
    onChange(value === null ? others : { ...others, [name]: value });
  };
  return (
    <FilterBar count={Object.keys(filter).length} onClear={() => onChange({})}>
      <Select
        {...any}
        label={words.method}
        data={choicesOf<Method>(words.methods)}
        value={filter.method ?? null}
        onChange={(method) => set("method", method)}
      />
      <Select
        {...any}
        label={words.stateOf}
        data={choicesOf<NewsState>(states)}
        value={filter.state ?? null}
        onChange={(state) => set("state", state)}
      />
      <Select
        {...any}
        label={words.tests}
        data={choicesOf<NonNullable<PushFilter["tests"]>>(words.testChoices)}
        value={filter.tests ?? null}
        onChange={(tests) => set("tests", tests)}
      />
    </FilterBar>
  );
}

function choicesOf<Value extends string>(names: Record<Value, string>) {
  return Object.entries<string>(names).map(([value, label]) => ({ value, label }));
}
