import type { Command } from "commander";
import { noSuchBot, WrongUseError } from "../failure.ts";
import { withStore } from "../storage.ts";

interface DeleteOptions {
  email?: string;
  bot?: string;
  messengerUser?: string;
}

/** `meetbot customer …`: what a customer may ask an operator for. */
export function addCustomerCommands(program: Command): void {
  program
    .command("customer")
    .description("Answer a customer's request about their data.")
    .command("delete")
    .description(
      "Delete every conversation in which an email was named, or the one with a customer of Messenger, with all it holds.",
    )
    .option("--email <email>", "the customer's email, or the shop's name of their account")
    .option("--messenger-user <id>", "the customer's page-scoped id, with --bot")
    .option("--bot <id>", "the bot through which that page speaks")
    .action(deleteCustomer);
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
      ? await store.messenger.forget(bot, messengerUser)
      : await store.forgetCustomer(email ?? "");
    console.log(`${deleted} ${deleted === 1 ? "conversation" : "conversations"} deleted.`);
  });
}
