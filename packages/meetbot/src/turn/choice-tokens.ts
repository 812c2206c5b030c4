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
 * Replaces what choices do by random tokens, so that no number hidden in one leaves the server. What was
 * offered before keeps its token: a conversation that returns to the same orders remembers no more.
 */
export function giveTokens(
  replies: Reply[],
  locale: Locale,
  remembered: Choices,
  newToken: () => string,
): { replies: OutboundReply[]; choices: Choices } {
  const tokens = new Map(Object.entries(remembered).map(([token, does]) => [toKey(does), token]));
  const choices = new Map(Object.entries(remembered));
  const toToken = ({ title, action }: Choice): TokenChoice => {
    if (action.kind === "menu") return { title, payload: `menu:${action.item}` };
    const payload = tokens.get(toKey(action)) ?? newToken();
    tokens.set(toKey(action), payload);
    choices.delete(payload);
    choices.set(payload, action);
    return { title, payload };
  };
  const outbound = replies.map(
    ({ choices, ...reply }): OutboundReply =>
      choices?.length ? { ...reply, locale, choices: choices.map(toToken) } : { ...reply, locale },
  );
  const latest = [...choices].slice(-maxRememberedChoices);
  return { replies: outbound, choices: Object.fromEntries(latest) };
}

const toKey = (action: Action) => JSON.stringify(action);
