import type { LinkCheck } from "../../../channels/channel.ts";
import type { Connecting } from "../../../operations/channels/connect-link.ts";

/** A problem on the platform's side, as the admin API returns it. */
export interface ToldProblem {
  kind: string;
  what: { en: string; zh: string };
  code: number | null;
  subcode: number | null;
  trace: string | null;
}

/** One thing that was looked at, and how it is. */
export interface ToldCheck<Name extends string> {
  check: Name;
  outcome: "ok" | "failed" | "not_made";
  problem: ToldProblem | null;
}

/** Returns the text that operators read, in each language of the console. */
export function inWords(explain: (locale: "en" | "zh") => string): ToldProblem["what"] {
  return { en: explain("en"), zh: explain("zh") };
}

/** For a failure without numbers from the platform. */
export const noNumbers = { code: null, subcode: null, trace: null };

/**
 * Returns each check in order. `problem`: what is wrong at the first failed check; `null` if that check did not run.
 */
export function serializeChecks<Name extends string>(
  names: readonly Name[],
  check: LinkCheck,
  problem: ToldProblem | null,
): ToldCheck<Name>[] {
  const at = check.ok ? names.length : (names as readonly string[]).indexOf(check.at);
  return names.map((name, place) => ({
    check: name,
    outcome: place < at ? "ok" : place === at && problem ? "failed" : "not_made",
    problem: place === at ? problem : null,
  }));
}

/**
 * Checks whether nobody else on this server has connected the same; `taken` is the problem to show when somebody has.
 */
export function checkFree(
  outcome: Connecting<LinkCheck>["outcome"],
  taken: ToldProblem,
): ToldCheck<"free"> {
  return {
    check: "free",
    outcome: outcome === "refused" ? "not_made" : outcome === "taken" ? "failed" : "ok",
    problem: outcome === "taken" ? taken : null,
  };
}
