import { setNonce } from "get-nonce";
import { pushWorker } from "../pages/inbox/alerts/push-worker.ts";

/** The page's nonce, with which its style elements are let in. */
export const nonce = document.querySelector<HTMLStyleElement>("#nonce")?.nonce ?? "";

/**
 * Lets components write style rules under the page's strict policy. Mantine sets the text of style elements through
 * `innerHTML`; the default policy allows such text if it cannot create an element, allows the one script that web push
 * runs, and refuses everything else.
 */
export function trustStyles(): void {
  setNonce(nonce);
  const { trustedTypes } = window as { trustedTypes?: TrustedTypePolicyFactory };
  trustedTypes?.createPolicy("default", {
    createHTML: (text) => (text.includes("<") ? null : text),
    createScriptURL: (url) => (url === pushWorker ? url : null),
  });
}

/** The part of the browser's Trusted Types that is used here. */
interface TrustedTypePolicyFactory {
  createPolicy(
    name: string,
    rules: Record<"createHTML" | "createScriptURL", (text: string) => string | null>,
  ): unknown;
}
