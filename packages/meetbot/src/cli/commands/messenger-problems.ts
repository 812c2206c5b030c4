import type { PageProblem } from "../../channels/messenger/check-page.ts";
import type { FailureClass, GraphFailure } from "../../channels/messenger/classify-failure.ts";

type Step = Extract<PageProblem, { kind: "refused" }>["step"] | "profile" | "unsubscribe";

/** What is wrong at Meta's side, and what to do. */
export function explainProblem(problem: PageProblem): string {
  switch (problem.kind) {
    case "refused":
      return explainRefusal(problem.step, problem.failure);
    case "other_page":
      return `The token belongs to the page ${problem.pageId}, not to the one named by --page-id. Give the id and the token of the same page.`;
    case "token_invalid":
      return "Meta says that the page's token is not valid. Make a new one in the app's dashboard, under Messenger, Settings, and connect with it.";
    case "scopes_missing":
      return `The page's token may not do all that is needed: ${problem.scopes.join(", ")} ${problem.scopes.length === 1 ? "is" : "are"} missing. Grant it in the app's dashboard, make a new token, and connect with that.`;
    case "fields_missing":
      return `The app is subscribed to the page, but without ${problem.fields.join(", ")}. Add them in the app's dashboard, under Messenger, Webhooks, and connect again.`;
  }
}

/** Meta did not take a call. Its own words are left out: they may repeat what was sent. */
export function explainRefusal(step: Step, failure: GraphFailure): string {
  const { code, subcode, trace } = failure;
  const numbers = [
    code === undefined ? "" : `code ${code}${subcode === undefined ? "" : `/${subcode}`}`,
    trace === undefined ? "" : `trace ${trace}`,
  ].filter(Boolean);
  const said = numbers.length > 0 ? ` (${numbers.join(", ")})` : "";
  return `Meta ${whatFailed[step]}${said}. ${advice(step, failure.failure)}`;
}

const whatFailed: Record<Step, string> = {
  page: "did not say whose token this is",
  app: "did not say which app the token was made for",
  token: "did not say what the token may do",
  subscribe: "did not subscribe the app to the page's events",
  profile: "did not take the page's greeting and menu",
  unsubscribe: "did not end the app's subscription to the page's events",
};

function advice(step: Step, failure: FailureClass): string {
  switch (failure) {
    case "transient":
    case "ambiguous":
      return "It may not be reachable from here (MEETBOT_GRAPH_URL, if that is set), or is down for the moment. Try again soon.";
    case "rate":
      return "It was called too often. Try again in ten minutes.";
    case "restricted":
      return "It restricts this page: see the page's quality tab on Facebook.";
    case "auth":
      return step === "token"
        ? "The secret is not the one of the app that the token was made for: compare --app-secret with the app's basic settings."
        : "The token is not valid, or lacks a permission: make a new one in the app's dashboard, under Messenger, Settings.";
    default:
      return "The token and the secret may be of two apps: compare both with the app's dashboard.";
  }
}
