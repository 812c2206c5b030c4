import type { NodeBase } from "./open-base.ts";
import type { Outside } from "./open-outside.ts";

/**
 * Opens the sign-in of operators. Loads it lazily, which takes a quarter of a second: commands that run no server do
 * not need it.
 */
export async function openSignIn(
  { store, ownOrigins, settings, log }: NodeBase,
  singleSignOn: Outside["identityProvider"],
) {
  const { createSignIn } = await import("../sign-in/create-sign-in.ts");
  return createSignIn({
    ...{ ...store, ownOrigins, singleSignOn, secondFactor: settings.secondFactor },
    isSecure: ownOrigins.every((origin) => origin.startsWith("https:")),
    onFault: (codes) => log.warn(codes, "the identity provider let nobody in"),
  });
}
