import { renderChatCommand } from "./chat-command.ts";
import type { Shopper } from "./find-shopper.ts";
import { escapeHtml, renderPage } from "./render-page.ts";
import type { Shop } from "./shop.ts";
import type { IdentityKey } from "./vouch.ts";

interface HomeVisit {
  visitor: Shopper | null;
  identityKey: IdentityKey | undefined;
  /** The page that a guest asked for and comes back to after signing in; `null`: none. */
  next: string | null;
}

/** The front door: what this shop is, who can sign in, and how a guest asks the bot. */
export function renderHomePage(shop: Shop, { visitor, identityKey, next }: HomeVisit): string {
  const body = `<p>A demo shop: nothing here is for sale, and nobody here is real. Meetbot's bot answers questions
about its orders.</p>
${next ? '<p class="note">Sign in to see that page. You come back to it afterwards.</p>' : ""}
<h2>Sign in</h2>
<p>There are no passwords here: choose whom to be.</p>
<ul class="shoppers">
${findEntries(shop)
  .map((entry) => renderEntry(entry, next))
  .join("\n")}
</ul>
${visitor ? "" : renderGuestChat(identityKey)}`;
  return renderPage("Lantern Street 灯笼街", body, visitor);
}

interface Entry extends Shopper {
  orders: number;
}

function findEntries({ database }: Shop): Entry[] {
  return database
    .prepare(
      `SELECT name, email, count(number) AS orders
       FROM shoppers LEFT JOIN orders ON shopper_email = email
       GROUP BY email ORDER BY orders DESC, email`,
    )
    .all() as unknown as Entry[];
}

function renderEntry({ name, email, orders }: Entry, next: string | null): string {
  const back = next ? `<input type="hidden" name="next" value="${escapeHtml(next)}">` : "";
  return `<li>
<span>${escapeHtml(name)}<br><small>${escapeHtml(email)}: ${orders} orders</small></span>
<form method="post" action="/login">${back}
<button name="email" value="${escapeHtml(email)}">Sign in as ${escapeHtml(name)}</button></form>
</li>`;
}

function renderGuestChat(identityKey: IdentityKey | undefined): string {
  return `<h2>Ask the bot as a guest</h2>
${renderChatCommand(identityKey)}
<p>Write, for example, <q>where is my order? my email is yilia@meetbot.biz</q>. A typed email
proves nothing, so a guest is told little; a shopper who is signed in is told everything.</p>`;
}
