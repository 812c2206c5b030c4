/** The URL parameters of the operators page. */
export interface OperatorSearch {
  tab?: "audit";
  /** One kind of entries of the log. */
  action?: string;
}

export function readOperatorSearch({ tab, action }: Record<string, unknown>): OperatorSearch {
  return {
    ...(tab === "audit" && { tab }),
    ...(typeof action === "string" && { action }),
  };
}
