import { WrongUseError } from "@meetbot/conformance/terminal/failure.ts";
import { note } from "@meetbot/conformance/terminal/print.ts";
import type { Bot } from "@meetbot/model/bot/bot.ts";
import type { Command } from "commander";
import { readConfig } from "../../../config.ts";
import { connectShop, type Wished } from "../../../features/connectors/connecting/connect-shop.ts";
import type { Store } from "../../../store/store.ts";
import {
  addSettingOptions,
  changesBy,
  type GivenOption,
  isGiven,
} from "../../options/bot-settings.ts";
import { checkEndpoint } from "../../options/check-endpoint.ts";
import {
  configOption,
  demandConnected,
  readWished,
  whileConnecting,
} from "../../options/connecting.ts";
import { noSuchBot } from "../../options/no-such-bot.ts";
import { type Output, showBots } from "../../options/show-bots.ts";
import { withStore } from "../../options/storage.ts";

interface SetOptions extends Output {
  endpoint?: GivenOption<"endpoint">;
  policy?: GivenOption<"policy">;
  config?: string;
}

/** `meetbot bot set`: changes only the given settings. */
export function addSetCommand(bot: Command): void {
  const set = bot
    .command("set")
    .description("Change a bot's settings; a running server follows within seconds.")
    .argument("<id>");
  addSettingOptions(set);
  set.option(...configOption);
  set.option("--json", "print one JSON object").action(setBot);
}

async function setBot(id: string, { json, config, ...options }: SetOptions): Promise<void> {
  if (!Object.values(options).some(isGiven)) throw new WrongUseError(nothingToSet);
  const wished = await readWished(options.endpoint?.read, config);
  if (options.endpoint && !wished) await checkEndpoint(options.endpoint.read);
  await withStore(async (store) => {
    const { endpoint, ...others } = changesBy(options, known(id, await store.bots.find(id)));
    if (wished) await connectBot(id, wished, store);
    const changes = wished || endpoint === undefined ? others : { ...others, endpoint };
    const bot = known(id, await store.bots.change(id, changes));
    if (bot.policy === "off") note(policyOffWarning);
    if (options.policy?.read === "code" && !readConfig(process.env).mail) note(codeNeedsMail);
    showBots(bot, json ? { json } : {});
  });
}

async function connectBot(id: string, wished: Wished, store: Store): Promise<void> {
  const connected = await whileConnecting((deps) => connectShop(id, wished, store, deps));
  if (connected.outcome === "no_bot") throw noSuchBot(id);
  demandConnected(wished, connected);
}

function known(id: string, bot: Bot | null): Bot {
  if (!bot) throw noSuchBot(id);
  return bot;
}

const nothingToSet = "Say what to set, such as --contact. All options: meetbot bot set --help";

const policyOffWarning =
  "Warning: with the policy off, anyone who types an email sees that customer's orders, names and addresses.";

const codeNeedsMail =
  "Note: codes are sent by mail, and MEETBOT_SMTP_URL is not set here. A server without it shows orders only to shoppers that the shop vouches for.";
