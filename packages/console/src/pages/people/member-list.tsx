import "../../parts/people/people.css";
import { Alert, Text, VisuallyHidden } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useMe } from "../../access/me.ts";
import { ConfirmDialog } from "../../parts/form/confirm-dialog.tsx";
import { IconOf } from "../../parts/page/icons.tsx";
import { Section } from "../../parts/page/section.tsx";
import { ErrorState } from "../../parts/page/states.tsx";
import { usePeopleProblem } from "../../parts/people/people-problem.ts";
import { useWords } from "../../words/speaking.tsx";
import { MemberRow } from "./member-row.tsx";
import type { BotMember, MemberRole, usePeople } from "./use-people.ts";

/** A change that an owner must confirm. */
type Question =
  | { kind: "remove"; member: BotMember }
  | { kind: "lower"; member: BotMember; role: MemberRole };

/** The members of a bot. Owners change them in place. */
export function MemberList(props: {
  members: readonly BotMember[];
  isOwner: boolean;
  people: ReturnType<typeof usePeople>;
}) {
  const { members, isOwner, people } = props;
  const { change } = people;
  const words = useWords("people.main");
  const roles = useWords("fields.roles");
  const ownId = useMe().data?.operator?.id;
  const [question, setQuestion] = useState<Question | null>(null);
  const isAlone = members.every(({ administrator }) => administrator);
  const changed = change.data;
  const problem = usePeopleProblem(change.error);
  return (
    <Section id="members" title={words.members} text={words.membersText}>
      {!isOwner && (
        <Alert variant="light" color="gray" icon={<IconOf icon="eye" />}>
          {words.ownersOnly}
        </Alert>
      )}
      <ul className="people" aria-label={words.members}>
        {members.map((member) => (
          <MemberRow
            key={member.operator_id}
            member={member}
            isYou={member.operator_id === ownId}
            isFixed={!isOwner || member.administrator}
            changesTo={change.isPending ? wishOf(change.variables, member) : null}
            onRole={(role) => {
              const isOwn = member.operator_id === ownId;
              if (isOwn) setQuestion({ kind: "lower", member, role });
              else change.mutate({ member, role });
            }}
            onRemove={() => setQuestion({ kind: "remove", member })}
          />
        ))}
      </ul>
      {isAlone && isOwner && (
        <Text size="sm" c="dimmed">
          {words.alone} {words.aloneText}
        </Text>
      )}
      {change.isError && question === null && <ErrorState problem={problem} />}
      <VisuallyHidden role="status">
        {changed && words.changed({ name: changed.name, role: roles[changed.role] })}
      </VisuallyHidden>
      {question && (
        <Confirmation
          question={question}
          isOwn={question.member.operator_id === ownId}
          people={people}
          onClose={() => setQuestion(null)}
        />
      )}
    </Section>
  );
}

function wishOf(
  wish: { member: BotMember; role: MemberRole } | undefined,
  member: BotMember,
): MemberRole | null {
  return wish?.member.operator_id === member.operator_id ? wish.role : null;
}

function Confirmation(props: {
  question: Question;
  isOwn: boolean;
  people: ReturnType<typeof usePeople>;
  onClose(): void;
}) {
  const { question, isOwn, onClose } = props;
  const { change, remove, renew } = props.people;
  const words = useWords("people.main");
  const roles = useWords("fields.roles");
  const navigate = useNavigate();
  if (question.kind === "lower") {
    return (
      <ConfirmDialog
        isOpen
        title={words.lowerTitle({ role: roles[question.role] })}
        text={words.lowerText}
        confirm={words.lowerConfirm}
        isBusy={change.isPending}
        problem={change.error}
        onConfirm={() => change.mutate(question, { onSuccess: onClose })}
        onClose={onClose}
      />
    );
  }
  const { member } = question;
  const removed = async () => {
    onClose();
    if (isOwn) await navigate({ to: "/bots" });
    await renew();
  };
  return (
    <ConfirmDialog
      isOpen
      title={isOwn ? words.leaveTitle : words.removeTitle({ name: member.name })}
      text={isOwn ? words.leaveText : words.removeText}
      confirm={isOwn ? words.leaveConfirm : words.removeConfirm}
      isBusy={remove.isPending}
      problem={remove.error}
      onConfirm={() => remove.mutate(member, { onSuccess: () => void removed() })}
      onClose={onClose}
    />
  );
}
