import { Checkbox, Textarea } from "@mantine/core";
import type { SettingIn } from "../../../../meetbot/src/settings/settings.ts";
import { EndpointField } from "../../parts/form/endpoint-field.tsx";
import { Section } from "../../parts/page/section.tsx";
import { OwnersNote } from "../../parts/people/owners-note.tsx";
import { useWords } from "../../words/speaking.tsx";
import {
  type SettingField,
  type SettingFieldProps,
  SettingFields,
  type SettingSectionProps,
} from "./setting-fields.tsx";
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
  push_status: PushStatusField,
  origin_push: OriginPushField,
  origin_push_networks: OriginNetworksField,
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

function PushStatusField({ draft, isFixed }: SettingFieldProps) {
  const words = useWords(settingsWords);
  return (
    <Checkbox
      label={words.pushStatus}
      description={words.pushStatusText}
      checked={draft.shown.push_status}
      onChange={(event) => draft.set("push_status", event.currentTarget.checked)}
      disabled={isFixed}
    />
  );
}

function OriginPushField({ draft, isFixed }: SettingFieldProps) {
  const words = useWords(settingsWords);
  return (
    <Checkbox
      label={words.originPush}
      description={words.originPushText}
      checked={draft.shown.origin_push}
      onChange={(event) => draft.set("origin_push", event.currentTarget.checked)}
      disabled={isFixed}
    />
  );
}

function OriginNetworksField({ draft, isFixed }: SettingFieldProps) {
  const words = useWords(settingsWords);
  if (!draft.shown.origin_push) return null;
  return (
    <Textarea
      label={words.originNetworks}
      description={words.originNetworksText}
      placeholder={"198.51.100.0/24\n2001:db8:5::/48"}
      value={draft.shown.origin_push_networks.join("\n")}
      onChange={(event) => {
        const text = event.currentTarget.value;
        draft.set("origin_push_networks", text === "" ? [] : text.split("\n"));
      }}
      error={draft.isRefused("origin_push_networks") && words.originNetworksFault}
      autosize
      minRows={2}
      spellCheck={false}
      disabled={isFixed}
    />
  );
}
