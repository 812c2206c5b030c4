import { Alert, Button, Group, PasswordInput, Stack, Text } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useMe } from "../access/me.ts";
import { ApiProblem } from "../api/api-problem.ts";
import { goToProvider, signIn, signInWithPasskey } from "../api/sign-in.ts";
import { CodeBlock } from "../parts/code/code-block.tsx";
import { ErrorState } from "../parts/page/states.tsx";
import { useWords } from "../words/speaking.tsx";

interface Proving {
  /** Whether the company's identity provider vouches for the session. */
  byProvider: boolean;
  hasPassword: boolean;
  hasPasskey: boolean;
  onProved(): Promise<void>;
  onCancel(): void;
}

/** Sends operators to the company's sign-in again; operators who sign in by themselves re-authenticate here. */
export function ProveAgain(props: Proving) {
  return props.byProvider ? <AtProvider {...props} /> : <ProveHere {...props} />;
}

/** Reauthenticates at the identity provider: the operator leaves the page, returns and starts the action again. */
function AtProvider({ onCancel }: Proving) {
  const { again: words } = useWords("parts.shell");
  const { text } = useWords("fields.atProvider");
  const leaving = useMutation({
    mutationFn: () => goToProvider(ownPath(), true),
  });
  return (
    <Stack>
      <Text size="sm">{text}</Text>
      {leaving.isError && <ErrorState problem={leaving.error} />}
      <Group justify="flex-end" gap="sm">
        <Button variant="default" onClick={onCancel}>
          {words.cancel}
        </Button>
        <Button
          onClick={() => leaving.mutate()}
          loading={leaving.isPending || leaving.isSuccess}
          data-autofocus
        >
          {words.confirm}
        </Button>
      </Group>
    </Stack>
  );
}

/** Returns the path of this page relative to the console's address. */
const ownPath = () => location.pathname.slice("/console".length) + location.search;

/** Takes the password or the passkey of the signed-in operator, or another one-time link. */
function ProveHere({ hasPassword, hasPasskey, onProved, onCancel }: Proving) {
  const { again: words } = useWords("parts.shell");
  const email = useMe().data?.operator?.email ?? "";
  const [password, setPassword] = useState("");
  const proving = useMutation({
    async mutationFn(way: "password" | "passkey" | "link") {
      if (way === "password") await signIn(email, password);
      if (way === "passkey") await signInWithPasskey();
      await onProved();
    },
  });
  const isByLink = !hasPassword && !hasPasskey;
  const mainWay = hasPassword ? "password" : isByLink ? "link" : "passkey";
  const isBusy = (way: string) => proving.isPending && proving.variables === way;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        proving.mutate(mainWay);
      }}
    >
      <Stack>
        <Text size="sm">{isByLink ? words.byLink : words.text}</Text>
        {isByLink && (
          <CodeBlock code={`meetbot operator link ${email}`} name={words.command} wraps />
        )}
        {hasPassword && (
          <PasswordInput
            label={words.password}
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
            autoComplete="current-password"
            data-autofocus
            required
          />
        )}
        {proving.isError && <Refusal problem={proving.error} way={proving.variables} />}
        <Group justify="space-between" gap="sm">
          {hasPassword && hasPasskey ? (
            <Button
              variant="subtle"
              onClick={() => proving.mutate("passkey")}
              loading={isBusy("passkey")}
            >
              {words.passkey}
            </Button>
          ) : (
            <span />
          )}
          <Group gap="sm">
            <Button variant="default" onClick={onCancel}>
              {words.cancel}
            </Button>
            <Button type="submit" loading={isBusy(mainWay)}>
              {{ password: words.confirm, passkey: words.passkey, link: words.opened }[mainWay]}
            </Button>
          </Group>
        </Group>
      </Stack>
    </form>
  );
}

function Refusal({ problem, way }: { problem: unknown; way: string }) {
  const { again: words } = useWords("parts.shell");
  const status = problem instanceof ApiProblem ? problem.status : null;
  const isOurs = status !== null && status !== 401 && status !== 429;
  if (isOurs) return <ErrorState problem={problem} />;
  const isLocked = problem instanceof ApiProblem && problem.code === "TOO_MANY_FAILURES";
  const wrong = way === "passkey" ? words.noPasskey : words.wrong;
  return (
    <Alert color="red" role="alert">
      {status !== 429 ? wrong : isLocked ? words.tooMany : words.busy}
    </Alert>
  );
}
