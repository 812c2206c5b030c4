import { CommandError } from "@meetbot/conformance/terminal/failure.ts";
import { note, printJson } from "@meetbot/conformance/terminal/print.ts";
import type { Command } from "commander";
import { ChannelError } from "../../../channels/channel.ts";
import type { MessengerEvent } from "../../../channels/messenger/inbound/messenger-event.ts";
import { readBody } from "../../../channels/messenger/inbound/read-body.ts";
import { readStdin } from "../../terminal/read-stdin.ts";

export function addInspectCommand(messenger: Command): void {
  messenger
    .command("inspect")
    .description("Show what the channel reads out of a webhook body from standard input.")
    .addHelpText(
      "after",
      "\nPrints a JSON line for each event. Nothing is sent, and nothing is kept.",
    )
    .action(async () => {
      if (process.stdin.isTTY) note("One webhook body; Ctrl+D ends.");
      const { events, changes } = read(await readStdin());
      for (const event of events) printJson(describe(event));
      for (const { page, field } of changes) {
        note(`Page ${page ?? "?"} changed: ${field ?? "?"}. That is no event of a customer.`);
      }
    });
}

/** Parses the body. Shows bytes that are not UTF-8 as such, as the rest of the body may still be readable. */
function read(body: Buffer) {
  try {
    return readBody(new TextDecoder().decode(body));
  } catch (error) {
    if (error instanceof ChannelError) {
      throw new CommandError(`${error.message} Give the body of one request, as it came.`);
    }
    throw error;
  }
}

/** The keys are a public contract; absent values are left out. */
function describe(event: MessengerEvent) {
  const { kind, page, user, mid, timestampMs, text, payload, standby, repliable } = event;
  return {
    kind,
    page,
    user,
    mid,
    timestamp_ms: timestampMs,
    text,
    payload,
    standby,
    repliable,
  };
}
