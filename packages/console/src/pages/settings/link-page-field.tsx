import { TextInput } from "@mantine/core";
import { settingLimits } from "../../access/setting-limits.ts";
import { DocsLink } from "../../parts/page/docs-link.tsx";
import { useFormats } from "../../words/formats.ts";
import { useWords } from "../../words/speaking.tsx";
import type { SettingFieldProps } from "./setting-fields.tsx";

/** The shop's page on which customers of Messenger sign in. */
export function LinkPageField({ draft, isFixed }: SettingFieldProps) {
  const words = useWords("settings");
  const { number } = useFormats();
  return (
    <TextInput
      label={words.linkPage}
      description={
        <>
          {words.linkPageText}{" "}
          <DocsLink docs="merchant-guide/#customers-who-write-from-messenger">
            {words.linkPageGuide}
          </DocsLink>
        </>
      }
      placeholder="https://shop.example.com/link"
      type="url"
      inputMode="url"
      autoComplete="off"
      spellCheck={false}
      value={draft.shown.link_page ?? ""}
      onChange={(event) => draft.set("link_page", event.currentTarget.value.trim() || null)}
      error={
        draft.isRefused("link_page") &&
        words.linkPageFault({ linkPageLength: number(settingLimits.linkPageLength) })
      }
      disabled={isFixed}
    />
  );
}
