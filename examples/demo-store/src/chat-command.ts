import { escapeHtml } from "./html.ts";
import type { IdentityKey } from "./shop.ts";

/**
 * The command that opens the bot in a terminal: for a guest, or with an identity for the shopper
 * it names. The stylesheet lets one click select all of it, because no script may copy it.
 */
export function renderChatCommand(key: IdentityKey | undefined, identity?: string): string {
  const bot = key ? renderOption("--bot", key.botId) : "";
  const shopper = identity ? renderOption("--identity", identity) : "";
  return `<p>In a terminal; one click selects it all:</p>
<pre><code>npx meetbot chat${bot}${shopper}</code></pre>
<p>If Meetbot does not run on port 4400 of this machine, add <code>--url</code> and where it runs.</p>`;
}

/** A name in one piece: a line broken within its two hyphens is hard to read. */
function renderOption(name: string, value: string): string {
  return ` <span>${name}</span> ${escapeHtml(value)}`;
}
