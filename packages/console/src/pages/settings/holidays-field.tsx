import { Textarea } from "@mantine/core";
import { useWords } from "../../words/speaking.tsx";
import type { SettingFieldProps } from "./setting-fields.tsx";

/** Days on which no agent answers, one per line. */
export function HolidaysField({ draft, isFixed }: SettingFieldProps) {
  const words = useWords("settings");
  const { holidays } = draft.shown;
  return (
    <Textarea
      label={words.holidays}
      description={words.holidaysText}
      placeholder={"2026-12-25 Christmas\n2026-12-27..2026-12-31"}
      value={holidays.join("\n")}
      onChange={(event) => {
        const text = event.currentTarget.value;
        draft.set("holidays", text === "" ? [] : text.split("\n"));
      }}
      error={draft.isRefused("holidays") && words.holidaysFault}
      autosize
      minRows={2}
      spellCheck={false}
      disabled={isFixed}
    />
  );
}
