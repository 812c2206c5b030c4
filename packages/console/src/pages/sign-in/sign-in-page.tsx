import { Alert, Button, Code, Divider, PasswordInput, Stack, Text, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useRouter, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { ApiProblem } from "../../api/api-problem.ts";
import { signIn, signInWithPasskey } from "../../api/sign-in.ts";
import { stateWords } from "../../parts/page/state-words.ts";
import { useWords } from "../../words/speaking.tsx";
import { Entrance } from "./entrance.tsx";
import { signInWords } from "./sign-in-words.ts";

/** Signs in an operator, and goes on to where they were going. */
export function SignInPage() {
  const words = useWords(signInWords);
  const { network } = useWords(stateWords);
  const { next } = useSearch({ from: "/sign-in" });
  const router = useRouter();
  const queries = useQueryClient();
  const [who, setWho] = useState({ email: "", password: "" });
  const [isBusy, setIsBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);

  const enter = async (signingIn: () => Promise<unknown>, faultOf: (error: unknown) => string) => {
    setIsBusy(true);
    setFault(null);
    try {
      await signingIn();
      queries.clear();
      router.history.push(`/console${isOwnPath(next) ? next : "/"}`);
    } catch (error) {
      setFault(faultOf(error));
      setIsBusy(false);
    }
  };
  const passwordFault = (error: unknown) => {
    const { status, code } = error instanceof ApiProblem ? error : { status: 0, code: "" };
    if (status === 429) return code === "TOO_MANY_FAILURES" ? words.tooMany : words.busy;
    return status === 0 ? network : words.wrong;
  };
  return (
    <Entrance title={words.title}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void enter(() => signIn(who.email, who.password), passwordFault);
        }}
      >
        <Stack>
          <TextInput
            label={words.email}
            type="email"
            autoComplete="username webauthn"
            required
            value={who.email}
            onChange={(event) => setWho({ ...who, email: event.currentTarget.value })}
          />
          <PasswordInput
            label={words.password}
            autoComplete="current-password"
            required
            value={who.password}
            onChange={(event) => setWho({ ...who, password: event.currentTarget.value })}
          />
          {fault && (
            <Alert color="red" role="alert">
              {fault}
            </Alert>
          )}
          <Button type="submit" loading={isBusy}>
            {words.signIn}
          </Button>
          <Divider label={words.or} />
          <Button
            variant="default"
            onClick={() =>
              void enter(
                () => signInWithPasskey(),
                () => words.passkeyFailed,
              )
            }
          >
            {words.passkey}
          </Button>
          <Text size="sm" c="dimmed">
            {words.lost} <Code>npx meetbot operator link</Code>
          </Text>
        </Stack>
      </form>
    </Entrance>
  );
}

/** A link in an address may lead to the console's own pages only. */
function isOwnPath(next: string | undefined): next is string {
  return next !== undefined && /^\/(?!\/)/.test(next);
}
