import { Alert, Button, Group, Modal, PasswordInput, Stack, Text } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { setReauthentication } from "../api/reauthenticate.ts";
import { signIn, signInWithPasskey } from "../api/sign-in.ts";
import { useWords } from "../words/speaking.tsx";
import { meQuery } from "./me.ts";
import { shellWords } from "./shell-words.ts";

/** Asks the operator to sign in again, before something that cannot be undone. */
export function ReauthenticationDialog() {
  const { again: words } = useWords(shellWords);
  const queries = useQueryClient();
  const [answer, setAnswer] = useState<((isProved: boolean) => void) | null>(null);
  const [password, setPassword] = useState("");
  const [isWrong, setIsWrong] = useState(false);
  useEffect(() => {
    setReauthentication(() => new Promise((resolve) => setAnswer(() => resolve)));
  }, []);
  const close = (isProved: boolean) => {
    answer?.(isProved);
    setAnswer(null);
    setPassword("");
    setIsWrong(false);
  };
  const prove = async (proving: () => Promise<unknown>) => {
    try {
      await proving();
      close(true);
    } catch {
      setIsWrong(true);
    }
  };
  const signInAgain = async () => {
    const me = await queries.ensureQueryData(meQuery);
    await signIn(me.operator?.email ?? "", password);
  };
  return (
    // Above the dialog that wanted it: Mantine puts all at 200.
    <Modal
      opened={answer !== null}
      onClose={() => close(false)}
      title={words.title}
      zIndex={400}
      centered
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void prove(signInAgain);
        }}
      >
        <Stack>
          <Text size="sm">{words.text}</Text>
          <PasswordInput
            label={words.password}
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
            autoComplete="current-password"
            data-autofocus
            required
          />
          {isWrong && (
            <Alert color="red" role="alert">
              {words.wrong}
            </Alert>
          )}
          <Group justify="space-between">
            <Button variant="subtle" onClick={() => void prove(() => signInWithPasskey())}>
              {words.passkey}
            </Button>
            <Group gap="sm">
              <Button variant="default" onClick={() => close(false)}>
                {words.cancel}
              </Button>
              <Button type="submit">{words.confirm}</Button>
            </Group>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
