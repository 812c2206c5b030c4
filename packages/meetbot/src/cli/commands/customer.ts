import { WrongUseError } from "@meetbot/conformance/terminal/failure.ts";
import { print } from "@meetbot/conformance/terminal/print.ts";
import { type Command, Option } from "commander";
import { pushChannelsOf, registry } from "../../channels/registry.ts";
import { endingNow } from "../../operations/secrets/ending-now.ts";
import { noSuchBot } from "../options/no-such-bot.ts";
import { withStore } from "../options/storage.ts";

/** With the ids of platforms by the names of their options. */
interface DeleteOptions extends Partial<Record<string, string>> {
  email?: string;
  account?: string;
  bot?: string;
}

/** How a customer of each channel is named. */
const channelOptions = pushChannelsOf(registry).map(({ name, customerId }) => ({
  ...{ channel: name, keysOf: customerId.keysOf },
  option: new Option(`--${name}-${customerId.noun} <id>`, `${customerId.meaning}, with --bot`),
}));

/** The help of `--account`, which takes the same as `--email`, for accounts that are not an email. */
const accountHelp = "likewise, such as their phone number: +8613812345678";

/** `meetbot customer …`: the requests about their data that a customer may make to an operator. */
export function addCustomerCommands(program: Command): void {
  const customer = program
    .command("customer")
    .description("Answer a customer's request about their data.");
  const remove = customer
    .command("delete")
    .description(
      "Delete every conversation in which an email was named, or the one with a customer of a platform, with all it holds.",
    )
    .option("--email <email>", "the customer's email, or the shop's name of their account")
    .option("--account <account>", accountHelp);
  for (const { option } of channelOptions) remove.addOption(option);
  remove.option("--bot <id>", "the bot that they wrote to").action(deleteCustomer);
  customer
    .command("unlink")
    .description("Unlink all chats from an account of the shop, or from all accounts, at once.")
    .requiredOption("--bot <id>", "the bot whose chats are linked")
    .option("--email <email>", "the customer's email, or the shop's name of their account")
    .option("--account <account>", accountHelp)
    .option("--all", "all links of the bot, such as after its identity secret leaked")
    .action(unlinkCustomer);
}

interface UnlinkOptions {
  bot: string;
  email?: string;
  account?: string;
  all?: boolean;
}

async function unlinkCustomer(options: UnlinkOptions): Promise<void> {
  const { bot, all = false } = options;
  const account = accountOf(options.email, options.account);
  if (all === (account !== undefined)) {
    throw new WrongUseError("Say whose chats to unlink: --email or --account, or --all.");
  }
  await withStore(async (store) => {
    if (!(await store.bots.find(bot))) throw noSuchBot(bot);
    const unlinked = await store.links.unlink(bot, account ?? null, endingNow());
    print(`${unlinked} ${unlinked === 1 ? "chat" : "chats"} unlinked.`);
  });
}

/** Who is named by both may be two people. */
function accountOf(email: string | undefined, account: string | undefined): string | undefined {
  if (email === undefined || account === undefined) return account ?? email;
  throw new WrongUseError("Name one account: --email or --account.");
}

async function deleteCustomer({
  email,
  account: named,
  bot,
  ...ids
}: DeleteOptions): Promise<void> {
  const account = accountOf(email, named);
  const [onChannel, ...others] = toChannelCustomers(ids);
  const isOne = others.length === 0 && (onChannel ? account === undefined : account !== undefined);
  if (!isOne || (onChannel !== undefined) !== (bot !== undefined)) {
    const flags = channelOptions.map(({ option }) => option.long).join(" or ");
    throw new WrongUseError(`Name the customer by --email or --account, or by ${flags} and --bot.`);
  }
  await withStore(async (store) => {
    if (bot !== undefined && !(await store.bots.find(bot))) throw noSuchBot(bot);
    const deleted =
      onChannel && bot !== undefined
        ? await store.channels.forget({ botId: bot, channel: onChannel.channel }, onChannel.keys)
        : await store.forgetCustomer(account ?? "");
    print(
      `${deleted} ${deleted === 1 ? "conversation" : "conversations"} deleted.`,
      ...(await store.movedBots.arriving()).map(arrivingLine),
    );
  });
}

const arrivingLine = (bot: string) =>
  `${bot} is on its way here, and this reached nothing of it. Run meetbot bot move ${bot} again where it began, then this command again.`;

/** Returns the customers given by a platform's ID, with the keys that identify them there. */
function toChannelCustomers(ids: Partial<Record<string, string>>) {
  return channelOptions.flatMap(({ channel, option, keysOf }) => {
    const id = ids[option.attributeName()];
    return id === undefined ? [] : [{ channel, keys: keysOf(id) }];
  });
}
