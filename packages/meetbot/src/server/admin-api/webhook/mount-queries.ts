import { createHash } from "node:crypto";
import type { z } from "@hono/zod-openapi";
import { type Trial, webhookRoutes } from "@meetbot/admin-api/contract/webhook.ts";
import { diagnoseSignature } from "@meetbot/conformance/signature/diagnose-signature.ts";
import { wordsOf } from "@meetbot/conformance/signature/mistakes.ts";
import { tryQuery } from "@meetbot/conformance/trial/try-query.ts";
import type { AgentOf } from "../../../merchant/agent-of.ts";
import { fingerprintOf } from "../../../secrets/fingerprint.ts";
import type { Bots } from "../../../store/bots/bots.ts";
import type { LookupSubject, Readings } from "../../../store/logs/readings.ts";
import type { AdminApp } from "../http/admin-app.ts";
import { findAllSecrets, findBot, findSecret } from "../http/find-secret.ts";
import { recordLookup } from "./record-lookup.ts";
import { serializeTried } from "./serialize-tried.ts";
import { toTrial } from "./to-trial.ts";

export interface QueryDeps {
  bots: Bots;
  readings: Readings;
  agentOf: AgentOf;
  /** Whether there is a mail server: previews then offer codes as a conversation would. */
  sendsCodes: boolean;
}

/** Mounts the routes that send a single query and diagnose a signature. */
export function mountQueries({ mount }: AdminApp, deps: QueryDeps): void {
  const { bots, agentOf } = deps;

  mount(webhookRoutes.sendQuery, async (c) => {
    const bot = await findBot(bots, c.req.valid("param").bot_id);
    const { trial, stage } = c.req.valid("json");
    const secret = await findSecret(bots, bot.id, stage);
    const webhook = { url: bot.endpoint, pageId: bot.pageId, secret };
    await recordLookup(c, deps.readings, bot.id, {
      action: "query_sent",
      detail: { query: trial.kind },
      subject: subjectOf(trial),
    });
    const { signal } = c.req.raw;
    const tried = await tryQuery(webhook, toTrial(trial), { agent: agentOf(bot.id), signal });
    return c.json(serializeTried(tried, { bot, secret, sendsCodes: deps.sendsCodes }), 200);
  });

  mount(webhookRoutes.diagnoseSignature, async (c) => {
    const { bot_id: botId } = c.req.valid("param");
    const {
      pasted,
      body: text,
      webhook_id: id,
      webhook_timestamp: timestamp,
      stage,
    } = c.req.valid("json");
    const secrets = await findAllSecrets(bots, botId, stage);
    const body = Buffer.from(text);
    const diagnosis = diagnoseSignature(pasted, { body, id, timestamp, secrets });
    const mistakes = diagnosis.result === "match" ? [] : mistakesIn(diagnosis);
    return c.json(
      {
        result: diagnosis.result,
        header: diagnosis.result === "unknown" ? null : diagnosis.header,
        mistakes,
        secret: fingerprintOf(secrets[0]!.secret),
        body_bytes: body.length,
        body_sha256: createHash("sha256").update(body).digest("hex"),
      },
      200,
    );
  });
}

/** Returns the subject of a query; kinds of queries that concern no customer have none. */
function subjectOf(trial: z.output<typeof Trial>): LookupSubject {
  return {
    account: "account" in trial ? trial.account : undefined,
    order_number: "order_number" in trial ? trial.order_number : undefined,
    package_number: "package_number" in trial ? trial.package_number : undefined,
  };
}

function mistakesIn(diagnosis: Exclude<ReturnType<typeof diagnoseSignature>, { result: "match" }>) {
  const ids = diagnosis.result === "mistake" ? diagnosis.mistakes : diagnosis.hints;
  return ids.map((id) => {
    const [en, zh] = [wordsOf(id, "en"), wordsOf(id, "zh")];
    return {
      id,
      what: { en: en.what, zh: zh.what },
      why: { en: en.why, zh: zh.why },
      fix: { en: en.fix, zh: zh.fix },
    };
  });
}
