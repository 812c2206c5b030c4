import { Button, Group, SimpleGrid, Text, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { meQuery } from "../../access/me.ts";
import { api } from "../../api/api.ts";
import type { OutputOf } from "../../api/routes.ts";
import { Section } from "../../parts/page/section.tsx";
import { useWords } from "../../words/speaking.tsx";
import { Fault } from "./fault.tsx";

/** Who the operator is. */
export function ProfileSection({ me }: { me: OutputOf<"GET /me"> }) {
  const words = useWords("account");
  const queries = useQueryClient();
  const known = namesOf(me);
  const [names, setNames] = useState(known);
  const saving = useMutation({
    mutationFn: () =>
      api("PATCH /me", { body: { name: names.name, public_name: names.publicName } }),
    onSuccess(saved) {
      queries.setQueryData(meQuery.queryKey, saved);
      setNames(namesOf(saved));
    },
  });
  const isChanged =
    names.name.trim() !== "" &&
    (names.name.trim() !== known.name || names.publicName.trim() !== known.publicName);
  const change = (changes: Partial<typeof names>) => {
    saving.reset();
    setNames({ ...names, ...changes });
  };
  return (
    <Section id="profile" title={words.profile} text={me.administrator && words.administrator}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (isChanged) saving.mutate();
        }}
      >
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <TextInput
            label={words.name}
            description={words.nameText}
            value={names.name}
            onChange={(event) => change({ name: event.currentTarget.value })}
            maxLength={80}
            autoComplete="name"
          />
          <TextInput
            label={words.email}
            description={words.emailText}
            value={me.operator?.email ?? ""}
            readOnly
          />
          <TextInput
            label={words.publicName}
            description={words.publicNameText({ first: me.operator?.default_public_name ?? "" })}
            value={names.publicName}
            onChange={(event) => change({ publicName: event.currentTarget.value })}
            maxLength={40}
            autoComplete="off"
          />
        </SimpleGrid>
        <Fault problem={saving.error} />
        <Group mt="md" gap="sm">
          <Button type="submit" loading={saving.isPending} disabled={!isChanged}>
            {words.save}
          </Button>
          <Text size="sm" c="dimmed" role="status">
            {saving.isSuccess && !isChanged && words.saved}
          </Text>
        </Group>
      </form>
    </Section>
  );
}

const namesOf = ({ operator }: OutputOf<"GET /me">) => ({
  name: operator?.name ?? "",
  publicName: operator?.public_name ?? "",
});
