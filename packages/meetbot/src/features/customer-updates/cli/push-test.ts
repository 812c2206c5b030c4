import { CommandError } from "@meetbot/conformance/terminal/failure.ts";
import { print, printJson } from "@meetbot/conformance/terminal/print.ts";
import { type Command, Option } from "commander";
import { noSuchBot } from "../../../cli/options/no-such-bot.ts";
import { withStore } from "../../../cli/options/storage.ts";
import { explainUntested, type TestPush, testPush } from "../events/test-push.ts";

interface TestOptions {
  bot: string;
  method: TestPush["method"];
  conversation?: string;
  order?: string;
  json?: boolean;
}

/** `meetbot push test`: pushes once as the shop would. */
export function addTestCommand(push: Command): void {
  push
    .command("test")
    .description("Push once as the shop would, and see in the log what becomes of it.")
    .requiredOption("--bot <id>", "which bot")
    .addOption(
      new Option("--method <method>", "what changed")
        .choices(["order.changed", "package.changed"])
        .default("package.changed"),
    )
    .option("--conversation <id>", "tell this one alone, of what it followed last")
    .option("--order <number>", "tell all that follow this order")
    .option("--json", "print one JSON object")
    .addHelpText(
      "after",
      "\nThe customer is told what your shop says at this moment. Who knows that already is not told again: the log says repeated or stale. A running server sends it.",
    )
    .action(run);
}

async function run({ bot: botId, method, conversation, order, json }: TestOptions): Promise<void> {
  if ((conversation === undefined) === (order === undefined)) {
    throw new CommandError("Give either --conversation <id> or --order <number>.");
  }
  const of =
    conversation === undefined ? { orderNumber: order ?? "" } : { conversationId: conversation };
  const tested = await withStore(async ({ bots, pushes, pushLog }) => {
    if (!(await bots.find(botId))) throw noSuchBot(botId);
    return testPush(botId, { method, of }, { pushes, pushLog, now: Date.now });
  });
  if (tested.outcome !== "accepted") {
    throw new CommandError(explainUntested(tested.outcome, { method, of }));
  }
  const { id, recipients } = tested;
  if (json) return printJson({ push_id: id, recipients });
  print(
    `Accepted as ${id}, for ${recipients} of your customers' conversations.`,
    `See what becomes of it: meetbot push show ${id} --bot ${botId}`,
  );
}
