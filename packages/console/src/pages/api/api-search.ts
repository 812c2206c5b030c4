/** What the address of the API page says: the words sought, and the operation that is open. */
export interface ApiSearch {
  q?: string;
  operation?: string;
}

export function readApiSearch({ q, operation }: Record<string, unknown>): ApiSearch {
  return {
    ...(typeof q === "string" && q !== "" && { q }),
    ...(typeof operation === "string" && { operation }),
  };
}
