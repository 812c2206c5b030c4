import "./roles.css";
import { Section } from "../../parts/page/section.tsx";
import { useWords } from "../../words/speaking.tsx";
import { allRoles } from "./role-choice.tsx";

/** The permissions of each role. */
export function RolesSection() {
  const words = useWords("people.main");
  const roles = useWords("fields.roles");
  return (
    <Section id="roles" title={words.roles}>
      <dl className="roles">
        {allRoles.map((role) => (
          <div key={role}>
            <dt>{roles[role]}</dt>
            <dd>{roles.may[role]}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
