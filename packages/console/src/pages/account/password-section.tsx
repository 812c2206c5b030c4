import { Button, Group, PasswordInput, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useMe } from "../../access/me.ts";
import { api } from "../../api/api.ts";
import { QueryView } from "../../parts/page/query-view.tsx";
import { Section } from "../../parts/page/section.tsx";
import { useFormats } from "../../words/formats.ts";
import { useWords } from "../../words/speaking.tsx";
import { passwordQuery, useAccountChange } from "./account-data.ts";
import { Fault } from "./fault.tsx";

/** A password: the first one, or another one. */
export function PasswordSection() {
  const words = useWords("account");
  const formats = useFormats();
  const query = useQuery(passwordQuery);
  return (
    <Section id="password" title={words.password}>
      <QueryView query={query} height={140}>
        {({ changed_at }) => (
          <Stack gap="md">
            <Text size="sm">
              {changed_at
                ? words.passwordSince({ at: formats.date(changed_at) })
                : words.noPassword}
            </Text>
            <PasswordForm isFirst={changed_at === null} />
          </Stack>
        )}
      </QueryView>
    </Section>
  );
}

function PasswordForm({ isFirst }: { isFirst: boolean }) {
  const words = useWords("account");
  const email = useMe().data?.operator?.email ?? "";
  const [password, setPassword] = useState("");
  const saving = useAccountChange((chosen: string) =>
    api("PUT /me/password", { body: { password: chosen } }),
  );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        saving.mutate(password, { onSuccess: () => setPassword("") });
      }}
    >
      <Stack gap="md" align="flex-start">
        {/* So that a password manager knows whose it is. */}
        <input type="email" autoComplete="username" value={email} readOnly hidden />
        <PasswordInput
          label={words.newPassword}
          description={words.passwordRule}
          autoComplete="new-password"
          required
          minLength={12}
          maxLength={128}
          value={password}
          onChange={(event) => {
            saving.reset();
            setPassword(event.currentTarget.value);
          }}
          w="100%"
          maw={400}
        />
        <Fault problem={saving.error} />
        <Group gap="sm">
          <Button type="submit" loading={saving.isPending} disabled={password === ""}>
            {isFirst ? words.setPassword : words.changePassword}
          </Button>
          <Text size="sm" c="dimmed" role="status">
            {saving.isSuccess
              ? words.passwordSet({ ended: saving.data.ended_sessions })
              : words.endsSessions}
          </Text>
        </Group>
      </Stack>
    </form>
  );
}
