import { WrongUseError } from "@meetbot/conformance/terminal/failure.ts";
import { print } from "@meetbot/conformance/terminal/print.ts";
import type { Command } from "commander";
import { keysOf } from "../../channels/messenger/graph/page-customer.ts";
import { messenger } from "../../channels/messenger/messenger.ts";
import { telegram } from "../../channels/telegram/telegram.ts";
import { endingNow } from "../../operations/secrets/ending-now.ts";
import { noSuchBot } from "../options/no-such-bot.ts";
import { withStore } from "../options/storage.ts";

interface DeleteOptions {
  email?: string;
  bot?: string;
  messengerUser?: string;
  telegramChat?: string;
}

/** `meetbot customer …`: what a customer may ask an operator for. */
export function addCustomerCommands(program: Command): void {
  const customer = program
    .command("customer")
    .description("Answer a customer's request about their data.");
  customer
    .command("delete")
    .description(
      "Delete every conversation in which an email was named, or the one with a customer of Messenger or Telegram, with all it holds.",
    )
    .option("--email <email>", "the customer's email, or the shop's name of their account")
    .option("--messenger-user <id>", "the customer's page-scoped id, with --bot")
    .option("--telegram-chat <id>", "the customer's id on Telegram, with --bot")
    .option("--bot <id>", "the bot that they wrote to")
    .action(deleteCustomer);
  customer
    .command("unlink")
    .description("Unlink all chats from an account of the shop, or from all accounts, at once.")
    .requiredOption("--bot <id>", "the bot whose chats are linked")
    .option("--email <email>", "the customer's email, or the shop's name of their account")
    .option("--all", "all links of the bot, such as after its identity secret leaked")
    .action(unlinkCustomer);
}

interface UnlinkOptions {
  bot: string;
  email?: string;
  all?: boolean;
}

async function unlinkCustomer({ bot, email, all = false }: UnlinkOptions): Promise<void> {
  if (all === (email !== undefined)) {
    throw new WrongUseError("Say whose chats to unlink: --email, or --all.");
  }
  await withStore(async (store) => {
    if (!(await store.bots.find(bot))) throw noSuchBot(bot);
    const unlinked = await store.links.unlink(bot, email ?? null, endingNow());
    print(`${unlinked} ${unlinked === 1 ? "chat" : "chats"} unlinked.`);
  });
}

async function deleteCustomer({ email, bot, ...known }: DeleteOptions): Promise<void> {
  const [onChannel, ...others] = toChannelCustomers(known);
  const isOne = others.length === 0 && (onChannel ? email === undefined : email !== undefined);
  if (!isOne || (onChannel !== undefined) !== (bot !== undefined)) {
    throw new WrongUseError(
      "Name the customer by --email, or by --messenger-user or --telegram-chat and --bot.",
    );
  }
  await withStore(async (store) => {
    if (bot !== undefined && !(await store.bots.find(bot))) throw noSuchBot(bot);
    const deleted =
      onChannel && bot !== undefined
        ? await store.channels.forget({ botId: bot, channel: onChannel.channel }, onChannel.keys)
        : await store.forgetCustomer(email ?? "");
    print(`${deleted} ${deleted === 1 ? "conversation" : "conversations"} deleted.`);
  });
}

/** Who was named by a platform's id, and by which keys they are known there. */
function toChannelCustomers({ messengerUser, telegramChat }: Omit<DeleteOptions, "email" | "bot">) {
  return [
    ...(messengerUser === undefined
      ? []
      : [{ channel: messenger.name, keys: keysOf(messengerUser) }]),
    ...(telegramChat === undefined ? [] : [{ channel: telegram.name, keys: [telegramChat] }]),
  ];
}
