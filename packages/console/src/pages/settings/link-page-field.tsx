import { TextInput } from "@mantine/core";
import { useWords } from "../../words/speaking.tsx";
import type { SettingFieldProps } from "./setting-fields.tsx";
import { settingsWords } from "./settings-words.ts";

/** The shop's page on which customers of Messenger sign in. */
export function LinkPageField({ draft, isFixed }: SettingFieldProps) {
  const words = useWords(settingsWords);
  return (
    <TextInput
      label={words.linkPage}
      description={words.linkPageText}
      placeholder="https://shop.example.com/link"
      type="url"
      inputMode="url"
      autoComplete="off"
      spellCheck={false}
      value={draft.shown.link_page ?? ""}
      onChange={(event) => draft.set("link_page", event.currentTarget.value.trim() || null)}
      error={draft.isRefused("link_page") && words.linkPageFault}
      disabled={isFixed}
    />
  );
}
