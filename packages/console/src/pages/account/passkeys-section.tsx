import { Alert, Button, Group, Stack, Text } from "@mantine/core";
import { browserSupportsWebAuthn } from "@simplewebauthn/browser";
import { useQuery } from "@tanstack/react-query";
import { api } from "../../api/api.ts";
import { addPasskey } from "../../api/sign-in.ts";
import { IconOf } from "../../parts/page/icons.tsx";
import { QueryView } from "../../parts/page/query-view.tsx";
import { Section } from "../../parts/page/section.tsx";
import { useFormats } from "../../words/formats.ts";
import { useWords } from "../../words/speaking.tsx";
import { type Passkey, passkeysQuery, useAccountChange } from "./account-data.ts";
import { ConfirmButton } from "./confirm-button.tsx";
import { describeDevice } from "./describe-device.ts";
import { Fault } from "./fault.tsx";
import { OwnRow } from "./own-row.tsx";
import { RenameButton } from "./rename-button.tsx";

/** The passkeys that the operator signs in with. */
export function PasskeysSection() {
  const words = useWords("account");
  const query = useQuery(passkeysQuery);
  return (
    <Section id="passkeys" title={words.passkeys} text={words.passkeysText}>
      <QueryView query={query} height={96}>
        {({ data }) => (
          <Stack gap="md">
            {data.length === 0 ? (
              <Text size="sm" c="dimmed">
                {words.noPasskeys}
              </Text>
            ) : (
              <ul className="own-rows" aria-label={words.passkeys}>
                {data.map((passkey) => (
                  <PasskeyRow key={passkey.passkey_id} passkey={passkey} />
                ))}
              </ul>
            )}
            <NewPasskey />
          </Stack>
        )}
      </QueryView>
    </Section>
  );
}

function PasskeyRow({ passkey }: { passkey: Passkey }) {
  const words = useWords("account");
  const formats = useFormats();
  const { passkey_id, created_at, is_synced } = passkey;
  const name = passkey.name || words.passkeyName;
  const facts = [is_synced ? words.synced : words.oneDevice];
  if (created_at) facts.unshift(words.addedOn({ at: formats.date(created_at) }));
  return (
    <OwnRow icon="keys" title={name} facts={facts}>
      <RenameButton passkeyId={passkey_id} name={name} />
      <ConfirmButton
        label={words.remove}
        name={words.removeOf({ name })}
        title={words.removeTitle({ name })}
        text={words.removeText}
        change={() => api("DELETE /me/passkeys/{passkey_id}", { path: { passkey_id } })}
      />
    </OwnRow>
  );
}

/** Has the browser make a passkey. It is named after the device, until it gets another name. */
function NewPasskey() {
  const words = useWords("account");
  const adding = useAccountChange(() => {
    const device = describeDevice(navigator.userAgent);
    return addPasskey(
      device ? words.device({ browser: device.browser, system: device.system }) : words.passkeyName,
    );
  });
  if (!browserSupportsWebAuthn()) {
    return (
      <Text size="sm" c="dimmed">
        {words.noWebAuthn}
      </Text>
    );
  }
  return (
    <>
      <PasskeyFault problem={adding.error} />
      <Group>
        <Button
          variant="default"
          leftSection={<IconOf icon="plus" size={16} />}
          loading={adding.isPending}
          onClick={() => adding.mutate()}
        >
          {words.addPasskey}
        </Button>
      </Group>
    </>
  );
}

/** Explains in plain words why the browser created no passkey. */
function PasskeyFault({ problem }: { problem: Error | null }) {
  const words = useWords("account");
  const address = new URL(location.href);
  address.hostname = "localhost";
  const texts: Record<string, string> = {
    InvalidStateError: words.passkeyKnown,
    NotAllowedError: words.passkeyCanceled,
    AbortError: words.passkeyCanceled,
    SecurityError: words.passkeyAddress({ address: address.origin }),
  };
  const text = texts[problem?.name ?? ""];
  if (text === undefined) return <Fault problem={problem} />;
  return (
    <Alert variant="light" color="yellow" role="alert">
      {text}
    </Alert>
  );
}
