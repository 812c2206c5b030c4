import { useNavigate } from "@tanstack/react-router";
import { ConfirmDialog } from "../../parts/form/confirm-dialog.tsx";
import { Dialog } from "../../parts/form/dialog.tsx";
import { OnceLink } from "../../parts/people/once-link.tsx";
import { usePeopleProblem } from "../../parts/people/people-problem.ts";
import { useFormats } from "../../words/formats.ts";
import { useWords } from "../../words/speaking.tsx";
import type { Operator, useOperators } from "./use-operators.ts";

export type QuestionKind = "letIn" | "promote" | "demote" | "remove";
export interface OperatorPrompt {
  kind: QuestionKind;
  operator: Operator;
}

/** Asks for confirmation before it changes an operator. */
export function OperatorQuestion(props: {
  question: OperatorPrompt;
  isOwn: boolean;
  people: ReturnType<typeof useOperators>;
  onClose(): void;
}) {
  const { question, isOwn, people, onClose } = props;
  const { kind, operator } = question;
  const words = useWords("operators.main");
  const navigate = useNavigate();
  const says = useSaid(question, isOwn);
  const doing = {
    letIn: people.letIn,
    promote: people.change,
    demote: people.change,
    remove: people.remove,
  }[kind];
  const problem = usePeopleProblem(doing.error);
  const close = () => {
    doing.reset();
    onClose();
  };
  const done = () => {
    if (kind === "letIn") return;
    close();
    if (isOwn) void navigate({ to: "/bots" });
  };
  if (kind === "letIn" && people.letIn.data) {
    return <SignInLink operator={operator} made={people.letIn.data} onDone={close} />;
  }
  return (
    <ConfirmDialog
      isOpen
      title={says.title}
      text={says.text}
      confirm={words[kind]}
      isBusy={doing.isPending}
      problem={problem}
      onConfirm={() => doing.mutate(operator, { onSuccess: done })}
      onClose={close}
    />
  );
}

function useSaid({ kind, operator: { name } }: OperatorPrompt, isOwn: boolean) {
  const words = useWords("operators.main");
  if (isOwn && kind === "demote") {
    return { title: words.demoteSelfTitle, text: words.demoteSelfText };
  }
  if (isOwn && kind === "remove") {
    return { title: words.removeSelfTitle, text: words.removeSelfText };
  }
  return { title: words[`${kind}Title`]({ name }), text: words[`${kind}Text`] };
}

function SignInLink(props: {
  operator: Operator;
  made: { link: string; expires_at: string };
  onDone(): void;
}) {
  const { operator, made, onDone } = props;
  const words = useWords("operators.main");
  const formats = useFormats();
  return (
    <Dialog isOpen title={words.linkFor({ email: operator.email })} onClose={onDone}>
      <OnceLink
        link={made.link}
        name={words.link}
        text={words.linkText({ until: formats.dateTime(made.expires_at) })}
        copy={words.copy}
        done={words.done}
        onDone={onDone}
      />
    </Dialog>
  );
}
