import { publishProfile } from "../../../channels/connect-link.ts";
import {
  connectTelegram,
  explainNoPublicUrl,
  telegramLinkDeps,
  whyNoTelegram,
} from "../../../channels/telegram/connect-bot.ts";
import { explainProblem, explainRefusal } from "../../../channels/telegram/explain-problem.ts";
import { ConfigRefusedError } from "../../form/config-file-error.ts";
import { secretReference } from "../../form/read-secret.ts";
import { applyActor } from "../../form/section.ts";
import { type ChannelPlan, linkOf, readLinkSecrets } from "./channel-plan.ts";

/** A Telegram bot, by its token. */
export const telegramPlan: ChannelPlan = {
  name: "telegram",
  async plan(place, bot, planning) {
    const { plan, store, telegram: api, publicUrl } = planning;
    const stored = await linkOf("telegram", bot.id, planning);
    if (!place.allows(["token"])) return;
    const fields = { token: "token" };
    const secrets = readLinkSecrets(place, fields, stored?.secrets ?? {}, planning);
    if (!secrets) return;
    if (secrets.token === stored?.secrets.token) return plan.same(place.name);
    if (publicUrl === null) return place.fault(explainNoPublicUrl);
    const links = store.channels.links.as(applyActor);
    const deps = { links, api, publicBase: publicUrl.replace(/(?<!\/)\/+$/, "") };
    const refused = await whyNoTelegram(bot.id, secrets.token, deps);
    if (refused) return place.at("token").fault(explain(refused));
    plan.calls.push({
      path: place.name,
      async run() {
        const connected = await connectTelegram(bot.id, secrets.token, deps);
        if (connected.outcome !== "connected") throw new ConfigRefusedError(explain(connected));
        const link = await linkOf("telegram", bot.id, planning);
        const shown =
          link && (await publishProfile(bot.after, link, telegramLinkDeps(bot.id, deps)));
        if (shown?.ok === false) plan.notes.push(`Note: ${explainRefusal("profile", shown)}`);
      },
    });
  },
  export: (botId) => ({ token: secretReference(botId, "telegram", "token") }),
};

type Refused = Exclude<Awaited<ReturnType<typeof connectTelegram>>, { outcome: "connected" }>;

function explain(refused: Refused): string {
  if (refused.outcome === "refused") return explainProblem(refused.check.problem);
  if (refused.outcome === "taken") return explainProblem({ kind: "taken" });
  return "There is no such bot any more.";
}
