import { CommandError } from "@meetbot/conformance/terminal/failure.ts";
import { paint } from "@meetbot/conformance/terminal/paint.ts";
import { print } from "@meetbot/conformance/terminal/print.ts";
import type { PushChannelName } from "@meetbot/model/push-channel-name.ts";
import { parseAllowList } from "@meetbot/network/addresses/allow-list.ts";
import { type Command, InvalidArgumentError } from "commander";
import type { Logger } from "pino";
import { type Config, readConfig } from "../../config.ts";
import { createConsoleLink, linkLifetimesS, linkOrigin } from "../../operations/console-link.ts";
import { mailerOf } from "../../operations/mailer-of.ts";
import { openStorage } from "../../operations/open-storage.ts";
import { warmUp } from "../../operations/warm-up.ts";
import { findOwnOrigins } from "../../platform/http/own-origins.ts";
import { type Listener, openListener } from "../../server/listener/open-listener.ts";
import { type RunningServer, startServer } from "../../server/start-server.ts";
import { readSingleSignOn } from "../../single-sign-on/read-single-sign-on.ts";
import type { Operators } from "../../store/operators/operators.ts";
import { idsOnly, type Tracer } from "../../tracing/tracer.ts";
import { version } from "../../version.ts";
import { createLogger } from "../options/storage.ts";
import { endWhileStarting, untilStopped } from "../terminal/until-stopped.ts";

/**
 * Reads the port to listen on. Throws commander's {@link InvalidArgumentError} unless it is a number from 0 to 65535.
 */
export function port(value: string): number {
  if (!/^\d{1,5}$/.test(value) || Number(value) > 65_535) {
    throw new InvalidArgumentError("A port is a number from 0 to 65535.");
  }
  return Number(value);
}

export function addServeCommand(program: Command): void {
  program
    .command("serve")
    .description("Run Meetbot for real shops.")
    .option("--port <number>", "the port to listen on; default: MEETBOT_PORT, else 4400", port)
    .action(serve);
}

async function serve(options: { port?: number }): Promise<void> {
  const config = readConfig(process.env);
  const log = createLogger(config.logLevel);
  endWhileStarting();
  // Opened before the store: meanwhile, callers get the answer that this node is alive but not ready yet.
  const door = await openListener({
    host: config.host,
    port: options.port ?? config.port,
    trustedProxies: config.trustedProxies,
  });
  try {
    await serveBehind(door, config, log);
  } finally {
    await door.close();
  }
}

async function serveBehind(door: Listener, config: Config, log: Logger): Promise<void> {
  const allowList = parseAllowList(config.outboundAllow);
  const pushServices = parseAllowList(config.pushServices);
  const tracer = await openTracer(config, log);
  const storage = await openStorage(config, log);
  try {
    await refuseDemoBots(storage.store.bots);
    warmUp();
    const server = await startServer({
      store: storage.store,
      freeSpace: storage.freeSpace,
      mailer: mailerOf(config, log),
      host: config.host,
      port: door.port,
      door,
      hosts: null,
      ownOrigins: (port) => findOwnOrigins(config.publicUrl, config.host, port),
      outboundAllow: () => allowList,
      pushServices: () => pushServices,
      trustedProxies: config.trustedProxies,
      adminNetworks: config.adminNetworks,
      proofOfWork: config.proofOfWork,
      publicUrl: config.publicUrl,
      apiUrls: {
        messenger: config.graphUrl,
        telegram: config.telegramUrl,
      } satisfies Record<PushChannelName, string | null>,
      adminToken: config.adminToken,
      languageModel: config.languageModel,
      secondFactor: config.secondFactor,
      singleSignOn: config.singleSignOn && readSingleSignOn(config.singleSignOn),
      clamd: config.clamd,
      tracer,
      log,
    });
    try {
      await runUntilStopped(server, storage.store.operators, config, log);
    } finally {
      // Also closes if the database is gone: the server's polling would keep the process alive.
      await server.close();
    }
  } finally {
    await storage.close();
    await tracer.close();
  }
}

/** Loads the OpenTelemetry library only if a collector is configured. */
async function openTracer({ traceRatio: ratio }: Config, log: Logger): Promise<Tracer> {
  if (ratio === null) return idsOnly;
  const { openTelemetry } = await import("../../tracing/open-telemetry.ts");
  return openTelemetry({ version, ratio, log });
}

async function runUntilStopped(
  server: RunningServer,
  operators: Operators,
  config: Config,
  log: Logger,
): Promise<void> {
  const link = (await operators.count()) === 0 && (await inviteFirst(operators, config, server));
  const isTerminal = process.stdout.isTTY;
  if (link && !isTerminal) print(invitation, link);
  // The reader of the ready message may stop the server at once.
  const stopped = untilStopped();
  log.info({ url: server.url }, "ready");
  // On a terminal, the link is printed last and set apart.
  if (link && isTerminal) print("", paint("bold", `  ${invitation}`), "", `  ${link}`, "");
  await stopped;
}

const invitation =
  "Nobody can sign in to the console yet. The first person to open this link, within a day, becomes its first operator:";

/** The person who reads the server's output runs it, and is its first operator. */
async function inviteFirst(
  operators: Operators,
  { publicUrl, host }: Config,
  { url }: RunningServer,
): Promise<string> {
  const origin = linkOrigin(findOwnOrigins(publicUrl, host, Number(new URL(url).port)));
  return createConsoleLink(operators, origin, {
    livesForS: linkLifetimesS.printed,
    createdBy: "first start",
    administrator: true,
  });
}

/** Refuses to serve demo bots: their shop and secrets are for trying out, not for a real server. */
async function refuseDemoBots(bots: { list(): Promise<{ id: string; demo: boolean }[]> }) {
  const demo = (await bots.list()).find((bot) => bot.demo);
  if (!demo) return;
  throw new CommandError(
    `This data folder belongs to the demo (${demo.id}), and \`serve\` does not run demo bots. Set MEETBOT_DATA_DIR to another folder.`,
  );
}
