/** What of the page stands in its address. Data of customers never does. */
export interface WebhookSearch {
  tab?: "rules" | "history" | undefined;
  /** The run that is looked at. */
  run?: string | undefined;
  show?: FindingFilter | undefined;
  group?: string | undefined;
  /** The finding that is open. */
  rule?: string | undefined;
}

export type FindingFilter = "problems" | "all" | "pass" | "skipped";
export const findingFilters: readonly FindingFilter[] = ["problems", "all", "pass", "skipped"];

/** Reads what an address says, and leaves out what it makes up. */
export function readWebhookSearch(search: Record<string, unknown>): WebhookSearch {
  const text = (name: string) => {
    const value = search[name];
    return typeof value === "string" && /^[\w.-]{1,64}$/.test(value) ? value : undefined;
  };
  const tab = text("tab");
  const show = findingFilters.find((one) => one === text("show"));
  const [run, group, rule] = [text("run"), text("group"), text("rule")];
  return {
    ...((tab === "rules" || tab === "history") && { tab }),
    ...(run !== undefined && { run }),
    ...(show !== undefined && { show }),
    ...(group !== undefined && { group }),
    ...(rule !== undefined && { rule }),
  };
}
