import { Alert, Button, Group, NativeSelect, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { api } from "../../api/api.ts";
import { IconOf } from "../../parts/page/icons.tsx";
import { useSpeaking, useWords } from "../../words/speaking.tsx";
import { AddressFields, givenOf, noAddress } from "./address-fields.tsx";
import { AddressProblem } from "./address-problem.tsx";
import {
  type Added,
  type AlertKind,
  kinds,
  type NewDestination,
  useAlertChange,
  usualEvents,
} from "./notifications-data.ts";
import { isWhole, type Wishes, WishFields } from "./wish-fields.tsx";

/** Adds a destination for alerts, and selects which ones it gets. */
export function AddForm(props: {
  botId: string;
  hasMail: boolean;
  onAdded(added: Added): void;
  onCancel(): void;
}) {
  const { botId, hasMail, onAdded, onCancel } = props;
  const words = useWords("notifications");
  const { locale } = useSpeaking();
  const [kind, setKind] = useState<AlertKind>(locale === "zh" ? "feishu" : "slack");
  const [address, setAddress] = useState(noAddress);
  const [wishes, setWishes] = useState<Wishes>({
    ...{ name: "", events: usualEvents, with_text: false },
    locale,
  });
  const [isAsked, setIsAsked] = useState(false);
  const adding = useAlertChange(botId, (body: NewDestination) =>
    api("POST /bots/{bot_id}/alerts", { path: { bot_id: botId }, body }),
  );
  const given = givenOf(kind, address);
  const isGiven = "url" in given || "email" in given;
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setIsAsked(true);
        if (!isGiven || !isWhole(wishes)) return;
        const body = { ...wishes, name: wishes.name.trim(), events: [...wishes.events] };
        adding.mutate({ kind, ...body, ...given }, { onSuccess: onAdded });
      }}
    >
      <Stack gap="md" maw={600}>
        <NativeSelect
          label={words.kind}
          data={kinds.map((value) => ({ value, label: words.kinds[value] }))}
          value={kind}
          onChange={(event) => {
            const chosen = event.currentTarget.value;
            setKind(kinds.find((one) => one === chosen) ?? kind);
            adding.reset();
          }}
        />
        <Text size="sm" c="dimmed">
          {words.help[kind]}
        </Text>
        {kind === "email" && !hasMail && (
          <Alert color="yellow" variant="light" icon={<IconOf icon="warning" />}>
            {words.noMail}
          </Alert>
        )}
        <AddressFields
          kind={kind}
          address={address}
          isNew
          isAsked={isAsked}
          onChange={(typed) => {
            setAddress(typed);
            adding.reset();
          }}
        />
        <WishFields wishes={wishes} isAsked={isAsked} isOwner onChange={setWishes} />
        {adding.isError && <AddressProblem problem={adding.error} />}
        <Group gap="sm">
          <Button type="submit" loading={adding.isPending}>
            {words.create}
          </Button>
          <Button variant="default" onClick={onCancel} disabled={adding.isPending}>
            {words.cancel}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
