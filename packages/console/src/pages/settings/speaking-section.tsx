import { Checkbox, Group, Radio, SimpleGrid, Stack, Textarea } from "@mantine/core";
import { Section } from "../../parts/page/section.tsx";
import { useWords } from "../../words/speaking.tsx";
import { FirstMessage } from "./first-message.tsx";
import { MenuField } from "./menu-field.tsx";
import type { SettingSection } from "./setting-section.ts";
import { settingsWords } from "./settings-words.ts";

const locales = ["en", "zh"] as const;
type Locale = (typeof locales)[number];

/** In which languages, with which words, and to whom it hands over. */
export function SpeakingSection({ draft, isFixed }: SettingSection) {
  const words = useWords(settingsWords);
  const { shown, set, isRefused } = draft;
  const nameOf = (locale: Locale) => (locale === "en" ? words.english : words.chinese);
  const languagesFault = isRefused("languages") || isRefused("locale");
  const isUnspoken = !shown.languages.includes(shown.locale);
  return (
    <Section id="speaking" title={words.speaking}>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
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
          error={(languagesFault || isUnspoken) && words.languagesFault}
        >
          <Group mt="xs">
            {locales.map((locale) => (
              <Checkbox key={locale} value={locale} label={nameOf(locale)} disabled={isFixed} />
            ))}
          </Group>
        </Checkbox.Group>
        <Radio.Group
          label={words.locale}
          description={words.localeText}
          value={shown.locale}
          onChange={(chosen) => set("locale", chosen as Locale)}
        >
          <Group mt="xs">
            {locales.map((locale) => (
              <Radio key={locale} value={locale} label={nameOf(locale)} disabled={isFixed} />
            ))}
          </Group>
        </Radio.Group>
      </SimpleGrid>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="lg">
        <Stack gap="md">
          {locales.map((locale) => (
            <Textarea
              key={locale}
              label={words.welcomeIn(nameOf(locale))}
              description={words.welcomeText}
              placeholder={shown.default_welcome[locale]}
              value={shown.welcome[locale] ?? ""}
              onChange={(event) =>
                set("welcome", { ...shown.welcome, [locale]: event.currentTarget.value || null })
              }
              error={isRefused("welcome") && words.welcomeFault}
              autosize
              minRows={3}
              maxLength={500}
              disabled={isFixed || !shown.languages.includes(locale)}
            />
          ))}
          <MenuField draft={draft} isFixed={isFixed} />
        </Stack>
        <FirstMessage bot={shown} />
      </SimpleGrid>
      <Textarea
        label={words.contact}
        description={words.contactText}
        placeholder={words.contactPlaceholder}
        value={shown.contact ?? ""}
        onChange={(event) => set("contact", event.currentTarget.value || null)}
        error={isRefused("contact") && words.contactFault}
        autosize
        minRows={2}
        maxLength={300}
        disabled={isFixed}
      />
    </Section>
  );
}
