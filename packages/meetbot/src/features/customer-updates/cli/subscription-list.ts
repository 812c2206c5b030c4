import { print, printJson } from "@meetbot/conformance/terminal/print.ts";
import type { LoggedSubscription, SubscriptionFilter } from "@meetbot/model/push/push-log.ts";
import { type Command, Option } from "commander";
import { noSuchBot } from "../../../cli/options/no-such-bot.ts";
import { withStore } from "../../../cli/options/storage.ts";
import { lastOption } from "../../../cli/terminal/last-option.ts";
import { maskSubject } from "../events/mask-subject.ts";

interface ListOptions {
  bot: string;
  state?: SubscriptionFilter["state"];
  conversation?: string;
  last: number;
  json?: boolean;
}

/** `meetbot subscription list`: lists current and past subscriptions, newest first. */
export function addListCommand(subscription: Command): void {
  subscription
    .command("list")
    .description("List customers' subscriptions, newest first, with numbers and accounts masked.")
    .requiredOption("--bot <id>", "which bot")
    .addOption(new Option("--state <state>", "only these").choices(["living", "ended"]))
    .option("--conversation <id>", "only of this conversation")
    .addOption(lastOption())
    .option("--json", "print one JSON array")
    .addHelpText("after", "\nWhat has ended stays in it for 30 days: it proves the consent.")
    .action(list);
}

async function list(options: ListOptions): Promise<void> {
  const { bot: botId, state, conversation: conversationId, last, json } = options;
  const { rows } = await withStore(async ({ bots, pushLog }) => {
    if (!(await bots.find(botId))) throw noSuchBot(botId);
    const page = { limit: last, below: null };
    return pushLog.subscriptions(botId, { state, conversationId }, page);
  });
  const facts = rows.map(toFacts);
  if (json) return printJson(facts);
  if (facts.length === 0) print("No customer has subscribed to anything.");
  for (const one of facts) print(oneLine(one));
}

/** The keys are a public contract, and the same as in the admin API. */
function toFacts(one: LoggedSubscription) {
  return {
    ...{ subscription_id: one.id, conversation_id: one.conversationId, channel: one.channel },
    ...{ scope: one.scope, subject: maskSubject(one), source: one.source },
    ...{ wording: one.wording, locale: one.locale },
    created_at: one.createdAt.toISOString(),
    ends_at: one.endsAt?.toISOString() ?? null,
    ended_at: one.endedAt?.toISOString() ?? null,
    ended_by: one.endedBy,
  };
}

function oneLine(one: ReturnType<typeof toFacts>): string {
  const end = one.ended_at === null ? "living" : `ended ${one.ended_at} by ${one.ended_by}`;
  const what = `${one.scope.padEnd(7)}  ${one.subject.padEnd(8)}  ${one.source.padEnd(9)}`;
  return `${one.created_at}  ${one.subscription_id}  ${one.conversation_id}  ${one.channel}  ${what}  ${end}`;
}
