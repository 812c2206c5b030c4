import { Button, Group, SimpleGrid, Text, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { meQuery } from "../../access/me.ts";
import { api } from "../../api/api.ts";
import type { OutputOf } from "../../api/routes.ts";
import { Section } from "../../parts/page/section.tsx";
import { useWords } from "../../words/speaking.tsx";
import { accountWords } from "./account-words.ts";
import { Fault } from "./fault.tsx";

/** Who the operator is. */
export function ProfileSection({ me }: { me: OutputOf<"GET /me"> }) {
  const words = useWords(accountWords);
  const queries = useQueryClient();
  const known = me.operator?.name ?? "";
  const [name, setName] = useState(known);
  const saving = useMutation({
    mutationFn: () => api("PATCH /me", { body: { name } }),
    onSuccess(saved) {
      queries.setQueryData(meQuery.queryKey, saved);
      setName(saved.operator?.name ?? "");
    },
  });
  const isChanged = name.trim() !== known && name.trim() !== "";
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
            value={name}
            onChange={(event) => {
              saving.reset();
              setName(event.currentTarget.value);
            }}
            maxLength={80}
            autoComplete="name"
          />
          <TextInput
            label={words.email}
            description={words.emailText}
            value={me.operator?.email ?? ""}
            readOnly
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
