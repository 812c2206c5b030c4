import { Code, SimpleGrid, Text, TextInput } from "@mantine/core";
import { CopyButton } from "../../parts/code/copy-button.tsx";
import { Section } from "../../parts/page/section.tsx";
import { ownersWords } from "../../parts/people/owners-words.ts";
import { useWords } from "../../words/speaking.tsx";
import type { SettingSection } from "./setting-section.ts";
import { settingsWords } from "./settings-words.ts";
import { TimeZoneField } from "./time-zone-field.tsx";

/** Its name, its ids, and where the shop is. */
export function GeneralSection({ draft, isFixed, isOwners }: SettingSection) {
  const words = useWords(settingsWords);
  const owners = useWords(ownersWords);
  const { shown, set, isRefused } = draft;
  return (
    <Section id="general" title={words.general}>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <TextInput
          label={words.name}
          description={words.nameText}
          value={shown.name}
          onChange={(event) => set("name", event.currentTarget.value)}
          error={isRefused("name") && words.nameFault}
          maxLength={80}
          disabled={isFixed}
        />
        <TimeZoneField draft={draft} isFixed={isFixed} />
        <TextInput
          label={words.pageId}
          description={
            isOwners && !isFixed ? `${words.pageIdText} ${owners.note}` : words.pageIdText
          }
          value={shown.page_id}
          onChange={(event) => set("page_id", event.currentTarget.value)}
          error={isRefused("page_id") && words.pageIdFault}
          maxLength={64}
          disabled={isOwners}
        />
        <div>
          <Text size="sm" fw={500}>
            {words.botId}
          </Text>
          <Code fz="sm">{shown.bot_id}</Code>
          <CopyButton value={shown.bot_id} name={words.botId} />
        </div>
      </SimpleGrid>
    </Section>
  );
}
