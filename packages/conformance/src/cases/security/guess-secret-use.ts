import type { Said } from "../../inspection/finding.ts";
import type { Inspection } from "../../inspection/inspection.ts";
import { reactionOf } from "../../inspection/reaction.ts";
import { seen } from "../../inspection/seen.ts";
import { digestsBy } from "../../signature/digests-by.ts";
import type { MistakeId } from "../../signature/ids/mistake-ids.ts";
import { wordsOf } from "../../signature/mistakes.ts";
import { testRecipe } from "../test.ts";

/** What webhooks take for the right webhook-signature, the likeliest first. */
const likely = ["secret_not_decoded", "id_and_time_missing"] as const satisfies MistakeId[];

/** Why a webhook refuses the right signature, where it can be found out from outside. */
export async function guessSecretUse(inspection: Inspection): Promise<Said | null> {
  for (const mistake of likely) {
    if (await acceptsMistake(inspection, mistake)) return tellAccepted(mistake);
  }
  const hubOnly = await inspection.probe({
    ...testRecipe(inspection),
    headers: { "webhook-id": null, "webhook-timestamp": null, "webhook-signature": null },
  });
  if (reactionOf(hubOnly) !== "answered") return null;
  return seen.text(
    "It accepts X-Hub-Signature alone, and refuses a right webhook-signature. The secret is right; look at how webhook-signature is made.",
    "它接受单独的 X-Hub-Signature，却拒绝正确的 webhook-signature。密钥没有错；请检查 webhook-signature 的算法。",
  );
}

/** Whether a signature that comes about by this mistake alone is answered. */
async function acceptsMistake(inspection: Inspection, mistake: MistakeId): Promise<boolean> {
  const recipe = testRecipe(inspection);
  const timestamp = String(Math.floor(inspection.now() / 1_000));
  const request = {
    ...{ body: Buffer.from(recipe.body), id: recipe.id, timestamp },
    secrets: [{ name: "current", secret: inspection.webhook.secret }] as const,
  };
  for (const { value, mistakes } of digestsBy(1, "webhook-signature", request)) {
    if (mistakes[0] !== mistake) continue;
    const signature = `v1,${value.toString("base64")}`;
    const headers = { "webhook-timestamp": timestamp, "webhook-signature": signature };
    const sent = await inspection.probe({ ...recipe, headers });
    if (reactionOf(sent) === "answered") return true;
  }
  return false;
}

function tellAccepted(mistake: MistakeId): Said {
  const [en, zh] = [wordsOf(mistake, "en"), wordsOf(mistake, "zh")];
  return seen.text(
    `It accepts a wrong webhook-signature. ${en.what} ${en.fix}`,
    `它接受错误的 webhook-signature。${zh.what}${zh.fix}`,
  );
}
