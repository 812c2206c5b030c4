import type { SettingIn } from "../../../../meetbot/src/settings/settings.ts";
import { EndpointField } from "../../parts/form/endpoint-field.tsx";
import { Section } from "../../parts/page/section.tsx";
import { OwnersNote } from "../../parts/people/owners-note.tsx";
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
