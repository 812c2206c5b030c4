import type { TelegramApi } from "../../../channels/telegram/api/telegram-api.ts";
import { telegram } from "../../../channels/telegram/telegram.ts";
import { ConfigRefusedError } from "../../apply/form/config-file-error.ts";
import { linkOf, readLinkSecrets } from "../../apply/form/read-link-secrets.ts";
import { secretReference } from "../../apply/form/read-secret.ts";
import { applyActor, type ChannelPlan } from "../../apply/form/section.ts";
import { publishProfile } from "../connect-link.ts";
import {
  connectTelegram,
  explainNoPublicUrl,
  explainReplaced,
  telegramLinkDeps,
  whyNoTelegram,
} from "./connect-bot.ts";
import { explainProblem, explainRefusal } from "./explain-problem.ts";

export interface TelegramPlanDeps {
  api: TelegramApi;
  /** This server's public address; `null` if not set. */
  publicUrl: string | null;
}

/** A Telegram bot in a config file, by its token. */
export function createTelegramPlan({ api, publicUrl }: TelegramPlanDeps): ChannelPlan {
  const { name } = telegram;
  return {
    name,
    async plan(place, bot, planning) {
      const { plan, store } = planning;
      const stored = await linkOf(name, bot.id, planning);
      if (!place.allows(["token"])) return;
      const fields = { token: "token" };
      const secrets = readLinkSecrets(place, fields, stored?.secrets ?? {}, planning);
      if (!secrets) return;
      if (secrets.token === stored?.secrets.token) return plan.same(place.name);
      if (publicUrl === null) return place.fault(explainNoPublicUrl);
      const links = store.channels.links.as(applyActor);
      const deps = { links, api, publicBase: publicUrl.replace(/(?<!\/)\/+$/, "") };
      const refused = await whyNoTelegram(bot.id, secrets.token, deps);
      if (refused) return place.fault(explain(refused), ["token"]);
      plan.calls.push({
        path: place.name,
        async run() {
          const connected = await connectTelegram(bot.id, secrets.token, deps);
          if (connected.outcome !== "connected") throw new ConfigRefusedError(explain(connected));
          const { replacedHost } = connected.check;
          if (replacedHost) plan.notes.push(explainReplaced(replacedHost));
          const link = await linkOf(name, bot.id, planning);
          const shown =
            link && (await publishProfile(bot.after, link, telegramLinkDeps(bot.id, deps)));
          if (shown?.ok === false) plan.notes.push(`Note: ${explainRefusal("profile", shown)}`);
        },
      });
    },
    export: (botId) => ({ token: secretReference(botId, name, "token") }),
  };
}

type Refused = Exclude<Awaited<ReturnType<typeof connectTelegram>>, { outcome: "connected" }>;

function explain(refused: Refused): string {
  if (refused.outcome === "refused") return explainProblem(refused.check.problem);
  if (refused.outcome === "taken") return explainProblem({ kind: "taken" });
  return "There is no such bot any more.";
}
