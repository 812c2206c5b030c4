import type { AlertDestination, AlertSecrets } from "@meetbot/model/alert/alert-destination.ts";
import { alertKinds } from "@meetbot/model/alert/alert-kind.ts";
import { deskEventTypes } from "@meetbot/model/desk/desk-event.ts";
import { z } from "zod";
import { explainAddressFault } from "../../../features/alerts/kinds/explain-address-fault.ts";
import { readAddress } from "../../../features/alerts/kinds/read-address.ts";
import { maxDestinations } from "../../../features/alerts/store/alert-destinations.ts";
import { explainForAnother, layOverKept, originOf } from "../../../secrets/lay-over-kept.ts";
import { ConfigRefusedError } from "../form/config-file-error.ts";
import { howSecretsLook, isSigningSecret } from "../form/is-signing-secret.ts";
import type { Place } from "../form/place.ts";
import { readForm } from "../form/read-form.ts";
import { readSecret, secretReference } from "../form/read-secret.ts";
import type { BotSection, PlannedBot, Planning } from "../form/section.ts";

/** As the admin API limits them. */
const AlertForm = z.object({
  kind: z.enum(alertKinds),
  name: z.string().trim().min(1).max(80),
  events: z.array(z.enum(deskEventTypes)).min(1).max(deskEventTypes.length),
  with_text: z.boolean().default(false),
  locale: z.enum(["en", "zh"]).default("en"),
  enabled: z.boolean().default(true),
  url: z.unknown().optional(),
  secret: z.unknown().optional(),
  email: z.string().optional(),
});

type GivenAlert = z.output<typeof AlertForm>;

/** The alert destinations of a bot, by id. */
export const alertsSection: BotSection = {
  name: "alerts",
  async plan(place, bot, planning) {
    const stored = await planning.store.alerts.destinations.list(bot.id);
    for (const [id, at] of place.entries()) {
      const before = stored.find((one) => one.id === id) ?? null;
      if (/^[0-9a-z]{1,32}$/.test(id)) await planAlert({ id, before, at, bot }, planning);
      else at.fault("The id of a destination has 1 to 32 small letters and digits.");
    }
    if (place.value === undefined) return;
    for (const { id } of stored) {
      if (place.at(id).value === undefined) planning.plan.left(`${place.name}.${id}`);
    }
  },
  async export({ id: botId }, { store: { alerts } }) {
    const stored = await alerts.destinations.list(botId);
    if (stored.length === 0) return undefined;
    const told = stored.map(async (one) => {
      const secrets = await alerts.destinations.secretsOf(botId, one.id);
      return [one.id, { ...publicAlert(one), ...addressReference(one, secrets ?? {}) }] as const;
    });
    return Object.fromEntries((await Promise.all(told)).sort());
  },
};

interface AlertPlan {
  id: string;
  before: AlertDestination | null;
  at: Place;
  bot: PlannedBot;
}

async function planAlert({ id, before, at, bot }: AlertPlan, planning: Planning): Promise<void> {
  const { plan, store, guard } = planning;
  const given = at.allows(Object.keys(AlertForm.shape)) && readForm(at, AlertForm);
  if (!given) return;
  if (before && before.kind !== given.kind) {
    return at.fault(
      `It is a ${before.kind} on the server, and a destination stays of its kind. Give the new one another id.`,
      ["kind"],
    );
  }
  const stored = before ? ((await store.alerts.destinations.secretsOf(bot.id, id)) ?? {}) : {};
  const whole = readGivenAddress(given, stored, at, planning);
  if (!whole) return;
  const address = await readAddress(given.kind, whole, guard);
  if ("fault" in address) return at.fault(explainAddressFault(given.kind, address));

  const told = publicOf(given);
  const differs = plan.compare(at.name, before ? publicAlert(before) : undefined, told);
  const isMoved = compareSecrets(at, stored, address.secrets, planning);
  if (!differs && !isMoved) return plan.same(at.name);
  const { kind, name, locale, events, with_text: withText, enabled: isOn } = given;
  const wishes = { name, locale, events: [...new Set(events)], withText };
  plan.steps.push(async ({ destinations }) => {
    if (before) {
      const changes = { ...wishes, isOn, ...(isMoved && { address }) };
      if (await destinations.change(bot.id, id, changes)) return;
      throw new ConfigRefusedError(`${at.name}: it was removed at the same time. Run this again.`);
    }
    const added = await destinations.add(bot.id, { id, kind, ...wishes, ...address });
    if (added === "too_many") {
      throw new ConfigRefusedError(
        `${at.name}: a bot has ${maxDestinations} destinations at most.`,
      );
    }
    if (!isOn) await destinations.change(bot.id, id, { isOn });
  });
}

/**
 * Returns the file's address, with missing parts taken from the stored one; `null` if it cannot be read, which is a
 * fault.
 */
function readGivenAddress(
  { kind, email }: GivenAlert,
  stored: AlertSecrets,
  at: Place,
  { secrets }: Planning,
): AlertSecrets | null {
  const url = readSecret(at.at("url"), secrets, stored.url !== undefined);
  const secret = readSecret(at.at("secret"), secrets, stored.secret !== undefined);
  if (url === null || secret === null) return null;
  const needed = kind === "email" ? { email: email ?? stored.email } : { url: url ?? stored.url };
  for (const [name, value] of Object.entries(needed)) {
    if (value !== undefined) continue;
    at.fault(
      name === "url" ? "This is missing: {env: NAME} or {file: PATH}." : "This is missing.",
      [name],
    );
    return null;
  }
  if (kind === "webhook" && !isSigningSecret(secret ?? stored.secret ?? "")) {
    at.fault(noSecret, ["secret"]);
    return null;
  }
  const isOurs = kind === "webhook";
  const { whole, forAnother } = layOverKept(
    { url, secret, email },
    { ...stored },
    { secretFields: isOurs ? [] : ["secret"], addressOf: ({ url }) => originOf(url) },
  );
  if (forAnother === null) return whole;
  at.fault(explainForAnother(forAnother, false), [forAnother]);
  return null;
}

const noSecret = `A webhook's requests are signed: refer to a secret that is ${howSecretsLook}`;

/** Adds to the plan which part of an address is another; a mailbox may be seen. */
function compareSecrets(at: Place, is: AlertSecrets, becomes: AlertSecrets, { plan }: Planning) {
  const fields = (["url", "secret", "email"] as const).filter(
    (field) => is[field] !== becomes[field],
  );
  for (const field of fields) {
    const path = `${at.name}.${field}`;
    if (field === "email") plan.compare(path, is.email, becomes.email);
    else if (is[field] === undefined) plan.create(path, "set");
    else plan.change(path, "changed");
  }
  return fields.length > 0;
}

function publicOf({ kind, name, events, with_text, locale, enabled }: GivenAlert) {
  return { kind, name, events: [...new Set(events)], with_text, locale, enabled };
}

function publicAlert({ kind, name, events, withText, locale, isOn }: AlertDestination) {
  return { kind, name, events, with_text: withText, locale, enabled: isOn };
}

function addressReference({ botId, id }: AlertDestination, { url, secret, email }: AlertSecrets) {
  return {
    ...(email !== undefined && { email }),
    ...(url !== undefined && { url: secretReference(botId, "alert", id, "url") }),
    ...(secret !== undefined && { secret: secretReference(botId, "alert", id, "secret") }),
  };
}
