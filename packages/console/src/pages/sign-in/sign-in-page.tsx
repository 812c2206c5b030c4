import { Alert, Button, Code, PasswordInput, Stack, Text, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useRouter, useSearch } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { ApiProblem } from "../../api/api-problem.ts";
import {
  findWaysIn,
  goToProvider,
  signIn,
  signInWithPasskey,
  type WaysIn,
} from "../../api/sign-in.ts";
import { useWords } from "../../words/speaking.tsx";
import { Entrance } from "./entrance.tsx";
import { isOwnPath } from "./is-own-path.ts";

/** Also used when the server does not return its ways to sign in. */
const ownWays: WaysIn = { provider: null, only_provider: false };

/** Signs in an operator, then opens the page that the operator requested. */
export function SignInPage() {
  const words = useWords("sign-in.main");
  const { network } = useWords("parts.states");
  const { next, fault: refusal } = useSearch({ from: "/sign-in" });
  // Not a query: operators arrive here on sign-out, while all queries are cleared.
  const [ways, setWays] = useState<WaysIn>();
  useEffect(() => {
    findWaysIn().then(setWays, () => setWays(ownWays));
  }, []);
  const router = useRouter();
  const queries = useQueryClient();
  const [who, setWho] = useState({ email: "", password: "" });
  const [isBusy, setIsBusy] = useState(false);
  const [fault, setFault] = useState(refusal && refusalOf(words.refusals, refusal));

  const enter = async (signingIn: () => Promise<unknown>, faultOf: (error: unknown) => string) => {
    setIsBusy(true);
    setFault(undefined);
    try {
      await signingIn();
      queries.clear();
      router.history.push(`/console${isOwnPath(next) ? next : "/"}`);
    } catch (error) {
      setFault(faultOf(error));
      setIsBusy(false);
    }
  };
  const leave = async () => {
    setIsBusy(true);
    try {
      await goToProvider(isOwnPath(next) ? next : "/");
    } catch {
      setFault(words.refusals.provider_away);
      setIsBusy(false);
    }
  };
  const passwordFault = (error: unknown) => {
    const { status, code } = error instanceof ApiProblem ? error : { status: 0, code: "" };
    if (status === 429) return code === "TOO_MANY_FAILURES" ? words.tooMany : words.busy;
    return status === 0 ? network : words.wrong;
  };
  if (!ways) return <Entrance title={words.title}>{null}</Entrance>;
  const { provider } = ways;
  return (
    <Entrance title={words.title}>
      {fault && (
        <Alert color="red" role="alert" mb="md">
          {fault}
        </Alert>
      )}
      {provider && (
        <Button fullWidth mb="md" loading={isBusy} onClick={() => void leave()}>
          {words.by({ provider: provider.label })}
        </Button>
      )}
      {!ways.only_provider && (
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
            <Button type="submit" variant={provider ? "default" : "filled"} loading={isBusy}>
              {words.signIn}
            </Button>
            <Text size="xs" c="dimmed" ta="center">
              {words.or}
            </Text>
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
      )}
    </Entrance>
  );
}

/**
 * Returns the message for the server's refusal code; codes without a message of their own mean that the sign-in could
 * not be verified.
 */
function refusalOf(words: Record<string, string>, refusal: string): string | undefined {
  const known = /^(no_|email)/.test(refusal) ? "no_role" : refusal;
  return Object.hasOwn(words, known) ? words[known] : words.refused;
}
