import type { Action, MenuItem } from "../model/action.ts";
import type { Locale } from "../model/bot.ts";
import type { Choice, OutboundReply, Reply, TokenChoice } from "../model/reply.ts";

/** So many choices a conversation remembers: those of about the last five lists. */
const maxRememberedChoices = 30;

/** Menu actions have fixed payloads, the same in every conversation. */
const menuActions: Record<`menu:${MenuItem}`, Action> = {
  "menu:orders": { kind: "menu", item: "orders" },
  "menu:packages": { kind: "menu", item: "packages" },
  "menu:help": { kind: "menu", item: "help" },
  "menu:person": { kind: "menu", item: "person" },
  "menu:start_over": { kind: "menu", item: "start_over" },
  "menu:sign_out": { kind: "menu", item: "sign_out" },
};

type Choices = Record<string, Action>;

/** What a payload does in this conversation; `null`: nothing, or nothing any more. */
export function resolveChoice(payload: string, choices: Choices): Action | null {
  const known: Choices = { ...choices, ...menuActions };
  return Object.hasOwn(known, payload) ? (known[payload] ?? null) : null;
}

/**
 * Replaces what choices do by random tokens, so that no number hidden in one leaves the server. Each
 * choice gets its own, also where it does what another one did: two that are alike would tell that a
 * masked order is one whose number was typed.
 */
export function giveTokens(
  replies: Reply[],
  locale: Locale,
  remembered: Choices,
  newToken: () => string,
): { replies: OutboundReply[]; choices: Choices } {
  const given: [string, Action][] = [];
  const toToken = ({ title, action }: Choice): TokenChoice => {
    if (action.kind === "menu") return { title, payload: `menu:${action.item}` };
    const payload = newToken();
    given.push([payload, action]);
    return { title, payload };
  };
  const outbound = replies.map(
    ({ choices, ...reply }): OutboundReply =>
      choices?.length ? { ...reply, locale, choices: choices.map(toToken) } : { ...reply, locale },
  );
  const choices = [...Object.entries(remembered), ...given].slice(-maxRememberedChoices);
  return { replies: outbound, choices: Object.fromEntries(choices) };
}
