import { type SignatureHeader, signRequest } from "@meetbot/protocol";
import { broken, kept, type Said, skipped, skippedFor, type Verdict } from "../finding.ts";
import type { Inspection, Sent } from "../inspection.ts";

import { MASKED } from "../mask-secret.ts";
import { reactionOf } from "../reaction.ts";
import { type Recipe, recipeOfWire, wrongSignature } from "../recipe.ts";
import { seen } from "../seen.ts";
import type { CasesOf } from "./case.ts";
import { guessSecretUse } from "./guess-secret-use.ts";
import { isTurnedAway, judgeEach, judgeRefusal } from "./judge.ts";
import { reach, testRecipe } from "./test.ts";
import { unknownAccount, unknownNumber } from "./unknown.ts";

/** Twice what a receiver may tolerate. */
const farS = 600;

/** Requests of strangers, by name: cases share them, and each is sent once. */
const forgeries = {
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
  longList: {
    what: seen.text("a list of 100 wrong signatures", "一个有 100 个错误签名的列表"),
    change: () => ({
      headers: { "webhook-signature": Array(100).fill(wrongSignature).join(" ") },
    }),
  },
} as const satisfies Record<string, { what: Said; change: (recipe: Recipe) => Partial<Recipe> }>;

type ForgeryName = keyof typeof forgeries;

function forge(inspection: Inspection, name: ForgeryName): Promise<Sent> {
  return inspection.once(`forgery ${name}`, () => {
    const recipe = testRecipe(inspection);
    return inspection.probe({ ...recipe, ...forgeries[name].change(recipe) });
  });
}

const refuses = (name: ForgeryName) => async (inspection: Inspection) =>
  judgeRefusal(await forge(inspection, name), forgeries[name].what);

const needsHeader = (header: SignatureHeader) => async (inspection: Inspection) => {
  const sent = await inspection.probe({ ...testRecipe(inspection), headers: { [header]: null } });
  return judgeRefusal(sent, seen.text(`a query without ${header}`, `一个没有 ${header} 的查询`));
};

/** Each in its own header, the others right; only forms that HTTP lets through. */
const malformed: [header: SignatureHeader, value: string][] = [
  ["webhook-signature", ""],
  ["webhook-signature", "junk"],
  ["webhook-signature", "v1,"],
  ["webhook-signature", "v1,%%%"],
  ["webhook-signature", `v1,${"0".repeat(64)}`],
  ["webhook-signature", `v2,${"A".repeat(43)}=`],
  ["webhook-signature", `${"x".repeat(2_000)}`],
  ["webhook-timestamp", ""],
  ["webhook-timestamp", "yesterday"],
  ["webhook-timestamp", "9".repeat(30)],
  ["webhook-id", ""],
];

/** Refusals to compare with one another. */
const compared = ["unsigned", "wrongSecret", "alteredBody", "stale"] as const;

async function refusals(inspection: Inspection): Promise<Sent[]> {
  const sents: Sent[] = [];
  for (const name of compared) sents.push(await forge(inspection, name));
  return sents.filter(isTurnedAway);
}

const noRefusal = seen.nothingThere(
  "no wrong signature was refused in an orderly way",
  "没有一个错误的签名被正常拒绝",
);

export const securityCases: CasesOf<"security"> = {
  async "security.valid-signature"(inspection) {
    const { sent } = await reach(inspection);
    const status = sent.exchange.httpStatus;
    if (status !== 401 && status !== 403) return kept([sent]);
    const guess = await guessSecretUse(inspection);
    return broken([sent], guess ?? seen.came(sent));
  },

  "security.unsigned": refuses("unsigned"),

  "security.unsigned-data": (inspection) => {
    const { pageId } = inspection.webhook;
    const pagination = { page: 1, limit: 3 };
    const params = { user_account: unknownAccount(), filter: "open" };
    return judgeEach(
      [
        recipeOfWire("orders", pageId, { params, pagination }),
        recipeOfWire("orders", pageId, { params: { order_number: unknownNumber() } }),
        recipeOfWire("packages", pageId, { params: { order_number: unknownNumber() }, pagination }),
      ],
      async (recipe) =>
        judgeRefusal(
          await inspection.probe({ ...recipe, signedWith: "nothing" }),
          seen.text("an unsigned query for orders or packages", "一个未签名的订单或包裹查询"),
        ),
    );
  },

  "security.missing-id": needsHeader("webhook-id"),
  "security.missing-timestamp": needsHeader("webhook-timestamp"),
  "security.missing-signature": needsHeader("webhook-signature"),
  "security.wrong-secret": refuses("wrongSecret"),
  "security.altered-body": refuses("alteredBody"),
  "security.altered-id": refuses("alteredId"),
  "security.stale": refuses("stale"),
  "security.future": refuses("future"),

  async "security.replay"(inspection) {
    const first = await inspection.ask(testRecipe(inspection));
    if (reactionOf(first) !== "answered") return skippedFor("test.answer");
    const second = await inspection.repeat(first);
    const what = seen.text("the same request a second time", "第二次发送同一个请求");
    return { ...judgeRefusal(second, what), exchanges: [first, second] };
  },

  async "security.second-attempt"(inspection) {
    const recipe = testRecipe(inspection);
    const first = await inspection.ask({ ...recipe, ageS: 1 });
    if (reactionOf(first) !== "answered") return skippedFor("test.answer");
    return judgeAnswered([first, await inspection.ask(recipe)]);
  },

  async "security.rotation"(inspection) {
    return judgeAnswered([await inspection.ask({ ...testRecipe(inspection), wrongFirst: true })]);
  },

  "security.hub-only": refuses("hubOnly"),
  "security.hub-rescue": refuses("hubRescue"),

  "security.malformed": (inspection) =>
    judgeEach(malformed, async ([header, value]) => {
      const shown = value.length > 40 ? `${value.slice(0, 20)}…` : JSON.stringify(value);
      const recipe = { ...testRecipe(inspection), headers: { [header]: value } };
      return judgeRefusal(
        await inspection.probe(recipe),
        seen.text(`${header}: ${shown}`, `${header}: ${shown}`),
      );
    }),

  "security.long-list": refuses("longList"),
  "security.plain-hash": refuses("plainHash"),

  async "security.refusal-status"(inspection) {
    const sents = await refusals(inspection);
    if (sents.length === 0) return skipped(noRefusal);
    const other = sents.find(({ exchange }) => ![401, 403].includes(exchange.httpStatus ?? 0));
    return other ? broken([other], seen.came(other)) : kept(sents);
  },

  async "security.same-refusal"(inspection) {
    const sents = await refusals(inspection);
    const [first] = sents;
    if (!first) return skipped(noRefusal);
    const looks = ({ exchange }: Sent) => `${exchange.httpStatus} ${exchange.responseBody}`;
    const other = sents.find((sent) => looks(sent) !== looks(first));
    if (!other) return kept(sents);
    const [one, two] = [seen.came(first), seen.came(other)];
    return broken(
      [first, other],
      seen.text(
        `One refusal: ${one.en} Another: ${two.en}`,
        `一次拒绝：${one.zh} 另一次：${two.zh}`,
      ),
    );
  },

  async "security.quiet-refusal"(inspection) {
    const sents = await refusals(inspection);
    if (sents.length === 0) return skipped(noRefusal);
    const loud = sents.find((sent) => givesAway(sent, inspection.webhook.secret));
    if (!loud) return kept(sents);
    return broken(
      [loud],
      seen.text(
        "A refusal holds the signing secret, or the signature that would have been right.",
        "拒绝的内容里有签名密钥，或本应正确的签名。",
      ),
    );
  },
};

function judgeAnswered(sents: readonly Sent[]): Verdict {
  const last = sents.at(-1)!;
  return reactionOf(last) === "answered" ? kept(sents) : broken(sents, seen.came(last));
}

/** Whether a refusal tells a stranger what to send next time. */
function givesAway({ post, exchange }: Sent, secret: string): boolean {
  const told = [exchange.responseBody, ...Object.values(exchange.responseHeaders)].join("\n");
  if (told.includes(MASKED) || told.includes(secret)) return true;
  const sent = Object.values(post.headers).join("\n");
  const id = post.headers["webhook-id"] ?? "";
  const timestampS = Number(post.headers["webhook-timestamp"] ?? 0);
  const right = signRequest({ body: post.body, secret, id, timestampS });
  const digests = [
    right["x-hub-signature"].replace("sha256=", ""),
    right["webhook-signature"].replace("v1,", ""),
  ];
  return digests.some((digest) => told.includes(digest) && !sent.includes(digest));
}
