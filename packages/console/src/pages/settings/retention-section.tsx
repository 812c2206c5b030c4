import { NumberInput, SimpleGrid } from "@mantine/core";
import type { SettingIn } from "@meetbot/admin-api/settings/settings.ts";
import { settingLimits } from "../../access/setting-limits.ts";
import { Section } from "../../parts/page/section.tsx";
import { OwnersNote } from "../../parts/people/owners-note.tsx";
import { useWords } from "../../words/speaking.tsx";
import {
  type SettingField,
  type SettingFieldProps,
  SettingFields,
  type SettingSectionProps,
} from "./setting-fields.tsx";

const { minConversationDays, minDays, maxDays } = settingLimits;

const fields: Record<SettingIn<"retention">, SettingField> = {
  keep_conversations_days: ConversationDays,
  keep_deliveries_days: (props) => <OtherDays {...props} name="keep_deliveries_days" />,
  keep_failed_messages_days: (props) => <OtherDays {...props} name="keep_failed_messages_days" />,
};

/** How many days customers' messages and the data derived from them are stored. */
export function RetentionSection({ draft, isEditor }: SettingSectionProps) {
  const words = useWords("settings");
  return (
    <Section id="retention" title={words.retention} text={words.retentionText}>
      {isEditor && <OwnersNote />}
      <SimpleGrid cols={{ base: 1, sm: 3 }}>
        <SettingFields draft={draft} fields={fields} />
      </SimpleGrid>
    </Section>
  );
}

function ConversationDays({ draft, isFixed }: SettingFieldProps) {
  const words = useWords("settings");
  const name = "keep_conversations_days";
  return (
    <NumberInput
      label={words.keepConversations}
      description={words.keepConversationsText}
      value={draft.shown[name] || ""}
      onChange={(value) => draft.set(name, typeof value === "number" ? value : 0)}
      suffix={words.days}
      min={minConversationDays}
      max={maxDays}
      allowDecimal={false}
      error={
        draft.isRefused(name) &&
        words.keepConversationsFault({
          minConversationDays: settingLimits.minConversationDays,
          maxDays: settingLimits.maxDays,
        })
      }
      disabled={isFixed}
    />
  );
}

/** The retention of data that is stored as long as its conversation unless set otherwise. */
function OtherDays(
  props: SettingFieldProps & { name: "keep_deliveries_days" | "keep_failed_messages_days" },
) {
  const words = useWords("settings");
  const { draft, isFixed, name } = props;
  return (
    <NumberInput
      label={words.keepOthers[name]}
      description={words.keepOthers[`${name}_text`]}
      placeholder={words.keepAsConversations}
      value={draft.shown[name] ?? ""}
      onChange={(value) => draft.set(name, typeof value === "number" ? value : null)}
      suffix={words.days}
      min={minDays}
      max={maxDays}
      allowDecimal={false}
      error={draft.isRefused(name) && words.keepOthersFault({ minDays: settingLimits.minDays })}
      disabled={isFixed}
    />
  );
}
