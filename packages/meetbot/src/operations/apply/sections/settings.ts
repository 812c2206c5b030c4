import { isDeepStrictEqual } from "node:util";
import { connectorNameOf } from "@meetbot/admin-api/settings/connector-endpoint.ts";
import { type GivenChanges, readChanges } from "@meetbot/admin-api/settings/read-changes.ts";
import type { Setting } from "@meetbot/admin-api/settings/setting.ts";
import { type SettingName, settingNames, settings } from "@meetbot/admin-api/settings/settings.ts";
import { toPublic } from "@meetbot/admin-api/settings/to-public.ts";
import type { Bot, BotChanges } from "@meetbot/model/bot/bot.ts";
import { canBeOpened, explainVerdict } from "@meetbot/network/addresses/explain-verdict.ts";
import { ConfigRefusedError } from "../form/config-file-error.ts";
import type { Place } from "../form/place.ts";
import { readForm } from "../form/read-form.ts";
import type { BotSection, PlannedBot, Planning } from "../form/section.ts";

/** A bot's settings, by their names in the admin API; a missing bot is created with them. */
export const settingsSection: BotSection = {
  name: "settings",
  async plan(place, bot, planning) {
    const given = readGiven(place);
    const { changes, faults } = readChanges(given, bot.after);
    for (const { pointer, message } of faults) place.fault(message, [pointer.slice(1)]);
    if (!bot.before) demandIndividual(place);
    bot.after = { ...bot.after, ...changes };
    await planEndpointCheck(place, bot, planning);
    warnOfRisks(bot, planning);
    if (bot.before) planChange(place, bot, bot.before, planning);
    else planCreation(place, bot, given, planning);
  },
  export: async (bot) => withoutBlanks(publicSettings(bot)),
};

function readGiven(place: Place): GivenChanges {
  if (!place.allows(settingNames)) return {};
  const read = settingNames.flatMap((name) => {
    const at = place.at(name);
    return at.value === undefined ? [] : [[name, readOne(name, at)] as const];
  });
  return Object.fromEntries(read) as GivenChanges;
}

function readOne(name: SettingName, place: Place): unknown {
  const { schema }: Setting = settings[name];
  const read = readForm(place, schema);
  // The schema ignores unknown names, so they are checked here.
  if (typeof read === "object" && read !== null && !Array.isArray(read)) {
    place.allows(Object.keys(schema.safeParse({}).data ?? read));
  }
  return read;
}

function demandIndividual(place: Place): void {
  for (const name of ["name", "endpoint"]) {
    if (place.at(name).value !== undefined) continue;
    place.fault(`There is no such bot yet, and a new one needs this.`, [name]);
  }
}

/** Checks the endpoint as every query would; a host name that does not exist yet may be created later. */
async function planEndpointCheck(place: Place, bot: PlannedBot, { guard, plan }: Planning) {
  const { endpoint } = bot.after;
  const isNew = endpoint !== "" && endpoint !== bot.before?.endpoint;
  if (!isNew || connectorNameOf(endpoint) !== null) return;
  const { allowed, reason } = await guard.judge(endpoint);
  if (allowed || reason === "name_not_found") return;
  const why = explainVerdict(reason);
  if (canBeOpened(reason)) {
    plan.notes.push(
      `Warning: with the settings of this shell ${why}, where the server runs (${bot.id}).`,
    );
  } else place.fault(`${why}.`, ["endpoint"]);
}

function warnOfRisks({ id, before, after }: PlannedBot, { plan, hasMail }: Planning): void {
  if (after.policy === before?.policy) return;
  if (after.policy === "off") {
    plan.notes.push(
      `Warning: with the policy off, anyone who types an email sees that customer's orders, names and addresses (${id}).`,
    );
  }
  if (after.policy === "code" && !hasMail) {
    plan.notes.push(
      `Note: codes are sent by mail, and MEETBOT_SMTP_URL is not set here. A server without it shows orders only to shoppers that the shop vouches for (${id}).`,
    );
  }
}

function planChange(place: Place, { id, after }: PlannedBot, before: Bot, { plan }: Planning) {
  if (place.value === undefined) return;
  const isChanged = plan.compare(place.name, publicSettings(before), publicSettings(after));
  if (!isChanged) return plan.same(place.name);
  const changes = changedFields(before, after);
  // A connector becomes the endpoint with its credentials.
  if (connectorNameOf(after.endpoint) !== null) delete changes.endpoint;
  plan.steps.push(async ({ bots }) => {
    if (await bots.change(id, changes)) return;
    throw new ConfigRefusedError(`bots.${id}: it was deleted at the same time. Run this again.`);
  });
}

function changedFields(before: Bot, after: Bot): BotChanges {
  const changed = Object.values(settings)
    .map(({ field }) => field)
    .filter((field) => !isDeepStrictEqual(before[field], after[field]));
  return Object.fromEntries(changed.map((field) => [field, after[field]]));
}

function planCreation(place: Place, bot: PlannedBot, given: GivenChanges, planning: Planning) {
  const { plan } = planning;
  plan.create(`bots.${bot.id}`, "a new bot");
  plan.compare(place.name, undefined, withoutBlanks(given));
  plan.steps.push(async ({ bots }) => {
    // A bot created on a demo server becomes part of the demo, because the demo would not start beside a real bot.
    const demo = (await bots.list()).some((one) => one.demo);
    if (bot.newSecrets) await bots.create({ ...bot.after, demo }, bot.newSecrets);
  });
}

function publicSettings(bot: Bot) {
  const { bot_id: _, demo: __, ...told } = toPublic(bot);
  return told;
}

/** The parts of a setting that are not set are left out. */
function withoutBlanks(told: object): object {
  const filled = Object.entries(told).map(([name, value]) => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return [name, value];
    return [name, Object.fromEntries(Object.entries(value).filter(([, part]) => part !== null))];
  });
  return Object.fromEntries(filled);
}
