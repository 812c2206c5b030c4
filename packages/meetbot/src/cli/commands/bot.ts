import { randomBytes, randomInt } from "node:crypto";
import { newSecret } from "@meetbot/protocol";
import type { Command } from "commander";
import { readConfig } from "../../config.ts";
import { canBeOpened, explainVerdict } from "../../merchant/explain-verdict.ts";
import type { Bot, NewBotSecrets } from "../../model/bot.ts";
import type { OrderNumberFormat } from "../../model/order-number-format.ts";
import {
  accent,
  botName,
  endpoint,
  locale,
  numberAlone,
  origins,
  type PublicBot,
  pageId,
  policy,
  toPublic,
} from "../bot-settings.ts";
import { CommandError, noSuchBot, WrongUseError } from "../failure.ts";
import { guardOf } from "../guard-of.ts";
import { readOrderNumberFormat } from "../order-number-format.ts";
import { withStore } from "../storage.ts";
import { writeTable } from "../table.ts";
import { addAuditCommand } from "./bot-audit.ts";
import { addShowCommand } from "./bot-show.ts";
import { addTestCommand } from "./bot-test.ts";
import { addDeliveriesCommand } from "./deliveries.ts";

interface Output {
  json?: boolean;
}

interface NewBot extends Output {
  name: string;
  endpoint: string;
  pageId?: string;
  accent?: string;
  orderNumber?: OrderNumberFormat | "";
}

/** What may be set to nothing is read as an empty text. */
interface Clearable {
  contact?: string;
  accent?: string;
}

type Settings = Partial<Omit<Bot, "id" | "demo" | "orderNumberFormat" | keyof Clearable>> &
  Pick<NewBot, "orderNumber"> &
  Clearable &
  Output;

/** `meetbot bot …`: what an operator sets about a bot. All work beside a running server too. */
export function addBotCommands(program: Command): void {
  const bot = program.command("bot").description("Create bots and change their settings.");

  bot
    .command("create")
    .description("Create a bot; prints its secrets, which are shown this once.")
    .requiredOption("--name <name>", "how the bot introduces itself", botName)
    .requiredOption("--endpoint <url>", "the merchant's webhook", endpoint)
    .option("--page-id <id>", "the page_id of its queries; default: a new number", pageId)
    .option("--accent <color>", "the color of the chat window, such as #2f5bea", accent)
    .option(
      "--order-number <format>",
      "how the shop numbers its orders, such as SO-[digits 6-8]",
      readOrderNumberFormat,
    )
    .option("--json", "print one JSON object")
    .action(createBot);

  bot
    .command("list")
    .description("List all bots.")
    .option("--json", "print one JSON array")
    .action((options: Output) =>
      withStore(async (store) => show(await store.bots.list(), options)),
    );

  addShowCommand(bot);
  addTestCommand(bot);
  addAuditCommand(bot);
  addDeliveriesCommand(bot);

  bot
    .command("set")
    .description("Change a bot's settings; a running server follows within seconds.")
    .argument("<id>")
    .option("--name <name>", "how the bot introduces itself", botName)
    .option("--endpoint <url>", "the merchant's webhook", endpoint)
    .option(
      "--policy <policy>",
      "who may see what: ladder (by proof), code (nothing before a code or a sign-in) or off (everything)",
      policy,
    )
    .option(
      "--number-alone <rule>",
      "whether an order number suffices without an email: auto, never or always",
      numberAlone,
    )
    .option(
      "--order-number <format>",
      "how the shop numbers its orders, such as SO-[digits 6-8]; none: not told",
      readOrderNumberFormat,
    )
    .option("--origins <list>", "web origins whose pages may chat, separated by commas", origins)
    .option("--contact <text>", "where customers reach a person; empty: nowhere")
    .option(
      "--accent <color>",
      "the color of the chat window, such as #2f5bea; empty: its own",
      accent,
    )
    .option("--locale <language>", "the language of the welcome: en or zh", locale)
    .option("--json", "print one JSON object")
    .action(async (id: string, { json, contact, accent, orderNumber, ...settings }: Settings) => {
      if (settings.endpoint) await judgeEndpoint(settings.endpoint);
      await withStore(async (store) => {
        const changes = {
          ...settings,
          ...(contact === undefined ? {} : { contact: contact.trim() || null }),
          ...(accent === undefined ? {} : { accent: accent || null }),
          ...(orderNumber === undefined ? {} : { orderNumberFormat: orderNumber || null }),
        };
        if (Object.keys(changes).length === 0) throw new WrongUseError(nothingToSet);
        const bot = known(id, await store.bots.change(id, changes));
        if (bot.policy === "off") console.error(policyOffWarning);
        if (settings.policy === "code" && !readConfig(process.env).mail) {
          console.error(codeNeedsMail);
        }
        show(bot, json ? { json } : {});
      });
    });
}

const demoFolderWarning =
  "Warning: this data folder is the demo's. `meetbot serve` does not run in it, and the demo does not start again beside this bot. For a real shop, set MEETBOT_DATA_DIR to a folder of its own and create the bot there.";

const nothingToSet = "Say what to set, such as --contact. All options: meetbot bot set --help";

const policyOffWarning =
  "Warning: with the policy off, whoever types an email sees that customer's orders, names and addresses.";

const codeNeedsMail =
  "Note: codes are sent by mail, and MEETBOT_SMTP_URL is not set here. A server without it shows orders only to shoppers that the shop vouches for.";

async function createBot(options: NewBot): Promise<void> {
  const { name, endpoint, pageId, accent, orderNumber, json } = options;
  await judgeEndpoint(endpoint);
  const bot: Bot = {
    id: `bot_${randomBytes(6).toString("hex")}`,
    name,
    pageId: pageId ?? String(randomInt(100_000_000_000_000, 281_474_976_710_655)),
    endpoint,
    policy: "ladder",
    numberAlone: "auto",
    orderNumberFormat: orderNumber || null,
    contact: null,
    accent: accent || null,
    locale: "en",
    origins: [],
    demo: false,
  };
  const secrets: NewBotSecrets = { signingSecret: newSecret(), identitySecret: newSecret() };
  await withStore(async (store) => {
    const isOfDemo = (await store.bots.list()).some(({ demo }) => demo);
    await store.bots.create(bot, secrets);
    if (isOfDemo) console.error(demoFolderWarning);
    const created = {
      bot_id: bot.id,
      page_id: bot.pageId,
      signing_secret: secrets.signingSecret,
      identity_secret: secrets.identitySecret,
    };
    console.log(json ? JSON.stringify(created) : writeTable(created));
    if (!json) console.log("\nKeep the secrets: they are not shown again.");
  });
}

/**
 * Says at once what every query would come to. The server has an allow list of its own, so that what
 * a list can open is a warning; and a name that does not exist yet may come to be.
 */
async function judgeEndpoint(endpoint: string): Promise<void> {
  const { allowed, reason } = await guardOf(readConfig(process.env)).judge(endpoint);
  if (allowed || reason === "name_not_found") return;
  const why = explainVerdict(reason);
  if (!canBeOpened(reason)) throw new CommandError(`Nothing is changed: ${why}.`);
  console.error(`Warning: with the settings of this shell ${why}, where the server runs.`);
}

function known(id: string, bot: Bot | null): Bot {
  if (!bot) throw noSuchBot(id);
  return bot;
}

function show(shown: Bot | Bot[], { json }: Output): void {
  const settings = Array.isArray(shown) ? shown.map(toPublic) : toPublic(shown);
  console.log(json ? JSON.stringify(settings) : readable(settings));
}

function readable(settings: PublicBot | PublicBot[]): string {
  if (!Array.isArray(settings)) return writeTable(settings);
  return settings.length === 0
    ? "No bots yet. Create one with: meetbot bot create"
    : settings.map((bot) => `${bot.bot_id}  ${bot.name}  ${bot.endpoint}`).join("\n");
}
