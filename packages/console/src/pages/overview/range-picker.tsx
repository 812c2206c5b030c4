import { Button, Group, SegmentedControl, TextInput } from "@mantine/core";
import { getRouteApi } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { useWords } from "../../words/speaking.tsx";
import { type OverviewSearch, usualDays } from "./data/overview-search.ts";

const route = getRouteApi("/shell/bots/$botId/overview");

/** Selects the days. The URL contains them, so a shared link shows the same range. */
export function RangePicker() {
  const words = useWords("overview.main");
  const search = route.useSearch();
  const [isCustom, setCustom] = useState(search.from !== undefined);
  const show = useShowDays();
  const chosen = isCustom ? "custom" : String(search.days ?? 7);
  return (
    <Group gap="md" align="flex-end">
      <SegmentedControl
        className="range-choice"
        aria-label={words.days}
        value={chosen}
        data={[
          ...usualDays.map((days) => ({
            value: String(days),
            label: days === 1 ? words.today : words.lastDays({ days }),
          })),
          { value: "custom", label: words.custom },
        ]}
        onChange={(value) => {
          setCustom(value === "custom");
          if (value !== "custom") show({ days: Number(value) });
        }}
      />
      {isCustom && <CustomDays search={search} show={show} />}
    </Group>
  );
}

function useShowDays() {
  const navigate = route.useNavigate();
  return (days: Pick<OverviewSearch, "days" | "from" | "to">) =>
    void navigate({
      search: ({ reason }) => ({ ...days, ...(reason && { reason }) }),
      replace: true,
      resetScroll: false,
    });
}

function CustomDays(props: { search: OverviewSearch; show: (days: OverviewSearch) => void }) {
  const { search, show } = props;
  const words = useWords("overview.main");
  const [from, setFrom] = useState(search.from ?? "");
  const [to, setTo] = useState(search.to ?? "");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (from && to) show({ from, to });
  };
  return (
    <form onSubmit={submit}>
      <Group gap="sm" align="flex-end">
        <DayInput label={words.from} value={from} onChange={setFrom} max={to} />
        <DayInput label={words.to} value={to} onChange={setTo} min={from} />
        <Button type="submit" variant="default">
          {words.show}
        </Button>
      </Group>
    </form>
  );
}

function DayInput(props: {
  label: string;
  value: string;
  onChange: (day: string) => void;
  min?: string;
  max?: string;
}) {
  const { label, value, onChange, min, max } = props;
  return (
    <TextInput
      type="date"
      required
      withAsterisk={false}
      label={label}
      value={value}
      min={min}
      max={max}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
