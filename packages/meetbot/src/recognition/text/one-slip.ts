/** Whether one letter added, dropped, changed or swapped with its neighbor makes one the other. */
export function isOneSlipApart(word: string, keyword: string): boolean {
  let start = 0;
  while (start < word.length && word[start] === keyword[start]) start += 1;
  const rest = word.slice(start);
  const wanted = keyword.slice(start);
  if (rest.length > wanted.length) return rest.slice(1) === wanted;
  if (rest.length < wanted.length) return rest === wanted.slice(1);
  const isSwap = rest[0] === wanted[1] && rest[1] === wanted[0];
  return rest.slice(1) === wanted.slice(1) || (isSwap && rest.slice(2) === wanted.slice(2));
}
