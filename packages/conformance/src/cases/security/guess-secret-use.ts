import { clockOffsetS } from "../../inspection/clock.ts";
import type { Said } from "../../inspection/finding.ts";
import type { Inspection } from "../../inspection/inspection.ts";
import { toQuery } from "../../inspection/known.ts";
import { newTestToken } from "../../inspection/new-test-token.ts";
import { reactionOf } from "../../inspection/reaction.ts";
import { type RequestSpec, recipeOf } from "../../inspection/recipe.ts";
import { seen } from "../../inspection/seen.ts";
import type { SigningHeader } from "../../signature/candidate.ts";
import { digestsBy, type SignedRequest } from "../../signature/digests-by.ts";
import type { MistakeId } from "../../signature/ids/mistake-ids.ts";
import { wordsOf } from "../../signature/mistakes.ts";

/** A clock so far off has every query refused. */
const FAR_S = 280;

/** One wrong signature, and the mistake that makes it. */
interface Attempt {
  header: SigningHeader;
  value: string;
  mistake: MistakeId;
}

/** Characters that distinguish JSON writers: each writes one of them differently. */
const tellingSigns = "é/<&'中";

/** Returns why a webhook refuses a valid signature, where the cause can be determined from outside. */
export async function guessSecretUse(inspection: Inspection): Promise<Said | null> {
  const offsetS = clockOffsetS(inspection) ?? 0;
  if (Math.abs(offsetS) > FAR_S) return reportClock(Math.round(offsetS));
  const found = await findAccepted(inspection);
  if (found) return reportAccepted(found);
  const hubOnly = await inspection.probe({
    ...tellingRecipe(inspection),
    headers: { "webhook-id": null, "webhook-timestamp": null, "webhook-signature": null },
  });
  if (reactionOf(hubOnly) !== "answered") return null;
  return seen.text(
    "It accepts X-Hub-Signature alone, and refuses a right webhook-signature. The secret is right; look at how webhook-signature is made.",
    "它接受单独的 X-Hub-Signature，却拒绝正确的 webhook-signature。密钥没有错；请检查 webhook-signature 的算法。",
  );
}

/** A request with its own signatures in both headers. */
interface Forged {
  recipe: RequestSpec;
  timestamp: string;
  attempts: Attempt[];
}

function tellingRecipe(inspection: Inspection): RequestSpec {
  const testToken = `${newTestToken()} ${tellingSigns}`;
  return recipeOf(toQuery(inspection, { method: "test", testToken }));
}

/** Builds a new request for the header, with every signature that a single mistake produces. */
function forgeAll(inspection: Inspection, header: SigningHeader): Forged {
  const recipe = tellingRecipe(inspection);
  const timestamp = String(Math.floor(inspection.now() / 1_000));
  const secrets = [{ name: "current", secret: inspection.webhook.secret }] as const;
  const { id, body } = recipe;
  const request: SignedRequest = { body: Buffer.from(body), id, timestamp, secrets };
  return { recipe, timestamp, attempts: triesOf(header, request) };
}

function triesOf(header: SigningHeader, request: SignedRequest): Attempt[] {
  const isHub = header === "x-hub-signature";
  const write = (digest: Buffer) =>
    isHub ? `sha256=${digest.toString("hex")}` : `v1,${digest.toString("base64")}`;
  const wrong = [...digestsBy(1, header, request)].map(({ value, mistakes: [mistake] }) => ({
    ...{ header, value: write(value) },
    mistake: mistake!,
  }));
  const [right] = [...digestsBy(0, header, request)].map(({ value }) => value);
  if (!right) return wrong;
  const [hex, base64] = [right.toString("hex"), right.toString("base64")];
  const written: [string, MistakeId][] = isHub
    ? [
        [hex, "wrong_prefix"],
        [`sha256=${base64}`, "base64_not_hex"],
        [base64, "base64_not_hex"],
      ]
    : [
        [`v1,${hex}`, "hex_not_base64"],
        [hex, "hex_not_base64"],
        [base64, "wrong_prefix"],
        [`v1,${right.toString("base64url")}`, "base64_url"],
      ];
  return [...written.map(([value, mistake]) => ({ header, value, mistake })), ...wrong];
}

/**
 * Returns the mistake whose signature the webhook accepts. The other header is always correct, but not enough alone.
 */
async function findAccepted(inspection: Inspection): Promise<Attempt | null> {
  for (const header of ["webhook-signature", "x-hub-signature"] as const) {
    const { recipe, timestamp, attempts } = forgeAll(inspection, header);
    for (const attempt of attempts) {
      const headers = { "webhook-timestamp": timestamp, [header]: attempt.value };
      const sent = await inspection.probe({ ...recipe, headers });
      if (reactionOf(sent) === "answered") return attempt;
      // A webhook that counts failures gets no further attempts.
      if (sent.exchange.httpStatus === 429) return null;
    }
  }
  return null;
}

function reportClock(offsetS: number): Said {
  const [seconds, en, zh] = [
    Math.abs(offsetS),
    offsetS > 0 ? "ahead" : "behind",
    offsetS > 0 ? "快" : "慢",
  ];
  return seen.text(
    `By its Date header the webhook's clock is ${seconds} seconds ${en}: every query looks too old or too new to it. Set it by NTP.`,
    `按 Date 头，webhook 的时钟${zh}了 ${seconds} 秒，所有查询在它看来都过期或超前。请用 NTP 校准时钟。`,
  );
}

function reportAccepted({ header, mistake }: Attempt): Said {
  const [en, zh] = [wordsOf(mistake, "en"), wordsOf(mistake, "zh")];
  const name = header === "x-hub-signature" ? "X-Hub-Signature" : header;
  return seen.text(
    `It accepts a wrong ${name}. ${en.what} ${en.fix}`,
    `它接受错误的 ${name}。${zh.what}${zh.fix}`,
  );
}
