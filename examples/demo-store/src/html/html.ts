/** Plain text as HTML, in elements and in quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** Plain text as HTML. Its Chinese is marked as such, to be read aloud and drawn rightly. */
export function toProse(text: string): string {
  return escapeHtml(text).replaceAll(chinese, (words) => `<span lang="zh-CN">${words}</span>`);
}

/** From one Chinese character to the last, with what stands between them. */
const chinese = /\p{Script=Han}(?:.*\p{Script=Han})?/gsu;
