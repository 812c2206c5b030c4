import { createHmac } from "node:crypto";
import type { Said } from "../../inspection/finding.ts";
import type { Inspection } from "../../inspection/inspection.ts";
import { reactionOf } from "../../inspection/reaction.ts";
import { seen } from "../../inspection/seen.ts";
import { testRecipe } from "../test.ts";

/** Keys and texts that webhooks sign with by mistake, in the order of likelihood. */
function mistakes(secret: string): { key: string | Buffer; isBodyOnly: boolean; says: Said }[] {
  const bare = secret.replace(/^whsec_/, "");
  const decoded = Buffer.from(bare, "base64");
  return [
    {
      key: secret,
      isBodyOnly: false,
      says: seen.text(
        "It accepts a webhook-signature made with the whole secret as text. The key is what the base64 after whsec_ stands for: decode it.",
        "它接受把整个密钥当作文本做的 webhook-signature。键应当是 whsec_ 之后的 base64 解码所得的字节。",
      ),
    },
    {
      key: bare,
      isBodyOnly: false,
      says: seen.text(
        "It accepts a webhook-signature made with the text after whsec_. Decode that text from base64 first.",
        "它接受用 whsec_ 之后的文本做的 webhook-signature。请先对这段文本做 base64 解码。",
      ),
    },
    {
      key: decoded,
      isBodyOnly: true,
      says: seen.text(
        "It accepts a webhook-signature over the body alone. Sign <webhook-id>.<webhook-timestamp>.<raw body>.",
        "它接受只对正文做的 webhook-signature。应当签名 <webhook-id>.<webhook-timestamp>.<原始正文>。",
      ),
    },
  ];
}

/** Why a webhook refuses the right signature, where it can be found out from outside. */
export async function guessSecretUse(inspection: Inspection): Promise<Said | null> {
  for (const { key, isBodyOnly, says } of mistakes(inspection.webhook.secret)) {
    const recipe = testRecipe(inspection);
    const timestamp = String(Math.floor(inspection.now() / 1_000));
    const text = isBodyOnly ? recipe.body : `${recipe.id}.${timestamp}.${recipe.body}`;
    const digest = createHmac("sha256", key).update(text).digest("base64");
    const headers = { "webhook-timestamp": timestamp, "webhook-signature": `v1,${digest}` };
    const sent = await inspection.probe({ ...recipe, headers });
    if (reactionOf(sent) === "answered") return says;
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
