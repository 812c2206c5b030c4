import type { DialogState, OnScreen } from "@meetbot/model/conversation/dialog-state.ts";
import type { Narrowing, Recognition } from "@meetbot/model/conversation/recognition.ts";
import type { DialogContext } from "../dialogs/moves.ts";
import { isInState } from "./in-state.ts";
import { onScreen } from "./on-screen.ts";

/** Returns what an utterance refers to on the screen, by place or by goods; nothing if it refers to none. */
export function named(
  state: DialogState,
  said: Pick<Recognition, "ordinals" | "picked" | "text">,
  { namedGoods }: DialogContext,
): OnScreen[] {
  const counted = placesIn(said).flatMap((place) => {
    const one = place === 0 ? otherThan(state) : state.shown.at(place > 0 ? place - 1 : place);
    return one ? [one] : [];
  });
  if (counted.length > 0) return [...new Set(counted)];
  if (!state.shown.some(({ titles }) => titles.length > 0)) return [];
  const places = namedGoods(
    said.text,
    state.shown.map(({ titles }) => titles),
  );
  return places.flatMap((place) => state.shown[place] ?? []);
}

/** Returns the orders on the screen that are, or are not, in a state; an empty list if that describes all of them. */
export function inState({ shown }: DialogState, { state, not }: Narrowing): OnScreen[] {
  if (!state) return [];
  const known = shown.flatMap((one) =>
    one.stage ? [{ one, is: isInState(one.stage, state) }] : [],
  );
  const meant = known.filter(({ is }) => is !== (not === true)).map(({ one }) => one);
  return meant.length < shown.length ? meant : [];
}

/** “The other one”: the last entry on the screen that is not in focus; without a focus, the first. */
function otherThan({ shown, focus }: DialogState): OnScreen | undefined {
  return focus === null ? shown[0] : shown.findLast(({ number }) => number !== focus);
}

/**
 * Returns the order or package that an unspecific question refers to: the one discussed last, or the only one on the
 * screen.
 */
export function spokenOf(state: DialogState): OnScreen | undefined {
  if (state.focus !== null) return onScreen(state, state.focus);
  return state.shown.length === 1 ? state.shown[0] : undefined;
}

/** An order whose parcels are on the screen, and the parcels that the customer refers to; all if absent. */
export interface MeantParcels {
  one: OnScreen;
  parcels?: string[];
}

/**
 * Returns the parcels that an utterance counts, or the last ones described if the utterance continues about them;
 * `null` when it mentions no parcels.
 */
export function parcelsMeant(
  state: DialogState,
  said: Pick<Recognition, "ordinals" | "picked" | "counts" | "refersBack" | "about" | "intent">,
): MeantParcels | null {
  const one = spokenOf(state);
  const { parcels, meantParcels = [] } = one ?? {};
  if (!one || !parcels) return null;
  const places = placesIn(said);
  if (places.length === 0) {
    const goesOn = said.intent !== "order_query" && (said.refersBack || said.about.length > 0);
    return meantParcels.length > 0 && goesOn ? { one, parcels: meantParcels } : null;
  }
  // With one order in several parcels, a bare ordinal counts parcels; with several orders, it does so only if the
  // customer says “parcel”.
  if (said.counts === "orders" || (said.counts !== "parcels" && state.shown.length > 1))
    return null;
  const counted = places.flatMap((place) =>
    place === 0
      ? parcels.filter((parcel) => !meantParcels.includes(parcel))
      : (parcels.at(place > 0 ? place - 1 : place) ?? []),
  );
  return counted.length > 0 ? { one, parcels: counted } : { one };
}

/** Returns the places, among what is shown, that an utterance counts. */
export function placesIn({ ordinals, picked }: Pick<Recognition, "ordinals" | "picked">): number[] {
  if (ordinals.length > 0) return ordinals;
  if (picked === "last") return [-1];
  return typeof picked === "number" ? [picked] : [];
}
