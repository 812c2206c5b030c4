import { Button, Group, Stack } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { api } from "../../api/api.ts";
import { ApiProblem } from "../../api/api-problem.ts";
import type { InputOf, OutputOf } from "../../api/routes.ts";
import { EndpointField } from "../../parts/form/endpoint-field.tsx";
import { ErrorState } from "../../parts/page/states.tsx";
import { useWords } from "../../words/speaking.tsx";

type About = Omit<InputOf<"POST /bots">["body"], "endpoint">;

/** The URL at which a shop's own system answers; with it the bot is created. */
export function OwnWebhookForm(props: {
  id: string;
  about: About;
  onNameRefused(): void;
  onCreated(created: OutputOf<"POST /bots">): void;
}) {
  const { id, about, onNameRefused, onCreated } = props;
  const words = useWords("new-bot");
  const [endpoint, setEndpoint] = useState("");
  const isWrong = (problem: unknown, pointer: string) =>
    problem instanceof ApiProblem && problem.errors.some((one) => one.pointer === pointer);
  const creating = useMutation({
    mutationFn: () => api("POST /bots", { body: { ...about, endpoint } }),
    onSuccess: onCreated,
    onError: (problem) => isWrong(problem, "/name") && onNameRefused(),
  });
  const { error } = creating;
  const isOfField = isWrong(error, "/name") || isWrong(error, "/endpoint");
  return (
    <form
      id={id}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        creating.mutate();
      }}
    >
      <Stack gap="md">
        <EndpointField
          value={endpoint}
          onChange={(url) => {
            // The refusal does not apply to the changed URL.
            if (creating.isError) creating.reset();
            setEndpoint(url);
          }}
          isRefused={isWrong(error, "/endpoint")}
          required
        />
        {creating.isError && !isOfField && <ErrorState problem={error} />}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" renderRoot={(root) => <Link {...root} to="/bots" />}>
            {words.cancel}
          </Button>
          <Button type="submit" loading={creating.isPending}>
            {words.create}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
