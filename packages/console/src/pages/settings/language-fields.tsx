import { Checkbox, Group, Radio } from "@mantine/core";
import type { Bot } from "../../access/bot.ts";
import { useWords } from "../../words/speaking.tsx";
import type { SettingFieldProps } from "./setting-fields.tsx";
import { settingsWords } from "./settings-words.ts";

/** The languages that a bot can speak. */
export const locales = ["en", "zh"] as const satisfies readonly Bot["locale"][];

/** How each of them is called by whoever looks. */
export function useLanguageNames(): Record<Bot["locale"], string> {
  const { english, chinese } = useWords(settingsWords);
  return { en: english, zh: chinese };
}

/** Which of them the bot speaks. */
export function LanguagesField({ draft, isFixed }: SettingFieldProps) {
  const words = useWords(settingsWords);
  const names = useLanguageNames();
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
          locales.filter((locale) => chosen.includes(locale)),
        )
      }
      error={(isFault || !shown.languages.includes(shown.locale)) && words.languagesFault}
    >
      <Group mt="xs">
        {locales.map((locale) => (
          <Checkbox key={locale} value={locale} label={names[locale]} disabled={isFixed} />
        ))}
      </Group>
    </Checkbox.Group>
  );
}

/** The bot's own one. */
export function LocaleField({ draft, isFixed }: SettingFieldProps) {
  const words = useWords(settingsWords);
  const names = useLanguageNames();
  return (
    <Radio.Group
      label={words.locale}
      description={words.localeText}
      value={draft.shown.locale}
      onChange={(chosen) => draft.set("locale", chosen as Bot["locale"])}
    >
      <Group mt="xs">
        {locales.map((locale) => (
          <Radio key={locale} value={locale} label={names[locale]} disabled={isFixed} />
        ))}
      </Group>
    </Radio.Group>
  );
}
