import { Radio, Stack } from "@mantine/core";
import { useWords } from "../../words/speaking.tsx";
import type { MemberRole } from "./use-people.ts";

export const allRoles = ["agent", "viewer", "editor", "owner"] as const;

/** A choice of role, with its permissions beside it. */
export function RoleChoice({
  role,
  onChoose,
}: {
  role: MemberRole;
  onChoose(role: MemberRole): void;
}) {
  const words = useWords("people.main");
  const roles = useWords("fields.roles");
  return (
    <Radio.Group
      label={words.role}
      value={role}
      onChange={(chosen) => {
        const known = allRoles.find((one) => one === chosen);
        if (known) onChoose(known);
      }}
    >
      <Stack gap="sm" mt={6}>
        {allRoles.map((one) => (
          <Radio key={one} value={one} label={roles[one]} description={roles.may[one]} />
        ))}
      </Stack>
    </Radio.Group>
  );
}
