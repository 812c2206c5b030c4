import type { Bot, NewBotSecrets } from "@meetbot/model/bot/bot.ts";
import type { ChannelLink } from "@meetbot/model/channel-link.ts";
import type { ConnectDeps } from "../../../features/connectors/connecting/connect-shop.ts";
import type { Store } from "../../../store/store.ts";
import type { Place } from "./place.ts";
import type { Plan } from "./plan.ts";
import type { SecretSource } from "./read-secret.ts";

/** The author of these changes in the audit log. */
export const applyActor = "apply";

/** The dependencies of applying a file. */
export interface ApplyDeps extends ConnectDeps {
  store: Store;
  secrets: SecretSource;
  /** All channels that a bot can be connected with. */
  channels: readonly ChannelPlan[];
  /** The console's origin, for invitations. */
  consoleOrigin: string;
  /** Codes can be sent. */
  hasMail: boolean;
}

/** The dependencies of exporting a file. */
export type ExportDeps = Pick<ApplyDeps, "store" | "channels">;

/** The state while a file is read, with the plan that results from it. */
export interface Planning extends ApplyDeps {
  plan: Plan;
  /** All bots that there are going to be. */
  botIds: Set<string>;
}

/** A bot that the file names. */
export interface PlannedBot {
  id: string;
  /** The server's current bot; `null` if the file creates it. */
  before: Bot | null;
  /** The bot once the file is applied; known after its settings are read. */
  after: Bot;
  /** The secrets that the bot is created with. */
  newSecrets: NewBotSecrets | null;
}

/** A channel that a bot can be connected with in a config file. */
export interface ChannelPlan {
  name: string;
  plan(place: Place, bot: PlannedBot, planning: Planning): Promise<void>;
  /** Exports the channel's section; `link` is the bot's link on the channel. */
  export(botId: string, link: ChannelLink): unknown;
}

/** One kind of thing that a config file holds for a bot. */
export interface BotSection {
  /** Its name in the file. */
  name: string;
  /** Reads the section, reports every fault, and adds the changes to the plan. */
  plan(place: Place, bot: PlannedBot, planning: Planning): Promise<void>;
  /** Returns the section as a config file has it; `undefined` if there is nothing to export. */
  export(bot: Bot, deps: ExportDeps): Promise<unknown>;
}

/** One kind of thing that a config file holds for the server. */
export interface Section {
  name: string;
  plan(place: Place, planning: Planning): Promise<void>;
  export(deps: ExportDeps): Promise<unknown>;
}
