import { NumberInput, SimpleGrid } from "@mantine/core";
import { Section } from "../../parts/page/section.tsx";
import { OwnersNote } from "../../parts/people/owners-note.tsx";
import { useWords } from "../../words/speaking.tsx";
import type { SettingSection } from "./setting-section.ts";
import { settingsWords } from "./settings-words.ts";

const most = 365;

/** For how many days what customers wrote is kept, and what came of it. */
export function RetentionSection({ draft, isFixed, isOwners }: SettingSection) {
  const words = useWords(settingsWords);
  const { shown, set, isRefused } = draft;
  const days = shown.keep_conversations_days;
  const input = { suffix: words.days, max: most, allowDecimal: false, disabled: isOwners };
  return (
    <Section id="retention" title={words.retention} text={words.retentionText}>
      {isOwners && !isFixed && <OwnersNote />}
      <SimpleGrid cols={{ base: 1, sm: 3 }}>
        <NumberInput
          {...input}
          label={words.keepConversations}
          description={words.keepConversationsText}
          value={days || ""}
          onChange={(value) =>
            set("keep_conversations_days", typeof value === "number" ? value : 0)
          }
          min={2}
          error={isRefused("keep_conversations_days") && words.keepConversationsFault}
        />
        {(["keep_deliveries_days", "keep_failed_messages_days"] as const).map((name) => (
          <NumberInput
            {...input}
            key={name}
            label={words.keepOthers[name]}
            description={words.keepOthers[`${name}_text`]}
            placeholder={words.keepAsConversations}
            value={shown[name] ?? ""}
            onChange={(value) => set(name, typeof value === "number" ? value : null)}
            min={1}
            error={isRefused(name) && words.keepOthersFault}
          />
        ))}
      </SimpleGrid>
    </Section>
  );
}
