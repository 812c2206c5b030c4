import { Alert, Radio, Stack } from "@mantine/core";
import type { Bot } from "../../access/bot.ts";
import { IconOf } from "../../parts/page/icons.tsx";
import { Section } from "../../parts/page/section.tsx";
import { OwnersNote } from "../../parts/people/owners-note.tsx";
import { useWords } from "../../words/speaking.tsx";
import { LinkPageField } from "./link-page-field.tsx";
import type { SettingSection } from "./setting-section.ts";
import { settingsWords } from "./settings-words.ts";

const policies = ["ladder", "code", "off"] as const;
const numberAlones = ["auto", "never", "always"] as const;

/** How much a customer must prove. */
export function IdentitySection({ draft, isFixed, isOwners }: SettingSection) {
  const words = useWords(settingsWords);
  const { shown, set } = draft;
  return (
    <Section id="identity" title={words.identity} text={words.identityText}>
      {isOwners && !isFixed && <OwnersNote />}
      <Radio.Group
        aria-label={words.identity}
        value={shown.policy}
        onChange={(chosen) => set("policy", chosen as Bot["policy"])}
      >
        <Stack gap="sm">
          {policies.map((policy) => (
            <Radio
              key={policy}
              value={policy}
              label={words.policies[policy]}
              description={words.policies[`${policy}Text`]}
              disabled={isOwners}
            />
          ))}
        </Stack>
      </Radio.Group>
      {shown.policy === "off" && (
        <Alert color="red" variant="light" icon={<IconOf icon="warning" />} role="status">
          {words.offWarning}
        </Alert>
      )}
      <Radio.Group
        label={words.numberAlone}
        value={shown.number_alone}
        onChange={(chosen) => set("number_alone", chosen as Bot["number_alone"])}
      >
        <Stack gap="sm" mt="xs">
          {numberAlones.map((rule) => (
            <Radio
              key={rule}
              value={rule}
              label={words.numberAlones[rule]}
              description={words.numberAlones[`${rule}Text`]}
              disabled={isOwners}
            />
          ))}
        </Stack>
      </Radio.Group>
      <LinkPageField draft={draft} isFixed={isOwners} />
    </Section>
  );
}
