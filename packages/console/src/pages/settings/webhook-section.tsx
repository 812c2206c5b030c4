import { EndpointField } from "../../parts/form/endpoint-field.tsx";
import { Section } from "../../parts/page/section.tsx";
import { OwnersNote } from "../../parts/people/owners-note.tsx";
import { useWords } from "../../words/speaking.tsx";
import type { SettingSection } from "./setting-section.ts";
import { settingsWords } from "./settings-words.ts";

/** Where the shop answers. */
export function WebhookSection({ draft, isFixed, isOwners }: SettingSection) {
  const words = useWords(settingsWords);
  return (
    <Section id="webhook" title={words.webhook} text={words.webhookText}>
      <EndpointField
        value={draft.shown.endpoint}
        onChange={(url) => draft.set("endpoint", url)}
        isRefused={draft.isRefused("endpoint")}
        disabled={isOwners}
      />
      {isOwners && !isFixed && <OwnersNote />}
    </Section>
  );
}
