import type { Action, MenuItem } from "@meetbot/model/conversation/action.ts";
import type { GivenChoice } from "@meetbot/model/conversation/conversation.ts";
import type { Locale } from "@meetbot/model/conversation/locale.ts";
import type { Choice, OutboundReply, Reply } from "@meetbot/model/conversation/reply.ts";

/** The most choices that a conversation remembers: those of about the last five lists. */
const maxRememberedChoices = 30;

/** Menu actions have the same fixed payloads in every conversation. */
const menuActions = {
  "menu:orders": { kind: "menu", item: "orders" },
  "menu:packages": { kind: "menu", item: "packages" },
  "menu:help": { kind: "menu", item: "help" },
  "menu:person": { kind: "menu", item: "person" },
  "menu:start_over": { kind: "menu", item: "start_over" },
  "menu:sign_out": { kind: "menu", item: "sign_out" },
} satisfies Record<`menu:${MenuItem}`, Action>;

const isMenuPayload = (payload: string): payload is keyof typeof menuActions =>
  Object.hasOwn(menuActions, payload);

/** Whether a payload is a menu button that leads to the bot. */
export const opensMenu = (payload: string): boolean =>
  isMenuPayload(payload) && payload !== "menu:person" && payload !== "menu:sign_out";

/** Returns the action of a payload in this conversation; `null` when it has none, or none now. */
export function resolveChoice(payload: string, choices: GivenChoice[]): Action | null {
  if (isMenuPayload(payload)) return menuActions[payload];
  return choices.find(({ token }) => token === payload)?.action ?? null;
}

/**
 * Replaces the actions of choices with random tokens, so that no number hidden in one leaves the server. Each choice
 * gets its own token, even for an equal action: two equal tokens would reveal that a masked order is one whose number
 * the customer typed.
 */
export function issueTokens(
  replies: Reply[],
  locale: Locale,
  remembered: GivenChoice[],
  newToken: () => string,
): { replies: OutboundReply[]; choices: GivenChoice[] } {
  const given: GivenChoice[] = [];
  const toToken = ({ action, ...shown }: Choice) => {
    if (action.kind === "menu") return { ...shown, payload: `menu:${action.item}` };
    const token = newToken();
    given.push({ token, action });
    return { ...shown, payload: token };
  };
  const outbound = replies.map(
    ({ choices, ...reply }): OutboundReply =>
      choices?.length ? { ...reply, locale, choices: choices.map(toToken) } : { ...reply, locale },
  );
  return { replies: outbound, choices: [...remembered, ...given].slice(-maxRememberedChoices) };
}
