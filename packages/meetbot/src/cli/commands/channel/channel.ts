import type { Command } from "commander";
import { addConnectCommand } from "./messenger-connect.ts";
import { addDisconnectCommand } from "./messenger-disconnect.ts";
import { addInspectCommand } from "./messenger-inspect.ts";
import { addStatusCommand } from "./messenger-status.ts";
import { addTemplatesCommand } from "./messenger-templates.ts";
import { addTelegramConnectCommand } from "./telegram-connect.ts";
import { addTelegramDisconnectCommand } from "./telegram-disconnect.ts";
import { addTelegramInspectCommand } from "./telegram-inspect.ts";
import { addTelegramStatusCommand } from "./telegram-status.ts";

/** `meetbot channel …`: manages the channels of a bot other than the chat on the shop's page. */
export function addChannelCommands(program: Command): void {
  const channel = program
    .command("channel")
    .description("Other ways for customers to reach a bot.");
  const messenger = channel.command("messenger").description("Facebook Messenger.");
  addConnectCommand(messenger);
  addStatusCommand(messenger);
  addDisconnectCommand(messenger);
  addTemplatesCommand(messenger);
  addInspectCommand(messenger);
  const telegram = channel.command("telegram").description("Telegram.");
  addTelegramConnectCommand(telegram);
  addTelegramStatusCommand(telegram);
  addTelegramDisconnectCommand(telegram);
  addTelegramInspectCommand(telegram);
}
