import { Button, Stack } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useState } from "react";
import { useBotId } from "../../access/bot.ts";
import { useMay } from "../../access/role.ts";
import { IconOf } from "../../parts/page/icons.tsx";
import { PageHeader } from "../../parts/page/page-header.tsx";
import { QueryView } from "../../parts/page/query-view.tsx";
import { InvitationList } from "../../parts/people/invitation-list.tsx";
import { InviteDialog } from "../../parts/people/invite-dialog.tsx";
import { useWords } from "../../words/speaking.tsx";
import { MemberList } from "./member-list.tsx";
import { RoleChoice } from "./role-choice.tsx";
import { RolesSection } from "./roles-section.tsx";
import { type MemberRole, usePeople } from "./use-people.ts";

/** The people who work on a bot, and their permissions. */
export function PeoplePage() {
  const botId = useBotId();
  const words = useWords("people.main");
  const roles = useWords("fields.roles");
  const isOwner = useMay(botId)("owner");
  const people = usePeople(botId);
  const [isInviting, inviting] = useDisclosure(false);
  const [role, setRole] = useState<MemberRole>("editor");
  return (
    <>
      <PageHeader
        title={words.title}
        text={words.text}
        actions={
          isOwner && (
            <Button leftSection={<IconOf icon="plus" size={16} />} onClick={inviting.open}>
              {words.invite}
            </Button>
          )
        }
      />
      <QueryView query={people.people} height={520}>
        {({ members, invitations }) => (
          <Stack maw={880} gap="md">
            <MemberList members={members} isOwner={isOwner} people={people} />
            <InvitationList
              invitations={invitations}
              gives={(one) => roles[one.role ?? "viewer"]}
              revoke={people.revoke}
            />
            <RolesSection />
          </Stack>
        )}
      </QueryView>
      <InviteDialog
        isOpen={isInviting}
        title={words.inviteTitle}
        invite={(email) => people.invite(email, role)}
        onClose={inviting.close}
      >
        <RoleChoice role={role} onChoose={setRole} />
      </InviteDialog>
    </>
  );
}
