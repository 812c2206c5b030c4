import { Select } from "@mantine/core";
import { useMemo } from "react";
import { languageTags } from "../../words/locale.ts";
import { useSpeaking, useWords } from "../../words/speaking.tsx";
import type { SettingFieldProps } from "./setting-fields.tsx";
import { settingsWords } from "./settings-words.ts";

/** So many are drawn at once; typing finds the others. */
const maxShown = 100;

/** The shop's time zone, out of all that the browser knows. */
export function TimeZoneField({ draft, isFixed }: SettingFieldProps) {
  const words = useWords(settingsWords);
  const { locale } = useSpeaking();
  const zone = draft.shown.time_zone;
  const zones = useMemo(
    () => [...new Set(["UTC", zone, ...Intl.supportedValuesOf("timeZone")])],
    [zone],
  );
  const now = new Intl.DateTimeFormat(languageTags[locale], {
    timeZone: zone,
    dateStyle: "medium",
    timeStyle: "short",
  }).format(new Date());
  return (
    <Select
      label={words.timeZone}
      description={`${words.timeZoneText} ${words.timeNow(now)}`}
      data={zones}
      value={zone}
      onChange={(chosen) => chosen && draft.set("time_zone", chosen)}
      searchable
      limit={maxShown}
      allowDeselect={false}
      nothingFoundMessage={words.noZone}
      error={draft.isRefused("time_zone") && words.timeZoneFault}
      disabled={isFixed}
    />
  );
}
