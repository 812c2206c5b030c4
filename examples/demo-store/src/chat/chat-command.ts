import type { IdentityKey } from "../database/shop.ts";
import { escapeHtml } from "../html/html.ts";
import { inLanguage } from "../html/in-language.ts";
import type { Visit } from "../visits/visit.ts";

/**
 * The command that opens the bot in a terminal: for a guest, or with an identity for the shopper
 * it names. The stylesheet lets one click select all of it.
 */
export function renderChatCommand(
  visit: Visit,
  key: IdentityKey | undefined,
  identity?: string,
): string {
  const bot = key ? renderOption("--bot", key.botId) : "";
  const shopper = identity ? renderOption("--identity", identity) : "";
  return `<p>${inLanguage(visit, "In a terminal; one click selects it all:", "在终端里运行，点一下即可全选：")}</p>
<pre><code>npx meetbot chat${bot}${shopper}</code></pre>
<p>${inLanguage(visit, elsewhere, "如果 Meetbot 不在本机的 4400 端口上，请加上 --url 和它的地址。")}</p>`;
}

const elsewhere =
  "If Meetbot does not run on port 4400 of this machine, add --url and where it runs.";

/** A name in one piece: a line broken within its two hyphens is hard to read. */
function renderOption(name: string, value: string): string {
  return ` <span>${name}</span> ${escapeHtml(value)}`;
}
