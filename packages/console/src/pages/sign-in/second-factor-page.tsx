import { Alert, Button, Stack, Text } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter, useSearch } from "@tanstack/react-router";
import { meQuery } from "../../access/me.ts";
import { ApiProblem } from "../../api/api-problem.ts";
import { addPasskey, signInWithPasskey, signOut } from "../../api/sign-in.ts";
import { useWords } from "../../words/speaking.tsx";
import { Entrance } from "./entrance.tsx";
import { isOwnPath } from "./is-own-path.ts";

/** Asks an operator who signed in by password or link for a passkey, or to add one if there is none. */
export function SecondFactorPage() {
  const words = useWords("sign-in.secondFactor");
  const queries = useQueryClient();
  const router = useRouter();
  const { next } = useSearch({ from: "/second-factor" });
  const proving = useMutation({
    async mutationFn(way: "use" | "add") {
      if (way === "add") await addPasskey(words.name);
      await signInWithPasskey();
      const me = await queries.fetchQuery({ ...meQuery, staleTime: 0 });
      if (me.lacks_second_factor) throw new ApiProblem({ status: 403, code: "no_pin", detail: "" });
      router.history.push(`/console${isOwnPath(next) ? next : "/"}`);
    },
  });
  const leave = async () => {
    await signOut();
    await router.navigate({ to: "/sign-in" });
    queries.clear();
  };
  const isBusy = (way: string) => proving.isPending && proving.variables === way;
  return (
    <Entrance title={words.title} text={words.text}>
      <Stack>
        {proving.isError && (
          <Alert color="red" role="alert">
            {faultOf(proving.error, words)}
          </Alert>
        )}
        <Button loading={isBusy("add")} onClick={() => proving.mutate("add")}>
          {words.add}
        </Button>
        <Button variant="default" loading={isBusy("use")} onClick={() => proving.mutate("use")}>
          {words.use}
        </Button>
        <Text size="sm" c="dimmed">
          {words.lost}
        </Text>
        <Button variant="subtle" onClick={() => void leave()}>
          {words.leave}
        </Button>
      </Stack>
    </Entrance>
  );
}

function faultOf(
  error: unknown,
  words: { passkeyFirst: string; noPin: string; failed: string },
): string {
  const code = error instanceof ApiProblem ? error.code : "";
  if (code === "PASSKEY_FIRST") return words.passkeyFirst;
  return code === "no_pin" ? words.noPin : words.failed;
}
