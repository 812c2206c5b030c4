import { ActionIcon, Select, Text, Tooltip } from "@mantine/core";
import { IconOf } from "../../parts/page/icons.tsx";
import { ToneBadge } from "../../parts/page/tone-badge.tsx";
import { PersonName } from "../../parts/people/person-name.tsx";
import { useWords } from "../../words/speaking.tsx";
import { allRoles } from "./role-choice.tsx";
import type { BotMember, MemberRole } from "./use-people.ts";

/** Shows a member with their role, which can be changed here unless it is fixed. */
export function MemberRow(props: {
  member: BotMember;
  isYou: boolean;
  isFixed: boolean;
  /** The new role while it is being saved. */
  changesTo: MemberRole | null;
  onRole(role: MemberRole): void;
  onRemove(): void;
}) {
  const { member, isYou, isFixed, changesTo, onRole, onRemove } = props;
  const { name, email, role, administrator } = member;
  const words = useWords("people.main");
  const roles = useWords("fields.roles");
  const marks = (
    <>
      {isYou && <ToneBadge tone="quiet">{words.you}</ToneBadge>}
      {administrator && <ToneBadge tone="person">{roles.administrator}</ToneBadge>}
    </>
  );
  return (
    <li>
      <PersonName name={name} marks={marks}>
        {email}
      </PersonName>
      {isFixed ? (
        <Text size="sm">{roles[role]}</Text>
      ) : (
        <div className="people-does">
          <Select
            aria-label={words.roleOf({ name })}
            w={140}
            data={allRoles.map((value) => ({ value, label: roles[value] }))}
            value={changesTo ?? role}
            disabled={changesTo !== null}
            allowDeselect={false}
            onChange={(chosen) => {
              const known = allRoles.find((one) => one === chosen);
              if (known && known !== role) onRole(known);
            }}
          />
          <Tooltip label={words.remove({ name })}>
            <ActionIcon
              variant="subtle"
              color="gray"
              size="lg"
              aria-label={words.remove({ name })}
              onClick={onRemove}
            >
              <IconOf icon="trash" />
            </ActionIcon>
          </Tooltip>
        </div>
      )}
    </li>
  );
}
