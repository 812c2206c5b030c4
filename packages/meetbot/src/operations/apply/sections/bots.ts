import { newBot } from "@meetbot/admin-api/settings/new-bot.ts";
import type { Place } from "../form/place.ts";
import type { BotSection, Planning, Section } from "../form/section.ts";
import { alertsSection } from "./alerts.ts";
import { answersSection } from "./answers.ts";
import { channelsSection } from "./channels.ts";
import { connectionSection } from "./connection.ts";
import { secretsSection } from "./secrets.ts";
import { settingsSection } from "./settings.ts";

/** All that a file holds for a bot, in the order in which it is done; one more kind of thing is a file and a line. */
const botSections: readonly BotSection[] = [
  settingsSection,
  secretsSection,
  connectionSection,
  channelsSection,
  answersSection,
  alertsSection,
];

/** The bots, by their ids: one that the server does not have is created with the id of the file. */
export const botsSection: Section = {
  name: "bots",
  async plan(place, planning) {
    const stored = await planning.store.bots.list();
    for (const { id } of stored) planning.botIds.add(id);
    for (const [id, at] of place.entries()) {
      if (planning.botIds.has(id) || /^bot_[0-9a-z_]{1,40}$/.test(id)) {
        planning.botIds.add(id);
        await planBot(id, at, planning);
      } else at.fault("A bot's id is bot_ and 1 to 40 small letters, digits or _.");
    }
    for (const { id } of stored) {
      if (place.at(id).value === undefined) planning.plan.left(`${place.name}.${id}`);
    }
  },
  async export(deps) {
    const bots = (await deps.store.bots.list()).sort((one, other) => (one.id < other.id ? -1 : 1));
    const told: Record<string, object> = {};
    for (const bot of bots) {
      const parts: Record<string, unknown> = {};
      for (const section of botSections) {
        const part = await section.export(bot, deps);
        if (part !== undefined) parts[section.name] = part;
      }
      told[bot.id] = parts;
    }
    return bots.length === 0 ? undefined : told;
  },
};

async function planBot(id: string, place: Place, planning: Planning): Promise<void> {
  if (!place.allows(botSections.map(({ name }) => name))) return;
  const before = await planning.store.bots.find(id);
  const begun = before ? null : newBot({ id, name: "", endpoint: "" });
  const after = before ?? begun?.bot;
  if (!after) return;
  const bot = { id, before, after, newSecrets: begun?.secrets ?? null };
  for (const section of botSections) await section.plan(place.at(section.name), bot, planning);
}
