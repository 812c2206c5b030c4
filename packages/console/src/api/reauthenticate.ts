import type { ApiProblem } from "./api-problem.ts";

type Ask = () => Promise<boolean>;

let ask: Ask = async () => false;

/** The shell says here how operators are asked to prove again who they are. */
export function setReauthentication(asking: Ask): void {
  ask = asking;
}

/** Asks the operator to sign in again; throws the problem if they would rather not. */
export async function reauthenticate(problem: ApiProblem): Promise<void> {
  if (!(await ask())) throw problem;
}
