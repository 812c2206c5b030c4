import { newSecret, ProtocolError, parseJson } from "@meetbot/protocol";
import { createWebhook, refuse } from "@meetbot/sdk";
import { signTestRequest } from "@meetbot/sdk/testing";
import { readVectors } from "./read-vectors.ts";
import { countUp, listCounts, type Result, resultOf } from "./result.ts";

interface Vector {
  name: string;
  base64: string;
  expected: "accept" | "reject" | "either";
}

const signingSecret = newSecret();
const webhook = createWebhook({
  signingSecret,
  orders: () => refuse.userNotFound(),
  packages: () => refuse.orderNotFound(),
});

/**
 * Bodies that are JSON, and bodies that only look like it. Meetbot's side parses or throws its one
 * error; the merchant's, to whom none of them is a question, answers a signed one with 400.
 */
export async function checkJsonBodies(folder: string): Promise<Result[]> {
  const files = [...readVectors<Vector>(folder, "json/*.jsonl")];
  return Promise.all(
    files.map(([file, vectors]) => {
      const counts: Record<string, number> = {};
      const check = async (vector: Vector) => {
        const outcome = outcomeOf(Buffer.from(vector.base64, "base64"));
        countUp(counts, outcome);
        return faultOf(vector, outcome) ?? (await faultOfWebhook(vector));
      };
      return resultOf(file, vectors, check, () => listCounts(counts));
    }),
  );
}

function outcomeOf(bytes: Buffer): string {
  try {
    parseJson(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
    return "parsed";
  } catch (error) {
    if (error instanceof ProtocolError) return error.code;
    return error instanceof TypeError ? "not_utf_8" : `threw ${error}`;
  }
}

function faultOf({ name, expected }: Vector, outcome: string): string | null {
  const isTyped = ["parsed", "invalid_json", "nested_too_deep", "not_utf_8"].includes(outcome);
  const wanted = { accept: outcome === "parsed", reject: outcome !== "parsed", either: true };
  return isTyped && wanted[expected] ? null : `${name}: ${outcome}, expected to ${expected}`;
}

async function faultOfWebhook({ name, base64 }: Vector): Promise<string | null> {
  const question = signTestRequest(Buffer.from(base64, "base64"), { signingSecret });
  const { status } = await webhook(new Request("http://localhost/", question));
  return status === 400 ? null : `${name}: the webhook answers ${status}, not 400`;
}
