import type { Graph } from "../../../channels/messenger/graph/graph.ts";
import { messenger } from "../../../channels/messenger/messenger.ts";
import { pageOf, toConnection } from "../../../channels/messenger/page.ts";
import { ConfigRefusedError } from "../../apply/form/config-file-error.ts";
import { linkOf, readLinkSecrets } from "../../apply/form/read-link-secrets.ts";
import { secretReference } from "../../apply/form/read-secret.ts";
import { applyActor, type ChannelPlan } from "../../apply/form/section.ts";
import { connectLink } from "../connect-link.ts";
import { explainProblem } from "./explain-problem.ts";

const fields = { token: "page_token", appSecret: "app_secret", verifyToken: "verify_token" };

/** A Facebook Page in a config file, by its id and the secrets between Meta and this server. */
export function createMessengerPlan(api: Graph): ChannelPlan {
  const { name } = messenger;
  return {
    name,
    async plan(place, bot, planning) {
      const { plan, store } = planning;
      if (!place.allows(["page_id", ...Object.values(fields)])) return;
      const link = await linkOf(name, bot.id, planning);
      const stored = link && pageOf(link);
      const given = place.at("page_id").value ?? stored?.pageId;
      if (typeof given !== "string" || !/^\d{1,30}$/.test(given)) {
        return place.fault("It is the page's number, in quotes.", ["page_id"]);
      }
      // Secrets stored for one page are never sent for another.
      const isSame = stored?.pageId === given;
      const secrets = readLinkSecrets(place, fields, isSame && link ? link.secrets : {}, planning);
      if (!secrets) return;
      const page = { pageId: given, appId: "", ...secrets };
      const isStored = (["token", "appSecret", "verifyToken"] as const).every(
        (field) => stored?.[field] === page[field],
      );
      if (isSame && isStored) return plan.same(place.name);
      plan.compare(`${place.name}.page_id`, stored?.pageId, given);

      const connection = toConnection(page);
      const links = store.channels.links.as(applyActor);
      const holder = await links.holderOf(connection);
      if (holder !== null && holder !== bot.id) return place.fault(taken);
      const checked = await messenger.link.check(connection, api, {
        ...{ subscribes: false, webhookUrl: null },
      });
      // It is subscribed as it is connected.
      if (!checked.ok && checked.at !== "subscription") {
        return place.fault(explainProblem(checked.problem));
      }
      plan.calls.push({
        path: place.name,
        async run() {
          const connected = await connectLink(bot.id, connection, {
            channel: messenger,
            links,
            api,
          });
          if (connected.outcome === "connected") return;
          throw new ConfigRefusedError(
            connected.outcome === "refused" ? explainProblem(connected.check.problem) : taken,
          );
        },
      });
    },
    export: (botId, link) => ({
      page_id: link.externalId,
      ...Object.fromEntries(
        Object.values(fields).map((field) => [field, secretReference(botId, name, field)]),
      ),
    }),
  };
}

const taken =
  "The page speaks through another bot, and its customers would be answered twice. Disconnect it there first: meetbot channel messenger disconnect --bot ID";
