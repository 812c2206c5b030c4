import { signRequest } from "@meetbot/protocol";
import { broken, kept, skipped } from "../../inspection/finding.ts";
import type { Inspection, Sent } from "../../inspection/inspection.ts";
import { MASKED } from "../../inspection/mask-secret.ts";
import { seen } from "../../inspection/seen.ts";
import type { CasesOf } from "../case.ts";
import { isTurnedAway } from "../check-answers.ts";
import { forge } from "./forgeries.ts";

type RefusalRule = "security.refusal-status" | "security.same-refusal" | "security.quiet-refusal";

/** Refusals to compare with one another. */
const compared = ["unsigned", "wrongSecret", "alteredBody", "stale", "shortened"] as const;

async function refusals(inspection: Inspection): Promise<Sent[]> {
  const sents: Sent[] = [];
  for (const name of compared) sents.push(await forge(inspection, name));
  return sents.filter(isTurnedAway);
}

const noRefusal = () =>
  skipped("no wrong signature was refused in an orderly way", "没有一个错误的签名被正常拒绝");

/** How strangers are refused. */
export const refusalCases: Pick<CasesOf<"security">, RefusalRule> = {
  async "security.refusal-status"(inspection) {
    const sents = await refusals(inspection);
    if (sents.length === 0) return noRefusal();
    const other = sents.find(({ exchange }) => ![401, 403].includes(exchange.httpStatus ?? 0));
    return other ? broken([other], seen.came(other)) : kept(sents);
  },

  async "security.same-refusal"(inspection) {
    const sents = await refusals(inspection);
    const [first] = sents;
    if (!first) return noRefusal();
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
    if (sents.length === 0) return noRefusal();
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

/** Whether a refusal reveals what a stranger could send next time. */
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
