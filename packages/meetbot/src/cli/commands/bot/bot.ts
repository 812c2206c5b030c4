import { newBot } from "@meetbot/admin-api/settings/new-bot.ts";
import { note, print, printJson } from "@meetbot/conformance/terminal/print.ts";
import type { Command } from "commander";
import type { Wished } from "../../../features/connectors/connecting/connect-shop.ts";
import { createConnectedBot } from "../../../features/connectors/connecting/create-connected-bot.ts";
import type { Store } from "../../../store/store.ts";
import { changesBy, type GivenOption, settingOption } from "../../options/bot-settings.ts";
import { checkEndpoint } from "../../options/check-endpoint.ts";
import {
  configOption,
  demandConnected,
  readWished,
  whileConnecting,
} from "../../options/connecting.ts";
import { type Output, showBots } from "../../options/show-bots.ts";
import { withStore } from "../../options/storage.ts";
import { writeTable } from "../../terminal/table.ts";
import { addAuditCommand } from "./bot-audit.ts";
import { addDeleteCommand } from "./bot-delete.ts";
import { addMoveCommand } from "./bot-move.ts";
import { addSetCommand } from "./bot-set.ts";
import { addShowCommand } from "./bot-show.ts";
import { addTestCommand } from "./bot-test.ts";
import { addDeliveriesCommand } from "./deliveries.ts";

interface NewBot extends Output {
  name: GivenOption<"name">;
  endpoint: GivenOption<"endpoint">;
  config?: string;
}

/** `meetbot bot …`: the bot settings that an operator controls. All subcommands also work while a server runs. */
export function addBotCommands(program: Command): void {
  const bot = program.command("bot").description("Create bots and change their settings.");

  bot
    .command("create")
    .description("Create a bot; prints its secrets, which are shown this once.")
    .addOption(settingOption("name").makeOptionMandatory())
    .addOption(settingOption("endpoint").makeOptionMandatory())
    .addOption(settingOption("page_id", "default: a new number"))
    .addOption(settingOption("accent"))
    .addOption(settingOption("order_number"))
    .option(...configOption)
    .option("--json", "print one JSON object")
    .action(createBot);

  bot
    .command("list")
    .description("List all bots.")
    .option("--json", "print one JSON array")
    .action((options: Output) =>
      withStore(async (store) => showBots(await store.bots.list(), options)),
    );

  addShowCommand(bot);
  addTestCommand(bot);
  addAuditCommand(bot);
  addDeliveriesCommand(bot);

  addSetCommand(bot);
  addMoveCommand(bot);
  addDeleteCommand(bot);
}

const demoFolderWarning =
  "Warning: this data folder is the demo's. `meetbot serve` does not run in it, and the demo does not start again beside this bot. For a real shop, set MEETBOT_DATA_DIR to a folder of its own and create the bot there.";

async function createBot(options: NewBot): Promise<void> {
  const { name, endpoint, config, json } = options;
  const wished = await readWished(endpoint.read, config);
  if (!wished) await checkEndpoint(endpoint.read);
  const { bot: begun, secrets } = newBot({ name: name.read, endpoint: endpoint.read });
  const bot = { ...begun, ...changesBy(options, begun) };
  await withStore(async (store) => {
    const isOfDemo = (await store.bots.list()).some(({ demo }) => demo);
    const connected = wished && (await connectNewBot({ bot, secrets }, wished, store));
    if (!connected) await store.bots.create(bot, secrets);
    if (isOfDemo) note(demoFolderWarning);
    const created = {
      bot_id: bot.id,
      page_id: bot.pageId,
      signing_secret: secrets.signingSecret,
      identity_secret: secrets.identitySecret,
      push_secret: secrets.pushSecret,
      ...connected,
    };
    if (json) printJson(created);
    else print(...writeTable(created), "", "Keep the secrets: they are not shown again.");
  });
}

async function connectNewBot(
  begun: ReturnType<typeof newBot>,
  wished: Wished,
  store: Store,
): Promise<{ connector: string; shop: string }> {
  const created = await whileConnecting((deps) => createConnectedBot(begun, wished, store, deps));
  const checked = created.outcome === "created" ? created.checked : created;
  return { connector: wished.name, shop: demandConnected(wished, checked).shop };
}
