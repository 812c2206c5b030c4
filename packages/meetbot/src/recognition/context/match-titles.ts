/** Which of several things, each with its titles, a sentence names: their places, the likeliest only. */
export function matchTitles(_sentence: string, _titles: readonly (readonly string[])[]): number[] {
  return [];
}
