import type { KeyObject } from "node:crypto";
import type { Action } from "@meetbot/model/conversation/action.ts";
import type { ConversationState } from "@meetbot/model/conversation/conversation.ts";
import type { ConversationRef } from "@meetbot/model/conversation/conversation-ref.ts";
import { openJson, sealJson } from "./sealed-json.ts";

/**
 * A state as stored. Many choices share an action, so each action is stored once: PostgreSQL moves whatever exceeds 2
 * kB of a row to a separate table, in pieces, on every turn.
 */
interface StoredState extends Omit<ConversationState, "choices"> {
  actions: Action[];
  /** Each choice's token, and the index of its action. */
  choices: [token: string, place: number][];
}

/** Seals a state under its conversation's key. */
export function sealState(key: KeyObject, ref: ConversationRef, state: ConversationState): Buffer {
  const actions: Action[] = [];
  const places = new Map<string, number>();
  // Actions opened together are already the same object, so each is serialized once.
  const known = new Map<Action, number>();
  const placeOf = (action: Action): number => {
    const text = JSON.stringify(action);
    const place = places.get(text) ?? actions.push(action) - 1;
    places.set(text, place);
    known.set(action, place);
    return place;
  };
  const choices = state.choices.map(({ token, action }): [string, number] => [
    token,
    known.get(action) ?? placeOf(action),
  ]);
  const stored: StoredState = { ...state, actions, choices };
  return sealJson(key, ref, "state", stored);
}

/** Decrypts a state sealed by {@link sealState}. */
export function openState(key: KeyObject, ref: ConversationRef, sealed: Buffer): ConversationState {
  const { actions, choices, ...state } = openJson<StoredState>(key, ref, "state", sealed);
  return {
    ...state,
    choices: choices.map(([token, place]) => ({ token, action: actions[place]! })),
  };
}
