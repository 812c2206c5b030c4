import { Select } from "@mantine/core";
import { type ReactNode, useMemo } from "react";

/** The most time zones listed at once; typing finds the others. */
const maxShown = 100;

/** Selects one of the time zones that the browser supports. */
export function ZoneSelect(props: {
  label: string;
  description: string;
  value: string;
  onChange(zone: string): void;
  error?: ReactNode;
  /** Text shown when nothing is found. */
  nothing: string;
  disabled: boolean;
}) {
  const { value, onChange, nothing, ...others } = props;
  const zones = useMemo(
    () => [...new Set(["UTC", value, ...Intl.supportedValuesOf("timeZone")])],
    [value],
  );
  return (
    <Select
      {...others}
      data={zones}
      value={value}
      onChange={(chosen) => chosen && onChange(chosen)}
      searchable
      limit={maxShown}
      allowDeselect={false}
      nothingFoundMessage={nothing}
    />
  );
}
