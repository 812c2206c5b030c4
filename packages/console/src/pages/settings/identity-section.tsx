import { Alert, Radio, Stack, TextInput } from "@mantine/core";
import type { SettingIn } from "@meetbot/admin-api/settings/settings.ts";
import type { Bot } from "../../access/bot.ts";
import { IconOf } from "../../parts/page/icons.tsx";
import { Section } from "../../parts/page/section.tsx";
import { OwnersNote } from "../../parts/people/owners-note.tsx";
import { useWords } from "../../words/speaking.tsx";
import { LinkPageField } from "./link-page-field.tsx";
import {
  type SettingField,
  type SettingFieldProps,
  SettingFields,
  type SettingSectionProps,
} from "./setting-fields.tsx";

const policies = ["ladder", "code", "off"] as const;
const numberAlones = ["auto", "never", "always"] as const;

const accounts = ["email", "phone", "both"] as const;

const fields: Record<SettingIn<"identity">, SettingField> = {
  policy: PolicyField,
  number_alone: NumberAloneField,
  account: AccountField,
  phone_country: PhoneCountryField,
  link_page: LinkPageField,
};

/** How much a customer must prove. */
export function IdentitySection({ draft, isEditor }: SettingSectionProps) {
  const words = useWords("settings");
  return (
    <Section id="identity" title={words.identity} text={words.identityText}>
      {isEditor && <OwnersNote />}
      <SettingFields draft={draft} fields={fields} />
    </Section>
  );
}

function PolicyField({ draft, isFixed }: SettingFieldProps) {
  const words = useWords("settings");
  return (
    <>
      <Radio.Group
        aria-label={words.identity}
        value={draft.shown.policy}
        onChange={(chosen) => draft.set("policy", chosen as Bot["policy"])}
      >
        <Stack gap="sm">
          {policies.map((policy) => (
            <Radio
              key={policy}
              value={policy}
              label={words.policies[policy]}
              description={words.policies[`${policy}Text`]}
              disabled={isFixed}
            />
          ))}
        </Stack>
      </Radio.Group>
      {draft.shown.policy === "off" && (
        <Alert color="red" variant="light" icon={<IconOf icon="warning" />} role="status">
          {words.offWarning}
        </Alert>
      )}
    </>
  );
}

function NumberAloneField({ draft, isFixed }: SettingFieldProps) {
  const words = useWords("settings");
  return (
    <Radio.Group
      label={words.numberAlone}
      value={draft.shown.number_alone}
      onChange={(chosen) => draft.set("number_alone", chosen as Bot["number_alone"])}
    >
      <Stack gap="sm" mt="xs">
        {numberAlones.map((rule) => (
          <Radio
            key={rule}
            value={rule}
            label={words.numberAlones[rule]}
            description={words.numberAlones[`${rule}Text`]}
            disabled={isFixed}
          />
        ))}
      </Stack>
    </Radio.Group>
  );
}

function AccountField({ draft, isFixed }: SettingFieldProps) {
  const words = useWords("settings");
  return (
    <Radio.Group
      label={words.account}
      description={words.accountText}
      value={draft.shown.account}
      onChange={(chosen) => draft.set("account", chosen as Bot["account"])}
    >
      <Stack gap="sm" mt="xs">
        {accounts.map((kind) => (
          <Radio key={kind} value={kind} label={words.accounts[kind]} disabled={isFixed} />
        ))}
      </Stack>
    </Radio.Group>
  );
}

/** Applies only if customers are looked up by telephone number. */
function PhoneCountryField({ draft, isFixed }: SettingFieldProps) {
  const words = useWords("settings");
  if (draft.shown.account === "email") return null;
  return (
    <TextInput
      label={words.phoneCountry}
      description={words.phoneCountryText}
      placeholder="CN"
      maxLength={2}
      autoComplete="off"
      spellCheck={false}
      value={draft.shown.phone_country ?? ""}
      onChange={(event) => draft.set("phone_country", event.currentTarget.value.trim() || null)}
      error={draft.isRefused("phone_country") && words.phoneCountryFault}
      disabled={isFixed}
    />
  );
}
