import { Select, TextInput } from "@mantine/core";
import { useWords } from "../../words/speaking.tsx";
import { type TimeRange, timeRanges } from "./time-range.ts";

export interface TimeRangeSearch {
  range?: TimeRange;
  from?: string;
  to?: string;
}

/** Narrows a list to a time: one that ends now, or one of the operator's own. */
export function TimeRangeFilter(props: {
  value: TimeRangeSearch;
  onChange(value: { [Name in keyof TimeRangeSearch]: TimeRangeSearch[Name] | undefined }): void;
}) {
  const { value, onChange } = props;
  const words = useWords("fields.timeRange");
  return (
    <>
      <Select
        label={words.time}
        size="xs"
        w={140}
        clearable
        placeholder={words.any}
        data={timeRanges.map((range) => ({ value: range, label: words.ranges[range] }))}
        value={value.range ?? null}
        onChange={(range) =>
          onChange({ range: (range as TimeRange) ?? undefined, from: undefined, to: undefined })
        }
      />
      {value.range === "custom" && (
        <>
          <Moment
            label={words.from}
            value={value.from}
            onChange={(from) => onChange({ ...value, from })}
          />
          <Moment label={words.to} value={value.to} onChange={(to) => onChange({ ...value, to })} />
        </>
      )}
    </>
  );
}

function Moment(props: {
  label: string;
  value: string | undefined;
  onChange(value: string | undefined): void;
}) {
  const { label, value, onChange } = props;
  return (
    <TextInput
      type="datetime-local"
      size="xs"
      w={190}
      label={label}
      value={value ? toLocal(value) : ""}
      onChange={({ currentTarget }) => {
        const at = new Date(currentTarget.value);
        onChange(Number.isNaN(at.getTime()) ? undefined : at.toISOString());
      }}
    />
  );
}

/** As the browser's own field writes it, in the browser's time zone. */
function toLocal(instant: string): string {
  const at = new Date(instant);
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
