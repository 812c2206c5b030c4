import { Button, Group, Stack, Text, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import type { OutputOf } from "../../api/routes.ts";
import { useFormats } from "../../words/formats.ts";
import { useWords } from "../../words/speaking.tsx";
import { Dialog } from "../form/dialog.tsx";
import { ErrorState } from "../page/states.tsx";
import { OnceLink } from "./once-link.tsx";
import { usePeopleProblem } from "./people-problem.ts";

type Invited = OutputOf<"POST /bots/{bot_id}/invitations">;

interface Props {
  title: string;
  /** A choice, shown below the email, of the access that the invitation grants. */
  children: ReactNode;
  invite(email: string): Promise<Invited>;
  onClose(): void;
}

/** Asks for an email and what to grant it; then shows the link once, or names the person who needs none. */
export function InviteDialog({ isOpen, ...props }: Props & { isOpen: boolean }) {
  const words = useWords("people.invitation");
  const [invited, setInvited] = useState<Invited | null>(null);
  const title = !invited
    ? props.title
    : invited.given_to
      ? words.given({ who: invited.given_to.name })
      : words.linkFor({ email: invited.invitation?.email ?? "" });
  const close = () => {
    setInvited(null);
    props.onClose();
  };
  return (
    <Dialog isOpen={isOpen} title={title} onClose={close}>
      {invited ? (
        <Outcome invited={invited} onDone={close} />
      ) : (
        <InviteForm {...props} onInvited={setInvited} />
      )}
    </Dialog>
  );
}

function InviteForm(props: Props & { onInvited(invited: Invited): void }) {
  const words = useWords("people.invitation");
  const { cancel } = useWords("parts.states");
  const [email, setEmail] = useState("");
  const [isWrong, setIsWrong] = useState(false);
  const inviting = useMutation({ mutationFn: props.invite, onSuccess: props.onInvited });
  const problem = usePeopleProblem(inviting.error);
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const isEmail = /^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+$/.test(email.trim());
        setIsWrong(!isEmail);
        if (isEmail) inviting.mutate(email.trim());
      }}
    >
      <Stack gap="md">
        <TextInput
          label={words.email}
          type="email"
          autoComplete="off"
          spellCheck={false}
          value={email}
          onChange={(event) => {
            setEmail(event.currentTarget.value);
            setIsWrong(false);
          }}
          error={isWrong && words.emailFault}
          data-autofocus
        />
        {props.children}
        {inviting.isError && <ErrorState problem={problem} />}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={props.onClose}>
            {cancel}
          </Button>
          <Button type="submit" loading={inviting.isPending}>
            {words.make}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function Outcome({ invited, onDone }: { invited: Invited; onDone(): void }) {
  const words = useWords("people.invitation");
  const formats = useFormats();
  const { link, invitation } = invited;
  if (!link || !invitation) {
    return (
      <Stack gap="md">
        <Text size="sm">{words.givenText}</Text>
        <Group justify="flex-end">
          <Button onClick={onDone} data-autofocus>
            {words.done}
          </Button>
        </Group>
      </Stack>
    );
  }
  return (
    <OnceLink
      link={link}
      name={words.link}
      text={words.linkText({ until: formats.dateTime(invitation.expires_at) })}
      copy={words.copy}
      done={words.done}
      onDone={onDone}
    />
  );
}
