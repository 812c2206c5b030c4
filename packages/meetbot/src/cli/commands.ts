import type { Command } from "commander";
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
  answers: async () => (await import("./commands/answers.ts")).addAnswersCommands,
  channel: async () => (await import("./commands/channel/channel.ts")).addChannelCommands,
  carrier: async () => (await import("./commands/carrier/carrier.ts")).addCarrierCommands,
  connector: async () => (await import("./commands/connector/connector.ts")).addConnectorCommands,
  push: async () => (await import("./commands/push/push.ts")).addPushCommands,
  subscription: async () =>
    (await import("./commands/subscription/subscription.ts")).addSubscriptionCommands,
  customer: async () => (await import("./commands/customer.ts")).addCustomerCommands,
  operator: async () => (await import("./commands/operator.ts")).addOperatorCommands,
  audit: async () => (await import("./commands/audit.ts")).addAuditCommands,
  secret: async () => (await import("./commands/secret/secret.ts")).addSecretCommands,
  "master-key": async () => (await import("./commands/master-key.ts")).addMasterKeyCommands,
  backup: async () => (await import("./commands/backup/backup.ts")).addBackupCommand,
  restore: async () => (await import("./commands/backup/restore.ts")).addRestoreCommand,
  "upgrade-store": async () =>
    (await import("./commands/backup/upgrade-store.ts")).addUpgradeStoreCommand,
  recognize: async () => (await import("./commands/recognize.ts")).addRecognizeCommand,
  "check-url": async () => (await import("./commands/webhook/check-url.ts")).addCheckUrlCommand,
  test: async () => (await import("./commands/webhook/test.ts")).addTestCommand,
  sign: async () => (await import("./commands/webhook/sign.ts")).addSignCommand,
  verify: async () => (await import("./commands/webhook/verify.ts")).addVerifyCommand,
};

/** Adds the command that is named, or all of them: for help, and for a word that is none. */
export async function addCommands(program: Command, word = ""): Promise<void> {
  if (["-V", "--version"].includes(word)) return;
  const wanted = Object.hasOwn(commands, word) ? [commands[word]!] : Object.values(commands);
  for (const add of await Promise.all(wanted.map((load) => load()))) add(program);
  for (const command of program.commands) if (command.name() !== "init") addEnvFileOption(command);
  program.hook("preAction", readEnvFile);
}
