import type { Said } from "../../inspection/finding.ts";
import type { Inspection, Sent } from "../../inspection/inspection.ts";
import { reactionOf } from "../../inspection/reaction.ts";
import { type RequestSpec, wrongSignature } from "../../inspection/recipe.ts";
import { seen } from "../../inspection/seen.ts";
import { isTurnedAway } from "../check-answers.ts";
import { testRecipe } from "../test.ts";

/** Twice the clock difference that a receiver may tolerate. */
const farS = 600;

/** Requests of strangers, by name: cases share them, and each is sent once. */
export const forgeries = {
  unsigned: {
    what: seen.text("a query without any signature", "一个没有任何签名的查询"),
    change: () => ({ signedWith: "nothing" }),
  },
  wrongSecret: {
    what: seen.text("a query signed with another secret", "一个用别的密钥签名的查询"),
    change: () => ({ signedWith: "other_secret" }),
  },
  alteredBody: {
    what: seen.text("a body that was changed after signing", "一个签名之后被改动的正文"),
    change: ({ body }) => ({ signedBody: body, body: body.replace(/"meta":""/, '"meta":"x"') }),
  },
  alteredId: {
    what: seen.text("another webhook-id than was signed", "一个与签名不符的 webhook-id"),
    change: ({ id }) => ({ headers: { "webhook-id": `${id}x` } }),
  },
  stale: {
    what: seen.text("a query signed 10 minutes ago", "一个 10 分钟前签名的查询"),
    change: () => ({ ageS: farS }),
  },
  future: {
    what: seen.text("a query signed for 10 minutes from now", "一个签名时间在 10 分钟之后的查询"),
    change: () => ({ ageS: -farS }),
  },
  plainHash: {
    what: seen.text("a SHA-256 without the secret", "一个没有用密钥的 SHA-256"),
    change: () => ({ signedWith: "hash" }),
  },
  hubOnly: {
    what: seen.text("a query with X-Hub-Signature alone", "一个只有 X-Hub-Signature 的查询"),
    change: () => ({
      headers: { "webhook-id": null, "webhook-timestamp": null, "webhook-signature": null },
    }),
  },
  hubRescue: {
    what: seen.text(
      "a wrong webhook-signature with a right X-Hub-Signature",
      "一个 webhook-signature 错误而 X-Hub-Signature 正确的查询",
    ),
    change: () => ({ headers: { "webhook-signature": wrongSignature } }),
  },
  shortened: {
    what: seen.text("the beginning of a right signature", "一个正确签名的开头"),
    change: () => ({ spoilt: "short" }),
  },
  longList: {
    what: seen.text("a list of 100 wrong signatures", "一个有 100 个错误签名的列表"),
    change: () => ({
      headers: { "webhook-signature": Array(100).fill(wrongSignature).join(" ") },
    }),
  },
} as const satisfies Record<
  string,
  { what: Said; change: (recipe: RequestSpec) => Partial<RequestSpec> }
>;

export type ForgeryName = keyof typeof forgeries;

/** Sends a stranger's request, once in a run. */
export function forge(inspection: Inspection, name: ForgeryName): Promise<Sent> {
  return inspection.once(`forgery ${name}`, () => {
    const recipe = testRecipe(inspection);
    return inspection.probe({ ...recipe, ...forgeries[name].change(recipe) });
  });
}

/** Checks whether the webhook accepts `X-Hub-Signature` alone, as in the original protocol. */
export async function isHubEnough(inspection: Inspection): Promise<boolean> {
  return !isTurnedAway(await forge(inspection, "hubOnly"));
}

/**
 * Whether a webhook looks at `X-Hub-Signature` alone and does look at it: so it was written from the
 * origin of the protocol.
 */
export async function isFromOrigin(inspection: Inspection): Promise<boolean> {
  const isAnswered = reactionOf(await forge(inspection, "hubOnly")) === "answered";
  return isAnswered && isTurnedAway(await forge(inspection, "wrongSecret"));
}
