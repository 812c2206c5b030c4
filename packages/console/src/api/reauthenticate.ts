import type { ApiProblem } from "./api-problem.ts";

type Ask = () => Promise<boolean>;

let ask: Ask = async () => false;

/** Sets how operators are asked to reauthenticate; the dialog for this calls it. */
export function setReauthentication(asking: Ask): void {
  ask = asking;
}

/** Asks the operator to sign in again; throws the problem if they decline. */
export async function reauthenticate(problem: ApiProblem): Promise<void> {
  if (!(await ask())) throw problem;
}
