import { Checkbox, NumberInput, Radio, Select, SimpleGrid, Stack, Textarea } from "@mantine/core";
import type { SettingIn } from "@meetbot/admin-api/settings/settings.ts";
import { customerLocales } from "@meetbot/presentation";
import type { Bot } from "../../access/bot.ts";
import { settingLimits } from "../../access/setting-limits.ts";
import { Section } from "../../parts/page/section.tsx";
import { useLanguageName } from "../../words/customer-languages.ts";
import { useWords } from "../../words/speaking.tsx";
import { FirstMessage } from "./first-message.tsx";
import { HolidaysField } from "./holidays-field.tsx";
import { LanguagesField, LocaleField } from "./language-fields.tsx";
import { MenuField } from "./menu-field.tsx";
import { OfficeHoursField } from "./office-hours-field.tsx";
import {
  type SettingField,
  type SettingFieldProps,
  SettingFields,
  type SettingSectionProps,
} from "./setting-fields.tsx";

const fields: Record<SettingIn<"speaking">, SettingField> = {
  languages: LanguagesField,
  locale: LocaleField,
  welcome: WelcomeField,
  menu: MenuField,
  contact: ContactField,
  office_hours: OfficeHoursField,
  holidays: HolidaysField,
  ask_rating: RatingField,
  person_idle_hours: IdleHoursField,
  messenger_handover: MessengerHandoverField,
  assignment: AssignmentField,
  language_model: LanguageModelField,
  pictures: PicturesField,
  news: NewsField,
};

/** In which languages, with which words, and to whom it hands over. */
export function SpeakingSection({ draft }: Omit<SettingSectionProps, "isEditor">) {
  const words = useWords("settings");
  const { languages, locale, welcome, menu, ...others } = fields;
  return (
    <Section id="speaking" title={words.speaking}>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <SettingFields draft={draft} fields={{ languages, locale }} />
      </SimpleGrid>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="lg">
        <Stack gap="md">
          <SettingFields draft={draft} fields={{ welcome, menu }} />
        </Stack>
        <FirstMessage bot={draft.shown} />
      </SimpleGrid>
      <SettingFields draft={draft} fields={others} />
    </Section>
  );
}

function WelcomeField({ draft, isFixed }: SettingFieldProps) {
  const words = useWords("settings");
  const nameOf = useLanguageName();
  const { shown, set, isRefused } = draft;
  // A welcome that was written stays in sight while its language is left out.
  const written = customerLocales.filter(
    (locale) => shown.languages.includes(locale) || shown.welcome[locale],
  );
  return written.map((locale) => (
    <Textarea
      key={locale}
      label={words.welcomeIn({ language: nameOf(locale) })}
      description={words.welcomeText}
      placeholder={shown.default_welcome[locale]}
      value={shown.welcome[locale] ?? ""}
      onChange={(event) =>
        set("welcome", { ...shown.welcome, [locale]: event.currentTarget.value || null })
      }
      error={
        isRefused("welcome") && words.welcomeFault({ welcomeLength: settingLimits.welcomeLength })
      }
      autosize
      minRows={3}
      maxLength={settingLimits.welcomeLength}
      disabled={isFixed || !shown.languages.includes(locale)}
    />
  ));
}

function ContactField({ draft, isFixed }: SettingFieldProps) {
  const words = useWords("settings");
  return (
    <Textarea
      label={words.contact}
      description={words.contactText}
      placeholder={words.contactPlaceholder}
      value={draft.shown.contact ?? ""}
      onChange={(event) => draft.set("contact", event.currentTarget.value || null)}
      error={
        draft.isRefused("contact") &&
        words.contactFault({ contactLength: settingLimits.contactLength })
      }
      autosize
      minRows={2}
      maxLength={settingLimits.contactLength}
      disabled={isFixed}
    />
  );
}

const ratingRules = ["off", "person", "all"] as const;

function RatingField({ draft, isFixed }: SettingFieldProps) {
  const words = useWords("settings");
  return (
    <Select
      label={words.askRating}
      description={words.askRatingText}
      data={ratingRules.map((rule) => ({ value: rule, label: words.ratingRules[rule] }))}
      value={draft.shown.ask_rating}
      onChange={(rule) => rule && draft.set("ask_rating", rule)}
      allowDeselect={false}
      disabled={isFixed}
    />
  );
}

function IdleHoursField({ draft, isFixed }: SettingFieldProps) {
  const words = useWords("settings");
  const name = "person_idle_hours";
  return (
    <NumberInput
      label={words.idleHours}
      description={words.idleHoursText}
      value={draft.shown[name] || ""}
      onChange={(value) => draft.set(name, typeof value === "number" ? value : 0)}
      suffix={words.hours}
      min={settingLimits.minIdleHours}
      max={settingLimits.maxIdleHours}
      allowDecimal={false}
      error={
        draft.isRefused(name) &&
        words.idleHoursFault({
          minIdleHours: settingLimits.minIdleHours,
          maxIdleHours: settingLimits.maxIdleHours,
        })
      }
      disabled={isFixed}
    />
  );
}

const handovers = ["inbox", "page"] as const;

function MessengerHandoverField({ draft, isFixed }: SettingFieldProps) {
  const words = useWords("settings");
  return (
    <Radio.Group
      label={words.messengerHandover}
      value={draft.shown.messenger_handover}
      onChange={(chosen) => draft.set("messenger_handover", chosen as Bot["messenger_handover"])}
    >
      <Stack gap="sm" mt="xs">
        {handovers.map((inbox) => (
          <Radio
            key={inbox}
            value={inbox}
            label={words.messengerHandovers[inbox]}
            description={words.messengerHandovers[`${inbox}Text`]}
            disabled={isFixed}
          />
        ))}
      </Stack>
    </Radio.Group>
  );
}

function AssignmentField({ draft, isFixed }: SettingFieldProps) {
  const words = useWords("settings");
  return (
    <Checkbox
      label={words.inTurn}
      description={words.inTurnText}
      checked={draft.shown.assignment === "round_robin"}
      onChange={(event) =>
        draft.set("assignment", event.currentTarget.checked ? "round_robin" : "manual")
      }
      disabled={isFixed}
    />
  );
}

function LanguageModelField({ draft, isFixed }: SettingFieldProps) {
  const words = useWords("settings");
  return (
    <Checkbox
      label={words.languageModel}
      description={words.languageModelText}
      checked={draft.shown.language_model}
      onChange={(event) => draft.set("language_model", event.currentTarget.checked)}
      disabled={isFixed}
    />
  );
}

function PicturesField({ draft, isFixed }: SettingFieldProps) {
  const words = useWords("settings");
  return (
    <Checkbox
      label={words.pictures}
      description={words.picturesText}
      checked={draft.shown.pictures}
      onChange={(event) => draft.set("pictures", event.currentTarget.checked)}
      disabled={isFixed}
    />
  );
}

function NewsField({ draft, isFixed }: SettingFieldProps) {
  const words = useWords("settings");
  return (
    <Checkbox
      label={words.news}
      description={words.newsText}
      checked={draft.shown.news}
      onChange={(event) => draft.set("news", event.currentTarget.checked)}
      disabled={isFixed}
    />
  );
}
