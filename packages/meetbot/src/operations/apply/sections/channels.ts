import { linkOf } from "../form/read-link-secrets.ts";
import type { BotSection } from "../form/section.ts";

/** A bot's connections to other platforms; the chat on the shop's page needs only settings. */
export const channelsSection: BotSection = {
  name: "channels",
  async plan(place, bot, planning) {
    const { channels } = planning;
    if (!place.allows(channels.map(({ name }) => name))) return;
    for (const { name, plan } of channels) {
      const at = place.at(name);
      if (at.value !== undefined) await plan(at, bot, planning);
      else if (place.value !== undefined && (await linkOf(name, bot.id, planning))) {
        planning.plan.left(at.name);
      }
    }
  },
  async export({ id }, deps) {
    const told = await Promise.all(
      deps.channels.map(async (channel) => {
        const link = await linkOf(channel.name, id, deps);
        return link ? [[channel.name, channel.export(id, link)] as const] : [];
      }),
    );
    const connected = told.flat();
    return connected.length === 0 ? undefined : Object.fromEntries(connected);
  },
};
