/** The origin in what was typed or pasted; `null`: there is none. A path is left out. */
export function readOrigin(typed: string): string | null {
  const text = typed.trim();
  const url = URL.parse(/^[a-z]+:\/\//i.test(text) ? text : `https://${text}`);
  const isWeb = url !== null && ["http:", "https:"].includes(url.protocol);
  if (!isWeb || url.hostname.includes("*") || url.username !== "" || text === "") return null;
  return url.origin;
}
