/** The API page's URL parameters: search words and the open operation. */
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
