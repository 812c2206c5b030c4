import type { Command } from "commander";
import { withStore } from "../storage.ts";

/** `meetbot customer …`: what a customer may ask an operator for. */
export function addCustomerCommands(program: Command): void {
  program
    .command("customer")
    .description("Answer a customer's request about their data.")
    .command("delete")
    .description("Delete every conversation in which an email was named, with all it holds.")
    .requiredOption("--email <email>", "the customer's email, or the shop's name of their account")
    .action(({ email }: { email: string }) =>
      withStore(async (store) => {
        const deleted = await store.forgetCustomer(email);
        console.log(`${deleted} ${deleted === 1 ? "conversation" : "conversations"} deleted.`);
      }),
    );
}
