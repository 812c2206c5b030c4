import {
  changesAnything,
  type Fate,
  type Plan,
  type PlanLine,
} from "../../../operations/apply/form/plan.ts";

const signs: Record<Fate, string> = { create: "+", change: "~", same: "=", left: "." };

/** Returns the changes that applying a file makes, or made, as readable lines: one for each name in the file. */
export function showPlan(plan: Plan, isDryRun: boolean): string[] {
  const { lines, invitations } = plan;
  if (!changesAnything(plan)) {
    const left = count(lines, "left");
    const rest = left > 0 ? ` Not in the file, and left as it is: ${left}.` : "";
    return [`Nothing to change: the server is as the file says.${rest}`];
  }
  return [
    ...lines.map(showLine),
    "",
    summary(lines, isDryRun),
    ...(invitations.length > 0 ? ["", "Invitation links, shown only once:"] : []),
    ...invitations.map(({ email, url }) => `${email}  ${url}`),
  ];
}

function showLine({ fate, path, text }: PlanLine): string {
  if (fate === "left") return `${signs.left} ${path}: not in the file, stays`;
  return `${signs[fate]} ${path}${text === "" ? "" : `: ${text}`}`;
}

function summary(lines: readonly PlanLine[], isDryRun: boolean): string {
  const [created, changed, same] = (["create", "change", "same"] as const).map((fate) =>
    count(lines, fate),
  );
  const counts = `${created} new (+), ${changed} changed (~), ${same} as the file says (=)`;
  return isDryRun ? `Nothing is changed yet. Without --dry-run: ${counts}.` : `Done: ${counts}.`;
}

const count = (lines: readonly PlanLine[], fate: Fate) =>
  lines.filter((line) => line.fate === fate).length;
