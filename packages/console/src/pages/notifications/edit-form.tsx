import { Button, Group, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { api } from "../../api/api.ts";
import { useWords } from "../../words/speaking.tsx";
import { AddressFields, givenOf, noAddress } from "./address-fields.tsx";
import { AddressProblem } from "./address-problem.tsx";
import { type Changes, type Destination, useAlertChange } from "./notifications-data.ts";
import { isWhole, type Wishes, WishFields } from "./wish-fields.tsx";

/** Edits a destination; its address changes only if the operator types one. */
export function EditForm(props: {
  botId: string;
  destination: Destination;
  isOwner: boolean;
  onDone(): void;
}) {
  const { botId, destination, isOwner, onDone } = props;
  const { alert_id: alertId, kind } = destination;
  const words = useWords("notifications");
  const [address, setAddress] = useState(noAddress);
  const [wishes, setWishes] = useState<Wishes>(destination);
  const [isAsked, setIsAsked] = useState(false);
  const changing = useAlertChange(botId, (body: Changes) =>
    api("PATCH /bots/{bot_id}/alerts/{alert_id}", {
      path: { bot_id: botId, alert_id: alertId },
      body,
    }),
  );
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setIsAsked(true);
        if (!isWhole(wishes)) return;
        const { name, events, locale, with_text } = wishes;
        const isTextChanged = with_text !== destination.with_text;
        const body = { name: name.trim(), events: [...events], locale };
        changing.mutate(
          { ...body, ...(isTextChanged && { with_text }), ...givenOf(kind, address) },
          { onSuccess: onDone },
        );
      }}
    >
      <Stack gap="md" maw={600}>
        {isOwner && (
          <>
            <Text size="sm" c="dimmed">
              {words.help[kind]}
            </Text>
            <AddressFields
              kind={kind}
              address={address}
              isNew={false}
              isAsked={isAsked}
              onChange={setAddress}
            />
          </>
        )}
        <WishFields wishes={wishes} isAsked={isAsked} isOwner={isOwner} onChange={setWishes} />
        {changing.isError && <AddressProblem problem={changing.error} />}
        <Group gap="sm">
          <Button type="submit" loading={changing.isPending}>
            {words.save}
          </Button>
          <Button variant="default" onClick={onDone} disabled={changing.isPending}>
            {words.cancel}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
