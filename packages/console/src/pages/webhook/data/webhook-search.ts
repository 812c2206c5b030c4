/** The page's URL parameters. They never contain customer data. */
export interface WebhookSearch {
  tab?: "rules" | "history" | undefined;
  /** The run that is looked at. */
  run?: string | undefined;
  show?: FindingFilter | undefined;
  group?: string | undefined;
  /** The findings that are open, with commas between. */
  rule?: string | undefined;
}

export type FindingFilter = "problems" | "all" | "pass" | "skipped";
export const findingFilters: readonly FindingFilter[] = ["problems", "all", "pass", "skipped"];

/** Matches every list of rules that can be open at once; a longer list is invalid. */
const ruleList = /^[\w.,-]{1,4000}$/;

/** Parses the URL's search parameters, and drops invalid values. */
export function readWebhookSearch(search: Record<string, unknown>): WebhookSearch {
  const text = (name: string, form = /^[\w.-]{1,64}$/) => {
    const value = search[name];
    return typeof value === "string" && form.test(value) ? value : undefined;
  };
  const tab = text("tab");
  const show = findingFilters.find((one) => one === text("show"));
  const [run, group, rule] = [text("run"), text("group"), text("rule", ruleList)];
  return {
    ...((tab === "rules" || tab === "history") && { tab }),
    ...(run !== undefined && { run }),
    ...(show !== undefined && { show }),
    ...(group !== undefined && { group }),
    ...(rule !== undefined && { rule }),
  };
}
