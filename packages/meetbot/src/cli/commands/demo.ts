import { CommandError } from "@meetbot/conformance/terminal/failure.ts";
import { note, printJson, printText } from "@meetbot/conformance/terminal/print.ts";
import { parseAllowList } from "@meetbot/network/addresses/allow-list.ts";
import { createEndpointGuard } from "@meetbot/network/addresses/endpoint-guard.ts";
import { type Command, Option } from "commander";
import { readConfig } from "../../config.ts";
import { createConsoleLink, linkLifetimesS } from "../../operations/console-link.ts";
import { openStorage } from "../../operations/open-storage.ts";
import { warmUp } from "../../operations/warm-up.ts";
import {
  type Listener,
  openListener,
  PortTakenError,
} from "../../server/listener/open-listener.ts";
import { startServer } from "../../server/start-server.ts";
import type { Bots } from "../../store/bots/bots.ts";
import type { Operators } from "../../store/operators/operators.ts";
import { writeDemoAnswers } from "../demo/demo-answers.ts";
import { findOrCreateDemoBot, findOrCreatePushSecret } from "../demo/demo-bot.ts";
import { createDemoPages, firstShopper } from "../demo/demo-pages.ts";
import { type DemoPlace, placeDemo, urlAt } from "../demo/demo-place.ts";
import { describeMail, introduction, openToAll, readyLine } from "../demo/describe-ready.ts";
import { holdData } from "../demo/hold-data.ts";
import { createMailbox } from "../demo/mailbox.ts";
import { leavePage } from "../demo/messenger/connect-page.ts";
import { openMessenger } from "../demo/messenger/open-messenger.ts";
import { onFreePort } from "../demo/shop/free-port.ts";
import { type DemoShop, startShop } from "../demo/shop/start-shop.ts";
import { startSamples } from "../demo/start-samples.ts";
import { connectVendure } from "../demo/vendure/connect-vendure.ts";
import { startVendure, type VendureShop } from "../demo/vendure/start-vendure.ts";
import { createLogger } from "../options/storage.ts";
import { untilStopped } from "../terminal/until-stopped.ts";
import { port } from "./serve.ts";

interface DemoOptions {
  host?: string;
  port?: number;
  data?: string;
  json?: boolean;
  messenger?: boolean;
  shop?: "vendure";
  samples: boolean;
}

const demoOperator = { name: "Demo Operator", email: "demo@meetbot.example", administrator: true };

export function addDemoCommand(program: Command): void {
  program
    .command("demo")
    .description("Try Meetbot with a demo shop: nothing to set up, nothing leaves this machine.")
    .option(
      "--host <address>",
      "the address to listen on, 0.0.0.0 for all: others in the network can then open it; default: MEETBOT_HOST, else 127.0.0.1",
    )
    .option("--port <number>", "the first port to try; default: MEETBOT_PORT, else 4400", port)
    .option("--data <folder>", "where data is kept; default: MEETBOT_DATA_DIR, else .meetbot")
    .option(
      "--messenger",
      "show the bot on Messenger too: a thread on top of a simulated Graph API",
    )
    .addOption(
      new Option(
        "--shop <name>",
        "add a real shop system, connected without code: npm fetches Vendure the first time, 160 MB",
      ).choices(["vendure"]),
    )
    .option("--json", "print one JSON line when ready")
    .option("--no-samples", "hold no sample conversations at the first start")
    .action(demo);
}

async function demo(options: DemoOptions): Promise<void> {
  const config = readConfig({
    ...process.env,
    ...(options.data ? { MEETBOT_DATA_DIR: options.data } : {}),
    ...(options.host ? { MEETBOT_HOST: options.host } : {}),
  });
  const place = placeDemo(config.host, { forPrograms: options.json === true });
  const log = createLogger(process.env.MEETBOT_LOG_LEVEL ? config.logLevel : "warn");
  const say = options.json ? () => {} : (text: string) => printText(text);
  const taken = (port: number, next: number) => say(`  Port ${port} is taken; trying ${next}.`);
  say("\n  Starting a database, a demo shop and a bot …");

  const closing: (() => Promise<unknown>)[] = [];
  try {
    closing.push(await holdData(config, log));
    const storage = await openStorage(config, log);
    const { store } = storage;
    closing.push(storage.close);
    await refuseRealBots(store.bots, config.dataDir);
    const bots = store.bots.as("demo");
    const { bot, secrets, created } = await findOrCreateDemoBot(bots);
    const pushSecret = await findOrCreatePushSecret(bots);
    if (created) await writeDemoAnswers(store.answers.as("demo"), bot.id);
    const mailbox = createMailbox({ onMail: (mail) => describeMail(mail, options) });
    const opened: { shop?: DemoShop } = {};
    const shopOf = () => opened.shop;
    const pages = store.channels.links.as("demo");
    await leavePage(pages, bot.id);
    const messenger = options.messenger
      ? await openMessenger(pages, bot, { email: firstShopper, shopOf })
      : null;
    if (messenger) closing.push(messenger.close);
    // The server accepts customer messages as soon as it starts, so the shop starts before it.
    const door = await openDoor(place, options.port ?? config.port, taken);
    closing.push(door.close);
    const url = urlAt(place.linkHost, door.port);
    const { dataDir } = config;
    const shopping = { place, dataDir, botId: bot.id, secrets, pushSecret, chatUrl: url };
    const shop = await onFreePort(door.port + 1, (port) => startShop({ port, ...shopping }), taken);
    opened.shop = shop;
    closing.push(shop.stop);
    const { endpoint, origins } = bot;
    const { port: shopPort } = new URL(shop.url);
    const shopNames = place.names.filter((name) => name !== "[::1]" || place.host.includes(":"));
    const shopOrigins = shopNames.map((name) => urlAt(name, shopPort));
    await bots.change(bot.id, {
      endpoint: shop.webhookUrl,
      linkPage: `${shop.url}/link`,
      origins: [...new Set([...origins, ...shopOrigins])],
    });
    // Restores the endpoint of an earlier demo in the same folder, so that its shop answers again.
    closing.push(() => bots.change(bot.id, { endpoint, origins }));
    const started = options.shop === "vendure" ? await startAddedShop(dataDir, say) : null;
    if (started) closing.push(started.stop);
    const shopHosts = [shop.webhookUrl, ...(started ? [started.url] : [])];
    const allowList = parseAllowList([
      ...config.outboundAllow,
      ...shopHosts.map((one) => new URL(one).host),
    ]);
    const guard = createEndpointGuard({ allow: () => allowList, ownPort: door.port });
    const whyNot =
      started &&
      (await connectVendure(store, started, guard, (why) =>
        say(`  Vendure is not ready: ${why}. Asking it again …`),
      ));
    if (whyNot) leaveOut(whyNot);
    const vendure = whyNot ? null : started;
    warmUp();
    const server = await startServer({
      ...{ store, freeSpace: storage.freeSpace, log },
      mailer: mailbox.mailer,
      demoPages: createDemoPages(mailbox, shopOf, messenger),
      apiUrls: { messenger: messenger?.graphUrl ?? null },
      outboundAllow: () => allowList,
      ...{ host: place.host, port: door.port, door },
      hosts: place.names,
      ownOrigins: (port) => place.names.map((name) => urlAt(name, port)),
    });
    closing.push(server.close);
    if (messenger) closing.push(async () => messenger.leave());
    const near = { ...server, url: urlAt(place.nearHost, door.port) };
    await messenger?.connectServer(near.url);

    const isFirst = created && options.samples;
    // The reader of the ready message may stop the demo at once.
    const stopped = untilStopped();
    // Uses a host name, not an address: browsers accept passkeys for names only.
    const consoleHost = place.isOpen ? place.linkHost : "localhost";
    const consoleUrl = await createDemoLink(store.operators, urlAt(consoleHost, door.port));
    const messengerUrl = messenger && `${url}/demo/messenger`;
    const urls = { url, shopUrl: shop.url, consoleUrl, messengerUrl, vendure };
    if (options.json) printJson(readyLine(shop, urls));
    else say(introduction(urls, place, { dataDir, isFirst }));
    if (options.json && place.isOpen) note(openToAll);
    if (isFirst) closing.push(startSamples(near, shop, log));
    await stopped;
    messenger?.leave();
    await server.close(); // first, while the shop still answers the turns in hand
  } finally {
    for (const close of closing.reverse()) await close();
  }
}

/** Starts the additional shop that the user requested; if it does not start, the demo continues without it. */
async function startAddedShop(
  dataDir: string,
  say: (text: string) => void,
): Promise<VendureShop | null> {
  try {
    return await startVendure(dataDir, (text) => say(`  ${text}`));
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    leaveOut(error.message);
    return null;
  }
}

/** Also printed with `--json`, whose line then has no such shop. */
function leaveOut(why: string): void {
  note(`  The demo goes on without Vendure. ${why}. To try it again, start the demo anew.`);
}

function openDoor(
  { host }: DemoPlace,
  firstPort: number,
  taken: (port: number, next: number) => void,
): Promise<Listener> {
  return onFreePort(firstPort, (port) => unlessTaken(() => openListener({ host, port })), taken);
}

/** Refuses to add a demo bot beside real bots: `serve` would then refuse to run any of them. */
async function refuseRealBots(bots: Bots, dataDir: string): Promise<void> {
  const real = (await bots.list()).find((bot) => !bot.demo);
  if (!real) return;
  throw new CommandError(
    `${dataDir} holds a real bot (${real.id}), and the demo keeps away from those. Give it a folder of its own: --data <folder>.`,
  );
}

/** The person who tries the demo is its operator, and need not choose a password for that. */
async function createDemoLink(operators: Operators, origin: string): Promise<string> {
  const operator =
    (await operators.findByEmail(demoOperator.email)) ?? (await operators.create(demoOperator));
  return createConsoleLink(operators, origin, {
    livesForS: linkLifetimesS.printed,
    createdBy: "demo",
    operatorId: operator.id,
  });
}

async function unlessTaken<Started>(start: () => Promise<Started>): Promise<Started | null> {
  try {
    return await start();
  } catch (error) {
    if (error instanceof PortTakenError) return null;
    throw error;
  }
}
