import { Checkbox, Group, Radio } from "@mantine/core";
import { customerLocales } from "@meetbot/presentation";
import type { Bot } from "../../access/bot.ts";
import { useLanguageName } from "../../words/customer-languages.ts";
import { useWords } from "../../words/speaking.tsx";
import type { SettingFieldProps } from "./setting-fields.tsx";

/** Selects the languages that the bot speaks. */
export function LanguagesField({ draft, isFixed }: SettingFieldProps) {
  const words = useWords("settings");
  const nameOf = useLanguageName();
  const { shown, set, isRefused } = draft;
  const isFault = isRefused("languages") || isRefused("locale");
  return (
    <Checkbox.Group
      label={words.languages}
      description={words.languagesText}
      value={shown.languages}
      onChange={(chosen) =>
        set(
          "languages",
          customerLocales.filter((locale) => chosen.includes(locale)),
        )
      }
      error={(isFault || !shown.languages.includes(shown.locale)) && words.languagesFault}
    >
      <Group mt="xs">
        {customerLocales.map((locale) => (
          <Checkbox key={locale} value={locale} label={nameOf(locale)} disabled={isFixed} />
        ))}
      </Group>
    </Checkbox.Group>
  );
}

/** The bot's own one. */
export function LocaleField({ draft, isFixed }: SettingFieldProps) {
  const words = useWords("settings");
  const nameOf = useLanguageName();
  return (
    <Radio.Group
      label={words.locale}
      description={words.localeText}
      value={draft.shown.locale}
      onChange={(chosen) => draft.set("locale", chosen as Bot["locale"])}
    >
      <Group mt="xs">
        {customerLocales.map((locale) => (
          <Radio key={locale} value={locale} label={nameOf(locale)} disabled={isFixed} />
        ))}
      </Group>
    </Radio.Group>
  );
}
