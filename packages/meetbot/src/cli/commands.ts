import type { Command } from "commander";
import commandList from "./command-list.json" with { type: "json" };
import { addEnvFileOption, readEnvFile } from "./options/env-file.ts";

type AddCommand = (program: Command) => void;

/**
 * Each command by its name, in the order of the help, loaded when it is wanted: a command that signs a body
 * has no use for the database, and starts in a tenth of the time without it.
 */
const commands: Record<string, () => Promise<AddCommand>> = {
  demo: async () => (await import("./commands/demo.ts")).addDemoCommand,
  init: async () => (await import("./commands/init.ts")).addInitCommand,
  serve: async () => (await import("./commands/serve.ts")).addServeCommand,
  doctor: async () => (await import("./commands/doctor.ts")).addDoctorCommand,
  healthcheck: async () => (await import("./commands/healthcheck.ts")).addHealthcheckCommand,
  chat: async () => (await import("./commands/chat.ts")).addChatCommand,
  bot: async () => (await import("./commands/bot/bot.ts")).addBotCommands,
  apply: async () => (await import("./commands/config/apply.ts")).addApplyCommand,
  "export-config": async () =>
    (await import("./commands/config/export-config.ts")).addExportConfigCommand,
  answers: async () => (await import("./commands/answers.ts")).addAnswersCommands,
  channel: async () => (await import("./commands/channel/channel.ts")).addChannelCommands,
  carrier: async () => (await import("../features/carriers/cli/carrier.ts")).addCarrierCommands,
  connector: async () =>
    (await import("../features/connectors/cli/connector.ts")).addConnectorCommands,
  push: async () => (await import("../features/customer-updates/cli/push.ts")).addPushCommands,
  subscription: async () =>
    (await import("../features/customer-updates/cli/subscription.ts")).addSubscriptionCommands,
  customer: async () => (await import("./commands/customer.ts")).addCustomerCommands,
  operator: async () => (await import("./commands/operator.ts")).addOperatorCommands,
  audit: async () => (await import("./commands/audit.ts")).addAuditCommands,
  secret: async () => (await import("./commands/secret/secret.ts")).addSecretCommands,
  "master-key": async () => (await import("./commands/master-key.ts")).addMasterKeyCommands,
  backup: async () => (await import("../features/backup/cli/backup.ts")).addBackupCommand,
  restore: async () => (await import("../features/backup/cli/restore.ts")).addRestoreCommand,
  "upgrade-store": async () =>
    (await import("../features/backup/cli/upgrade-store.ts")).addUpgradeStoreCommand,
  recognize: async () => (await import("./commands/recognize.ts")).addRecognizeCommand,
  "check-url": async () => (await import("./commands/webhook/check-url.ts")).addCheckUrlCommand,
  test: async () => (await import("./commands/webhook/test.ts")).addTestCommand,
  listen: async () => (await import("./commands/webhook/listen.ts")).addListenCommand,
  sign: async () => (await import("./commands/webhook/sign.ts")).addSignCommand,
  verify: async () => (await import("./commands/webhook/verify.ts")).addVerifyCommand,
};

/** Adds all commands. */
export const addCommands = (program: Command): Promise<void> =>
  addLoaded(program, Object.keys(commands));

/**
 * Adds the command that these arguments name. If they name none, adds all commands from the list of commands, for the
 * help and for errors, because loading their code takes most of a second.
 */
export async function addNamedCommand(program: Command, args: readonly string[]): Promise<void> {
  const [word = "", about = ""] = args.filter((one) => !one.startsWith("-"));
  const name = word === "help" ? about : word;
  if (Object.hasOwn(commands, name)) return addLoaded(program, [name]);
  for (const { term, description } of commandList) addListed(program, term, description);
}

async function addLoaded(program: Command, names: readonly string[]): Promise<void> {
  const added = await Promise.all(names.map((name) => commands[name]!()));
  for (const add of added) add(program);
  for (const command of program.commands) if (command.name() !== "init") addEnvFileOption(command);
  program.hook("preAction", readEnvFile);
}

/** Adds a command from only its line in the help, such as `backup [options] <file>`. */
function addListed(program: Command, term: string, description: string): void {
  const listed = program.command(term.replace(" [options]", "")).description(description);
  if (term.includes("[options]")) addEnvFileOption(listed);
}
