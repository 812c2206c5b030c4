import { Checkbox } from "@mantine/core";
import { useWords } from "../../words/speaking.tsx";
import type { AccountScope } from "./account-data.ts";

const areas = [
  "bots",
  "webhook",
  "keys",
  "deliveries",
  "conversations",
  "inbox",
  "overview",
  "people",
] as const;
const ways = ["read", "write"] as const;

/** Areas that are read-only. */
const readOnly: readonly AccountScope[] = ["overview:write"];

/** Neither reading nor writing. */
const listening: AccountScope = "webhook:listen";

/** Shows what a token may do: one row per area with scopes on offer, for read and write. */
export function ScopeTable(props: {
  chosen: readonly AccountScope[];
  /** `null`: everything. */
  offered: readonly AccountScope[] | null;
  onChange(chosen: AccountScope[]): void;
}) {
  const { chosen, offered, onChange } = props;
  const isOffered = (scope: AccountScope) =>
    !readOnly.includes(scope) && (offered?.includes(scope) ?? true);
  const words = useWords("account");
  const toggle = (scope: AccountScope) =>
    onChange(chosen.includes(scope) ? chosen.filter((one) => one !== scope) : [...chosen, scope]);
  return (
    <table className="scope-table" aria-label={words.scopes}>
      <thead>
        <tr>
          <th scope="col">{words.scopes}</th>
          {ways.map((way) => (
            <th key={way} scope="col">
              {words[way]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {areas
          .filter((area) => ways.some((way) => isOffered(`${area}:${way}`)))
          .map((area) => (
            <tr key={area}>
              <th scope="row">{words.areas[area]}</th>
              {ways.map((way) => {
                const scope: AccountScope = `${area}:${way}`;
                return (
                  <td key={way}>
                    {isOffered(scope) && (
                      <Checkbox
                        aria-label={`${words.areas[area]}: ${words[way]}`}
                        checked={chosen.includes(scope)}
                        onChange={() => toggle(scope)}
                      />
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        {isOffered(listening) && (
          <tr>
            <th scope="row" colSpan={2}>
              {words.listen}
            </th>
            <td>
              <Checkbox
                aria-label={words.listen}
                checked={chosen.includes(listening)}
                onChange={() => toggle(listening)}
              />
            </td>
          </tr>
        )}
      </tbody>
    </table>
  );
}
