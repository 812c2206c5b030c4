import { Alert, Button, Code, PasswordInput, Stack, Text, TextInput } from "@mantine/core";
import { type QueryClient, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useRouter } from "@tanstack/react-router";
import { useState } from "react";
import { botsQuery } from "../../access/me.ts";
import { ApiProblem } from "../../api/api-problem.ts";
import {
  type LinkFacts,
  lookAtLink,
  openLink,
  signIn,
  signInWithPasskey,
} from "../../api/sign-in.ts";
import { ErrorState, LoadingState } from "../../parts/page/states.tsx";
import { useWords } from "../../words/speaking.tsx";
import { Entrance } from "../sign-in/entrance.tsx";

/** The target of one-time links: `/console/welcome#<token>`. */
export function WelcomePage() {
  const words = useWords("welcome.main");
  const [token] = useState(() => location.hash.slice(1));
  const link = useQuery({
    queryKey: ["link", token],
    queryFn: () => lookAtLink(token),
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (link.error instanceof ApiProblem && link.error.status === 404) return <DeadLink />;
  if (link.isError) {
    return (
      <Entrance title={words.looking}>
        <ErrorState problem={link.error} retry={() => void link.refetch()} />
      </Entrance>
    );
  }
  if (!link.data) {
    return (
      <Entrance title={words.looking}>
        <LoadingState height={180} />
      </Entrance>
    );
  }
  if (link.data.kind === "sign_in") return <KnownOperator token={token} link={link.data} />;
  if (link.data.is_known) return <InvitedOperator token={token} link={link.data} />;
  return <NewOperator token={token} link={link.data} />;
}

function DeadLink() {
  const words = useWords("welcome.main");
  return (
    <Entrance title={words.dead}>
      <Stack align="flex-start">
        <Text>
          {words.deadText} <Code>npx meetbot operator link</Code>
        </Text>
        <Button renderRoot={(root) => <Link {...root} to="/sign-in" />} variant="default">
          {words.toSignIn}
        </Button>
      </Stack>
    </Entrance>
  );
}

/** Opens the link, then continues into the console. */
function useOpening(token: string) {
  const router = useRouter();
  const queries = useQueryClient();
  const [isBusy, setIsBusy] = useState(false);
  const [fault, setFault] = useState<unknown>(null);
  const open = async (
    who: Parameters<typeof openLink>[1],
    before: () => Promise<unknown> = async () => {},
  ) => {
    setIsBusy(true);
    setFault(null);
    try {
      await before();
      await openLink(token, who);
      queries.clear();
      const inbox = await findOnlyInbox(queries);
      await router.navigate({ to: (inbox ?? "/") as string, replace: true });
    } catch (error) {
      setFault(error);
      setIsBusy(false);
    }
  };
  return { open, isBusy, fault };
}

/** An agent of a single bot starts in its inbox; `null` when there is more to choose from. */
async function findOnlyInbox(queries: QueryClient): Promise<string | null> {
  const { data } = await queries.fetchQuery(botsQuery);
  const [only] = data;
  return data.length === 1 && only?.role === "agent" ? `/bots/${only.bot_id}/inbox` : null;
}

function KnownOperator({ token, link }: { token: string; link: LinkFacts }) {
  const words = useWords("welcome.main");
  const { open, isBusy, fault } = useOpening(token);
  return (
    <Entrance title={words.known} text={link.email ? words.knownText({ email: link.email }) : ""}>
      <Stack>
        {fault !== null && <ErrorState problem={fault} />}
        <Button onClick={() => void open({})} loading={isBusy} autoFocus>
          {words.enter}
        </Button>
      </Stack>
    </Entrance>
  );
}

/** An invitation for someone who became an operator after it was sent: they accept it with that account. */
function InvitedOperator({ token, link }: { token: string; link: LinkFacts }) {
  const words = useWords("welcome.main");
  const { open, isBusy, fault } = useOpening(token);
  const [password, setPassword] = useState("");
  const email = link.email ?? "";
  const isWrong = fault instanceof ApiProblem && fault.status === 401;
  return (
    <Entrance title={words.invited} text={`${useInvitation(link)} ${words.acceptText}`}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void open({}, () => signIn(email, password));
        }}
      >
        <Stack>
          <TextInput
            label={words.email}
            type="email"
            autoComplete="username"
            readOnly
            value={email}
          />
          <PasswordInput
            label={words.password}
            autoComplete="current-password"
            required
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
          {isWrong && (
            <Alert color="red" role="alert">
              {words.wrong}
            </Alert>
          )}
          {fault !== null && !isWrong && <ErrorState problem={fault} />}
          <Button type="submit" loading={isBusy}>
            {words.accept}
          </Button>
          <Button
            variant="default"
            disabled={isBusy}
            onClick={() => void open({}, () => signInWithPasskey())}
          >
            {words.acceptByPasskey}
          </Button>
        </Stack>
      </form>
    </Entrance>
  );
}

/** Returns a sentence that names the inviter, the bot and the role. */
function useInvitation({ administrator, role, bot_name, invited_by }: LinkFacts): string {
  const words = useWords("welcome.invitation");
  const key = administrator ? "administrator" : (role ?? "operator");
  const as = words.roles[key as keyof typeof words.roles];
  if (bot_name && !administrator) {
    const to = { bot: bot_name, role: as };
    return invited_by === null ? words.to(to) : words.toBy({ who: invited_by, ...to });
  }
  return invited_by === null
    ? words.console({ role: as })
    : words.consoleBy({ who: invited_by, role: as });
}

function NewOperator({ token, link }: { token: string; link: LinkFacts }) {
  const words = useWords("welcome.main");
  const { open, isBusy, fault } = useOpening(token);
  const [who, setWho] = useState({ name: "", email: link.email ?? "", password: "" });
  const isFirst = link.kind === "first";
  const invitation = useInvitation(link);
  const isTaken = fault instanceof ApiProblem && fault.status === 409;
  const isEasy = fault instanceof ApiProblem && fault.code === "PASSWORD_TOO_EASY";
  return (
    <Entrance
      title={isFirst ? words.first : words.invited}
      text={isFirst ? words.firstText : `${invitation} ${words.invitedText}`}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void open(who);
        }}
      >
        <Stack>
          <TextInput
            label={words.name}
            autoComplete="name"
            required
            maxLength={80}
            value={who.name}
            onChange={(event) => setWho({ ...who, name: event.currentTarget.value })}
          />
          <TextInput
            label={words.email}
            type="email"
            autoComplete="username"
            required
            readOnly={link.email !== null}
            value={who.email}
            onChange={(event) => setWho({ ...who, email: event.currentTarget.value })}
          />
          <PasswordInput
            label={words.password}
            description={words.passwordText}
            autoComplete="new-password"
            required
            minLength={12}
            maxLength={128}
            value={who.password}
            onChange={(event) => setWho({ ...who, password: event.currentTarget.value })}
          />
          {(isTaken || isEasy) && (
            <Alert color="red" role="alert">
              {isTaken ? words.exists : words.easyPassword}
            </Alert>
          )}
          {fault !== null && !isTaken && !isEasy && <ErrorState problem={fault} />}
          <Button type="submit" loading={isBusy}>
            {words.create}
          </Button>
        </Stack>
      </form>
    </Entrance>
  );
}
