import { Button, Group, NativeSelect, SimpleGrid, Stack, Text, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { botsQuery } from "../../access/me.ts";
import type { ListedBot, Scope } from "../../access/role.ts";
import { api } from "../../api/api.ts";
import type { OutputOf } from "../../api/routes.ts";
import { useWords } from "../../words/speaking.tsx";
import { type NewToken, useAccountChange } from "./account-data.ts";
import { Fault } from "./fault.tsx";
import { ScopeTable } from "./scope-table.tsx";

export type Made = OutputOf<"POST /me/tokens">;

const lifetimes = [30, 90, 365] as const;

/** The form for a new token's purpose and permissions. */
export function NewTokenForm(props: { onMade(made: Made): void; onCancel(): void }) {
  const words = useWords("account");
  const bots = useQuery(botsQuery).data?.data ?? [];
  const [order, setOrder] = useState<NewToken>({
    name: "",
    scopes: ["bots:read"],
    bot_id: null,
    expires_in_days: 90,
  });
  const offered = offeredOn(bots.filter(({ bot_id }) => !order.bot_id || bot_id === order.bot_id));
  const chosen = order.scopes.filter((scope) => offered?.includes(scope) ?? true);
  const [isAsked, setIsAsked] = useState(false);
  const making = useAccountChange((body: NewToken) => api("POST /me/tokens", { body }));
  const hasName = order.name.trim() !== "";
  const hasScope = chosen.length > 0;
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setIsAsked(true);
        if (hasName && hasScope)
          making.mutate({ ...order, scopes: chosen }, { onSuccess: props.onMade });
      }}
    >
      <Stack gap="md">
        <TextInput
          label={words.tokenFor}
          placeholder={words.tokenForExample}
          value={order.name}
          onChange={(event) => setOrder({ ...order, name: event.currentTarget.value })}
          error={isAsked && !hasName && words.noName}
          maxLength={80}
          autoComplete="off"
          data-autofocus
        />
        <SimpleGrid cols={2}>
          <NativeSelect
            label={words.onBot}
            data={[
              { value: "", label: words.allBots },
              ...bots.map(({ bot_id, name }) => ({ value: bot_id, label: name })),
            ]}
            value={order.bot_id ?? ""}
            onChange={(event) => setOrder({ ...order, bot_id: event.currentTarget.value || null })}
          />
          <NativeSelect
            label={words.ends}
            data={lifetimes.map((days) => ({
              value: String(days),
              label: words[`in${days}`],
            }))}
            value={String(order.expires_in_days)}
            onChange={(event) => {
              const chosen = event.currentTarget.value;
              const days = lifetimes.find((one) => String(one) === chosen);
              if (days) setOrder({ ...order, expires_in_days: days });
            }}
          />
        </SimpleGrid>
        <ScopeTable
          chosen={chosen}
          offered={offered}
          onChange={(scopes) => setOrder({ ...order, scopes })}
        />
        {isAsked && !hasScope && (
          <Text size="sm" c="var(--mantine-color-error)" role="alert">
            {words.noScope}
          </Text>
        )}
        <Fault problem={making.error} />
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={props.onCancel}>
            {words.cancel}
          </Button>
          <Button type="submit" loading={making.isPending}>
            {words.make}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** Returns the scopes that an operator who is only an agent may grant; `null` when the operator chooses freely. */
function offeredOn(bots: readonly ListedBot[]): readonly Scope[] | null {
  if (bots.length === 0 || bots.some(({ role }) => role !== "agent")) return null;
  return ["bots:read", ...bots.flatMap(({ scopes }) => scopes)];
}
