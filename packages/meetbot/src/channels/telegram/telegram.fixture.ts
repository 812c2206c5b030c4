import type { CgroupScope } from "../../../test/fixtures/machine.ts";
import {
  type SimulatorOptions,
  startTelegramSimulator,
} from "../../telegram-simulator/start-telegram-simulator.ts";
import { type BotAccess, telegramAt } from "./api/telegram-api.ts";

export const botId = 7712345678;
export const access: BotAccess = { token: `${botId}:AAFakeTokenOfATestBot_-0123456789abc` };
export const customer = 5361720349;
export const publicUrl = "https://chat.example.com/channels/telegram/bot_1";
export const secretToken = "agreed_Secret-1";

/** A Telegram of its own for each test, in which the customer has just written. */
export async function startTelegram(scope: CgroupScope, options: Partial<SimulatorOptions> = {}) {
  const simulator = await startTelegramSimulator({
    bots: [{ token: access.token, name: "A shop", username: "a_shop_bot" }],
    ...options,
  });
  scope.after(() => simulator.close());
  await simulator.say(botId, customer, "hi");
  return { simulator, api: telegramAt(simulator.url) };
}

/** The body of a webhook request with this update. */
export const bodyOf = (update: object) => JSON.stringify({ update_id: 910000001, ...update });

const mei = { id: customer, is_bot: false, first_name: "Mei", language_code: "zh-hans" };

/** A message of the customer to the bot, with what differs. */
export const messageOf = (fields: object) => ({
  message_id: 11,
  from: mei,
  chat: { id: customer, first_name: "Mei", type: "private" },
  date: 1_790_000_000,
  ...fields,
});

/** The same in a group. */
export const groupMessageOf = (fields: object) =>
  messageOf({ chat: { id: -1001305240521, title: "A group", type: "supergroup" }, ...fields });

/** A tap on a button below a message of the bot's. */
export const tapOf = (fields: object) => ({
  id: "23028512345678901",
  from: mei,
  message: messageOf({ from: { id: botId, is_bot: true, first_name: "A shop" } }),
  chat_instance: "-81234567890",
  ...fields,
});

/** A change of what the bot is in a chat. */
export const membershipOf = (status: string, fields: object = {}) => ({
  chat: { id: customer, type: "private" },
  from: mei,
  date: 1_790_000_050,
  old_chat_member: { user: { id: botId, is_bot: true }, status: "member" },
  new_chat_member: { user: { id: botId, is_bot: true }, status },
  ...fields,
});
