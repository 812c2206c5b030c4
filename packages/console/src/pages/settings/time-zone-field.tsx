import { languageTags } from "../../words/locale.ts";
import { useSpeaking, useWords } from "../../words/speaking.tsx";
import type { SettingFieldProps } from "./setting-fields.tsx";
import { ZoneSelect } from "./zone-select.tsx";

/** The shop's time zone, and which time it is there. */
export function TimeZoneField({ draft, isFixed }: SettingFieldProps) {
  const words = useWords("settings");
  const { locale } = useSpeaking();
  const zone = draft.shown.time_zone;
  const now = new Intl.DateTimeFormat(languageTags[locale], {
    timeZone: zone,
    dateStyle: "medium",
    timeStyle: "short",
  }).format(new Date());
  return (
    <ZoneSelect
      label={words.timeZone}
      description={`${words.timeZoneText} ${words.timeNow({ time: now })}`}
      value={zone}
      onChange={(chosen) => draft.set("time_zone", chosen)}
      error={draft.isRefused("time_zone") && words.timeZoneFault}
      nothing={words.noZone}
      disabled={isFixed}
    />
  );
}
