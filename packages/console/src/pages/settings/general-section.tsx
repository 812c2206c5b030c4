import { Code, SimpleGrid, Text, TextInput } from "@mantine/core";
import type { SettingIn } from "@meetbot/admin-api/settings/settings.ts";
import { settingLimits } from "../../access/setting-limits.ts";
import { CopyButton } from "../../parts/code/copy-button.tsx";
import { Section } from "../../parts/page/section.tsx";
import { useWords } from "../../words/speaking.tsx";
import {
  type SettingField,
  type SettingFieldProps,
  SettingFields,
  type SettingSectionProps,
} from "./setting-fields.tsx";
import { TimeZoneField } from "./time-zone-field.tsx";

const fields: Record<SettingIn<"general">, SettingField> = {
  name: NameField,
  time_zone: TimeZoneField,
  page_id: PageIdField,
};

/** The bot's name and ids, and the shop's location. */
export function GeneralSection({ draft }: Omit<SettingSectionProps, "isEditor">) {
  const words = useWords("settings");
  return (
    <Section id="general" title={words.general}>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <SettingFields draft={draft} fields={fields} />
        <div>
          <Text size="sm" fw={500}>
            {words.botId}
          </Text>
          <Code fz="sm">{draft.shown.bot_id}</Code>
          <CopyButton value={draft.shown.bot_id} name={words.botId} />
        </div>
      </SimpleGrid>
    </Section>
  );
}

function NameField({ draft, isFixed }: SettingFieldProps) {
  const words = useWords("settings");
  return (
    <TextInput
      label={words.name}
      description={words.nameText}
      value={draft.shown.name}
      onChange={(event) => draft.set("name", event.currentTarget.value)}
      error={draft.isRefused("name") && words.nameFault({ nameLength: settingLimits.nameLength })}
      maxLength={settingLimits.nameLength}
      disabled={isFixed}
    />
  );
}

function PageIdField({ draft, isFixed }: SettingFieldProps) {
  const words = useWords("settings");
  const owners = useWords("fields.owners");
  const isOwners = isFixed && draft.shown.role !== "viewer";
  return (
    <TextInput
      label={words.pageId}
      description={isOwners ? `${words.pageIdText} ${owners.note}` : words.pageIdText}
      value={draft.shown.page_id}
      onChange={(event) => draft.set("page_id", event.currentTarget.value)}
      error={
        draft.isRefused("page_id") &&
        words.pageIdFault({ pageIdLength: settingLimits.pageIdLength })
      }
      maxLength={settingLimits.pageIdLength}
      disabled={isFixed}
    />
  );
}
