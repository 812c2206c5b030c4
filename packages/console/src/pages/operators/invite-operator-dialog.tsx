import { Radio, Stack } from "@mantine/core";
import { useState } from "react";
import { InviteDialog } from "../../parts/people/invite-dialog.tsx";
import { useWords } from "../../words/speaking.tsx";
import type { useOperators } from "./use-operators.ts";

/** Invites an operator, or another administrator. */
export function InviteOperatorDialog(props: {
  isOpen: boolean;
  invite: ReturnType<typeof useOperators>["invite"];
  onClose(): void;
}) {
  const words = useWords("operators.main");
  const roles = useWords("fields.roles");
  const [kind, setKind] = useState("operator");
  return (
    <InviteDialog
      isOpen={props.isOpen}
      title={words.inviteTitle}
      invite={(email) => props.invite(email, kind === "administrator")}
      onClose={props.onClose}
    >
      <Radio.Group label={words.kind} value={kind} onChange={setKind}>
        <Stack gap="sm" mt={6}>
          <Radio value="operator" label={words.operator} description={words.operatorText} />
          <Radio
            value="administrator"
            label={roles.administrator}
            description={words.administratorText}
          />
        </Stack>
      </Radio.Group>
    </InviteDialog>
  );
}
