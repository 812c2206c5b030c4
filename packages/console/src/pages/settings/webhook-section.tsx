import type { SettingIn } from "../../../../meetbot/src/settings/settings.ts";
import { EndpointField } from "../../parts/endpoint-field.tsx";
import { OwnersNote } from "../../parts/owners-note.tsx";
import { Section } from "../../parts/section.tsx";
import { useWords } from "../../words/speaking.tsx";
import { type SettingField, SettingFields, type SettingSectionProps } from "./setting-fields.tsx";
import { settingsWords } from "./settings-words.ts";

const fields: Record<SettingIn<"webhook">, SettingField> = {
  endpoint: ({ draft, isFixed }) => (
    <EndpointField
      value={draft.shown.endpoint}
      onChange={(url) => draft.set("endpoint", url)}
      isRefused={draft.isRefused("endpoint")}
      disabled={isFixed}
    />
  ),
};

/** Where the shop answers. */
export function WebhookSection({ draft, isEditor }: SettingSectionProps) {
  const words = useWords(settingsWords);
  return (
    <Section id="webhook" title={words.webhook} text={words.webhookText}>
      <SettingFields draft={draft} fields={fields} />
      {isEditor && <OwnersNote />}
    </Section>
  );
}
