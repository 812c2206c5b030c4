import "./people.css";
import { Button, Text } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import type { OutputOf } from "../../api/routes.ts";
import { useFormats } from "../../words/formats.ts";
import { useWords } from "../../words/speaking.tsx";
import { ConfirmDialog } from "../form/confirm-dialog.tsx";
import { Section } from "../page/section.tsx";

export type Invitation = OutputOf<"GET /bots/{bot_id}/people">["invitations"][number];

/** Invitations that have not been opened yet. */
export function InvitationList(props: {
  invitations: readonly Invitation[];
  /** Describes the access that an invitation grants. */
  gives(invitation: Invitation): string;
  revoke(invitationId: string): Promise<unknown>;
}) {
  const { invitations, gives, revoke } = props;
  const words = useWords("people.invitation");
  const formats = useFormats();
  const [chosen, setChosen] = useState<Invitation | null>(null);
  const revoking = useMutation({
    mutationFn: (id: string) => revoke(id),
    onSuccess: () => setChosen(null),
  });
  if (invitations.length === 0) return null;
  return (
    <Section id="invitations" title={words.pending} text={words.pendingText}>
      <ul className="people" aria-label={words.pending}>
        {invitations.map((invitation) => (
          <li key={invitation.invitation_id}>
            <div className="people-who">
              <Text fw={600}>{invitation.email}</Text>
              <Text size="sm" c="dimmed">
                {gives(invitation)} ·{" "}
                {words.until({ date: formats.dateTime(invitation.expires_at) })} ·{" "}
                {words.by({ actor: invitation.created_by })}
              </Text>
            </div>
            <Button
              size="xs"
              variant="default"
              aria-label={words.revokeOf({ email: invitation.email })}
              onClick={() => {
                revoking.reset();
                setChosen(invitation);
              }}
            >
              {words.revoke}
            </Button>
          </li>
        ))}
      </ul>
      <ConfirmDialog
        isOpen={chosen !== null}
        title={words.revokeOf({ email: chosen?.email ?? "" })}
        text={words.revokeText}
        confirm={words.revoke}
        isBusy={revoking.isPending}
        problem={revoking.error}
        onConfirm={() => chosen && revoking.mutate(chosen.invitation_id)}
        onClose={() => setChosen(null)}
      />
    </Section>
  );
}
