import { Anchor, Checkbox, Text, Textarea } from "@mantine/core";
import type { SettingIn } from "@meetbot/admin-api/settings/settings.ts";
import { Link } from "@tanstack/react-router";
import { useBotId } from "../../access/bot.ts";
import { connectedBy } from "../../access/connected-by.ts";
import { EndpointField } from "../../parts/form/endpoint-field.tsx";
import { Section } from "../../parts/page/section.tsx";
import { OwnersNote } from "../../parts/people/owners-note.tsx";
import { useConnectorTitle } from "../../parts/shop/shop-query.ts";
import { useWords } from "../../words/speaking.tsx";
import {
  type SettingField,
  type SettingFieldProps,
  SettingFields,
  type SettingSectionProps,
} from "./setting-fields.tsx";

const fields: Record<SettingIn<"webhook">, SettingField> = {
  endpoint: EndpointSetting,
  push_status: PushStatusField,
  origin_push: OriginPushField,
  origin_push_networks: OriginNetworksField,
};

/** The webhook where the shop answers queries. */
export function WebhookSection({ draft, isEditor }: SettingSectionProps) {
  const words = useWords("settings");
  return (
    <Section id="webhook" title={words.webhook} text={words.webhookText}>
      <SettingFields draft={draft} fields={fields} />
      {isEditor && <OwnersNote />}
    </Section>
  );
}

/** A connection is changed together with its credentials, on a separate page. */
function EndpointSetting({ draft, isFixed }: SettingFieldProps) {
  const words = useWords("settings");
  const botId = useBotId();
  const platform = useConnectorTitle(connectedBy(draft.shown.endpoint));
  if (platform !== null) {
    return (
      <Text size="sm">
        {words.connected({ platform })}{" "}
        <Anchor
          size="sm"
          underline="always"
          renderRoot={(root) => <Link {...root} to={`/bots/${botId}/webhook` as string} />}
        >
          {words.toConnection}
        </Anchor>
      </Text>
    );
  }
  return (
    <EndpointField
      botId={botId}
      value={draft.shown.endpoint}
      onChange={(url) => draft.set("endpoint", url)}
      isRefused={draft.isRefused("endpoint")}
      disabled={isFixed}
    />
  );
}

function PushStatusField({ draft, isFixed }: SettingFieldProps) {
  const words = useWords("settings");
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
  const words = useWords("settings");
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
  const words = useWords("settings");
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
