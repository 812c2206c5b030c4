import { randomBytes } from "node:crypto";
import { alertRoutes } from "@meetbot/admin-api/contract/alerts.ts";
import type { AlertDestination } from "@meetbot/model/alert/alert-destination.ts";
import type { AlertKind } from "@meetbot/model/alert/alert-kind.ts";
import type { Mailer } from "@meetbot/model/mail.ts";
import type { EndpointGuard } from "@meetbot/network/addresses/endpoint-guard.ts";
import { newSecret } from "@meetbot/protocol";
import type { Logger } from "pino";
import { explainForAnother, layOverKept, originOf } from "../../../secrets/lay-over-kept.ts";
import type { AdminApp } from "../../../server/admin-api/http/admin-app.ts";
import { ApiError, notFound } from "../../../server/admin-api/http/api-error.ts";
import { findBot } from "../../../server/admin-api/http/find-secret.ts";
import type { Agents } from "../../../server/metrics/watch-calls.ts";
import type { Store } from "../../../store/store.ts";
import type { GivenAddress } from "../form/alert.ts";
import { readAddress } from "../kinds/read-address.ts";
import { testAlert } from "../sending/test-alert.ts";
import { type DestinationChanges, maxDestinations } from "../store/alert-destinations.ts";
import { serializeAlert, serializeAlertDelivery } from "./serialize-alert.ts";
import { whyNoAddress } from "./why-no-address.ts";

export interface AlertAreaDeps extends Pick<Store, "alerts" | "bots"> {
  agents: Agents;
  guard: Pick<EndpointGuard, "judge">;
  alertMailer: Mailer | null;
  publicUrl: string | null;
  log: Logger;
}

/** Mounts the API of the destinations that get a bot's alerts. */
export function mountAlerts({ mount }: AdminApp, deps: AlertAreaDeps): void {
  const { bots, agents, guard, alertMailer: mailer, publicUrl, log } = deps;
  const { destinations } = deps.alerts;

  async function find(botId: string, id: string): Promise<AlertDestination> {
    const found = await destinations.find(botId, id);
    if (!found) throw notFound("destination");
    return found;
  }

  async function addressOf(kind: AlertKind, given: GivenAddress) {
    const read = await readAddress(kind, given, guard);
    if ("fault" in read) throw whyNoAddress(kind, read);
    return read;
  }

  mount(alertRoutes.listAlerts, async (c) => {
    const { id } = await findBot(bots, c.req.valid("param").bot_id);
    const data = (await destinations.list(id)).map(serializeAlert);
    return c.json({ data, has_links: publicUrl !== null, has_mail: mailer !== null }, 200);
  });

  mount(alertRoutes.addAlert, async (c) => {
    const { id: botId } = await findBot(bots, c.req.valid("param").bot_id);
    const { kind, with_text: withText, ...given } = c.req.valid("json");
    const own = kind === "webhook" ? newSecret() : null;
    const address = await addressOf(kind, own === null ? given : { ...given, secret: own });
    const id = randomBytes(6).toString("hex");
    const { name, events, locale } = given;
    const wished = { id, kind, name, events: [...new Set(events)], locale, withText };
    const added = await destinations
      .as(c.get("caller").actor)
      .add(botId, { ...wished, ...address });
    if (added === null) throw notFound("bot");
    if (added === "too_many") throw tooMany;
    log.info({ bot: botId, destination: id, kind }, "a destination of alerts was added");
    return c.json({ alert: serializeAlert(await find(botId, id)), secret: own }, 201);
  });

  mount(alertRoutes.changeAlert, async (c) => {
    const { bot_id: botId, alert_id: id } = c.req.valid("param");
    const before = await find(botId, id);
    const {
      url,
      secret,
      email,
      with_text: withText,
      enabled: isOn,
      ...wishes
    } = c.req.valid("json");
    const changes: DestinationChanges = { ...wishes, withText, isOn };
    const isMoved = url !== undefined || secret !== undefined || email !== undefined;
    if (isMoved) {
      const known = await destinations.secretsOf(botId, id);
      // A webhook's secret is Meetbot's own, is never sent and stays; an empty value removes a robot's secret.
      const isOurs = before.kind === "webhook";
      const given = { url, email, ...(!isOurs && { secret }) };
      const { whole, forAnother } = layOverKept(
        given,
        { ...known },
        {
          secretFields: isOurs ? [] : ["secret"],
          addressOf: ({ url }) => originOf(url),
        },
      );
      if (forAnother) throw secretElsewhere(forAnother);
      changes.address = await addressOf(before.kind, whole);
    }
    const changed = await destinations.as(c.get("caller").actor).change(botId, id, changes);
    if (!changed) throw notFound("destination");
    return c.json(serializeAlert(await find(botId, id)), 200);
  });

  mount(alertRoutes.removeAlert, async (c) => {
    const { bot_id: botId, alert_id: id } = c.req.valid("param");
    const removed = await destinations.as(c.get("caller").actor).remove(botId, id);
    if (!removed) throw notFound("destination");
    log.info({ bot: botId, destination: id }, "a destination of alerts was removed");
    return c.body(null, 204);
  });

  mount(alertRoutes.testAlert, async (c) => {
    const { bot_id: botId, alert_id: id } = c.req.valid("param");
    const bot = await findBot(bots, botId);
    const destination = await find(botId, id);
    const secrets = await destinations.secretsOf(botId, id);
    if (!secrets) throw notFound("destination");
    const means = { agent: agents.alert, mailer, bot, publicUrl, now: Date.now };
    const outcome = await testAlert(destination, secrets, means);
    const isSent = outcome.kind === "sent";
    await destinations.as(c.get("caller").actor).recordTested(botId, id, isSent);
    const problem = outcome.kind === "sent" ? null : outcome.problem;
    return c.json({ sent: isSent, http_status: outcome.httpStatus, problem }, 200);
  });

  mount(alertRoutes.listAlertDeliveries, async (c) => {
    const { bot_id: botId, alert_id: id } = c.req.valid("param");
    await find(botId, id);
    const data = (await destinations.deliveriesOf(botId, id)).map(serializeAlertDelivery);
    return c.json({ data }, 200);
  });
}

const secretElsewhere = (field: string) =>
  new ApiError(422, "secret_elsewhere", explainForAnother(field, false));

const tooMany = new ApiError(
  409,
  "too_many_destinations",
  `A bot tells ${maxDestinations} destinations at the most. Remove one that nobody reads.`,
);
