import type { RunRule } from "../data/webhook-data.ts";

export type Group = RunRule["group"];

/** The rules by group, in their order. */
export function groupsOf(rules: readonly RunRule[]): { group: Group; ids: string[] }[] {
  const groups = new Map<Group, string[]>();
  for (const { id, group } of rules) groups.set(group, [...(groups.get(group) ?? []), id]);
  return [...groups].map(([group, ids]) => ({ group, ids }));
}
