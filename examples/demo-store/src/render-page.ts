import type { Shopper } from "./find-shopper.ts";

/**
 * Makes a page whose title is also its heading. `body` is HTML, `title` is plain text; `visitor` is
 * who is signed in, `null` for a guest.
 */
export function renderPage(title: string, body: string, visitor: Shopper | null): string {
  const heading = escapeHtml(title);
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${heading}</title>
<link rel="icon" href="/products/paper-lantern.svg">
<link rel="stylesheet" href="/style.css">
<header>
<a href="/">Lantern Street 灯笼街</a>
<nav>${visitor ? renderSignedIn(visitor) : "You are a guest"}</nav>
</header>
<main>
<h1>${heading}</h1>
${body}
</main>
</html>
`;
}

function renderSignedIn({ name }: Shopper): string {
  return `<a href="/account">${escapeHtml(name)}</a>
<form method="post" action="/logout"><button>Sign out</button></form>`;
}

/** A page that only says something, with a way back. Both are plain text. */
export function renderNotice(title: string, text: string, visitor: Shopper | null): string {
  const body = `<p>${escapeHtml(text)}</p>
<p><a href="/">Back to the front page</a></p>`;
  return renderPage(title, body, visitor);
}

/** Plain text as HTML, in elements and in quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
