import { parseAllowList } from "@meetbot/network/addresses/allow-list.ts";
import { createEndpointGuard } from "@meetbot/network/addresses/endpoint-guard.ts";
import { readTarget } from "@meetbot/network/addresses/read-target.ts";
import { readVectors } from "./read-vectors.ts";
import { countUp, listCounts, type Result, resultOf } from "./result.ts";

interface Vector {
  input: string;
  kind: string;
  expected: "block" | "allow";
  /** What each further lookup of the name finds; the last for all that follow. */
  answers?: string[][];
  /** Published guards differ; `expected` is the stricter choice. */
  disputed?: boolean;
}

const ownPort = 4400;
const publicAddress = "93.184.216.34";

/** Addresses, URLs and names that lead into somebody's network, and some that do not. */
export async function checkAddresses(folder: string): Promise<Result[]> {
  const files = [...readVectors<Vector>(folder, "addresses/{ip,urls,dns}-*.jsonl")];
  return Promise.all(
    files.map(([file, vectors]) => {
      const counts: Record<string, number> = {};
      const check = async (vector: Vector) => {
        const reasons = await reasonsOf(vector);
        const isOpen = reasons.every(isAllowed);
        countUp(counts, isOpen ? "allowed" : "blocked");
        if (vector.disputed) countUp(counts, "of them disputed");
        if (isOpen === (vector.expected === "allow")) return null;
        return `${vector.input}: ${reasons.join(", then ")}, expected ${vector.expected}`;
      };
      return resultOf(file, vectors, check, () => listCounts(counts));
    }),
  );
}

/** `plain_http` is what the guard says last: all else is well, and plain http is permitted here. */
function isAllowed(reason: string): boolean {
  return reason === "public" || reason === "plain_http";
}

/**
 * The verdicts of connections one after another, of which each looks the name up anew. No vetted
 * address of one may come from a lookup of another.
 */
async function reasonsOf(vector: Vector): Promise<string[]> {
  const lookUps = vector.answers ?? [[publicAddress]];
  const reasons: string[] = [];
  let found: string[] = [];
  const guard = createEndpointGuard({
    allow: () => parseAllowList([]),
    ownPort,
    resolve: async () => found,
  });
  for (found of lookUps) {
    const url = vector.kind === "dns-name" ? `https://${vector.input}/` : vector.input;
    const { reason } = await guard.judge(url);
    reasons.push((await leadsElsewhere(url)) ? "leads to an address of another lookup" : reason);
  }
  return reasons;

  async function leadsElsewhere(url: string): Promise<boolean> {
    const target = readTarget(url);
    if (typeof target === "string") return false;
    const vetted = await guard.vet(target);
    return (
      vetted.allowed && !vetted.addresses.every((one) => [target.host, ...found].includes(one))
    );
  }
}
