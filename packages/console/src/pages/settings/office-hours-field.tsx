import { SimpleGrid, TextInput } from "@mantine/core";
import { useWords } from "../../words/speaking.tsx";
import type { SettingFieldProps } from "./setting-fields.tsx";
import { ZoneSelect } from "./zone-select.tsx";

/** The agents' office hours in their time zone, which defaults to the shop's. */
export function OfficeHoursField({ draft, isFixed }: SettingFieldProps) {
  const words = useWords("settings");
  const { office_hours: given, time_zone: ofShop } = draft.shown;
  const { hours, time_zone } = given ?? { hours: "", time_zone: ofShop };
  const set = (text: string, zone: string) =>
    draft.set("office_hours", text.trim() === "" ? null : { hours: text, time_zone: zone });
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }}>
      <TextInput
        label={words.officeHours}
        description={words.officeHoursText}
        placeholder="mon-fri 09:00-18:00, sat 10:00-14:00"
        value={hours}
        onChange={(event) => set(event.currentTarget.value, time_zone)}
        error={draft.isRefused("office_hours") && words.officeHoursFault}
        spellCheck={false}
        autoComplete="off"
        disabled={isFixed}
      />
      <ZoneSelect
        label={words.officeZone}
        description={words.officeZoneText}
        value={time_zone}
        onChange={(zone) => set(hours, zone)}
        nothing={words.noZone}
        disabled={isFixed || hours === ""}
      />
    </SimpleGrid>
  );
}
