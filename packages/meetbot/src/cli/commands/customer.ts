import { WrongUseError } from "@meetbot/conformance/terminal/failure.ts";
import { print } from "@meetbot/conformance/terminal/print.ts";
import type { Command } from "commander";
import { keysOf } from "../../channels/messenger/graph/page-customer.ts";
import { messenger } from "../../channels/messenger/messenger.ts";
import { endingNow } from "../../operations/secrets/ending-now.ts";
import { noSuchBot } from "../options/no-such-bot.ts";
import { withStore } from "../options/storage.ts";

interface DeleteOptions {
  email?: string;
  bot?: string;
  messengerUser?: string;
}

/** `meetbot customer …`: what a customer may ask an operator for. */
export function addCustomerCommands(program: Command): void {
  const customer = program
    .command("customer")
    .description("Answer a customer's request about their data.");
  customer
    .command("delete")
    .description(
      "Delete every conversation in which an email was named, or the one with a customer of Messenger, with all it holds.",
    )
    .option("--email <email>", "the customer's email, or the shop's name of their account")
    .option("--messenger-user <id>", "the customer's page-scoped id, with --bot")
    .option("--bot <id>", "the bot through which that page speaks")
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

async function deleteCustomer({ email, bot, messengerUser }: DeleteOptions): Promise<void> {
  const byUser = messengerUser !== undefined && bot !== undefined;
  const byEmail = email !== undefined;
  if (byUser === byEmail || (byEmail && (bot ?? messengerUser) !== undefined)) {
    throw new WrongUseError("Name the customer by --email, or by --messenger-user and --bot.");
  }
  await withStore(async (store) => {
    if (byUser && !(await store.bots.find(bot))) throw noSuchBot(bot);
    const deleted = byUser
      ? await store.channels.forget({ botId: bot, channel: messenger.name }, keysOf(messengerUser))
      : await store.forgetCustomer(email ?? "");
    print(`${deleted} ${deleted === 1 ? "conversation" : "conversations"} deleted.`);
  });
}
