import type { OperatorLocale } from "@meetbot/conformance/operator-locale.ts";
import type { FailureClass } from "@meetbot/model/outbound-message.ts";
import type { SendFailure } from "../../../channels/channel.ts";
import type { PageProblem } from "../../../channels/messenger/page/check-page.ts";
import { templateProblemOf } from "../../../channels/messenger/templates/send-template.ts";

/** A call to Meta for a page, other than sending. */
export type PageStep =
  | Extract<PageProblem, { kind: "refused" }>["step"]
  | "profile"
  | "read_profile"
  | "templates"
  | "delete_template"
  | "unsubscribe";

/** Explains what is wrong on Meta's side and how to fix it. */
export function explainProblem(problem: PageProblem, locale: OperatorLocale = "en"): string {
  const says = words[locale];
  switch (problem.kind) {
    case "refused":
      return explainRefusal(problem.step, problem.failure, locale);
    case "other_page":
      return says.otherPage(problem.pageId);
    case "token_invalid":
      return says.tokenInvalid;
    case "scopes_missing":
      return says.scopesMissing(problem.scopes);
    case "fields_missing":
      return says.fieldsMissing(problem.fields);
  }
}

/** Explains that Meta refused a call. Omits Meta's own message, which may repeat what was sent. */
export function explainRefusal(
  step: PageStep,
  failed: SendFailure,
  locale: OperatorLocale = "en",
): string {
  const says = words[locale];
  const { code, subcode, trace } = failed;
  const numbers = [
    code === undefined ? "" : `${says.code} ${code}${subcode === undefined ? "" : `/${subcode}`}`,
    trace === undefined ? "" : `${says.trace} ${trace}`,
  ].filter(Boolean);
  return says.refused(says.whatFailed[step], numbers, says.advice[adviceOn(step, failed)]);
}

type Advice =
  | "again"
  | "rate"
  | "restricted"
  | "secret"
  | "token"
  | "apps"
  | "page"
  | "utility"
  | "template";

function adviceOn(step: PageStep, failed: SendFailure): Advice {
  const isOfTemplates = step === "templates" || step === "delete_template";
  return (isOfTemplates && adviceOnTemplates(failed)) || adviceByClass(step, failed.failure);
}

/** `null`: it is no matter of templates. */
function adviceOnTemplates(failed: SendFailure): Advice | null {
  const problem = templateProblemOf(failed);
  if (problem === "permission") return "utility";
  return problem === "shape" || problem === "template" ? "template" : null;
}

function adviceByClass(step: PageStep, failure: FailureClass): Advice {
  switch (failure) {
    case "transient":
    case "ambiguous":
      return "again";
    case "rate":
    case "restricted":
      return failure;
    case "auth":
      return step === "token" ? "secret" : "token";
    default:
      return ["profile", "read_profile", "unsubscribe"].includes(step) ? "page" : "apps";
  }
}

interface ProblemWords {
  otherPage(pageId: string): string;
  tokenInvalid: string;
  scopesMissing(scopes: string[]): string;
  fieldsMissing(fields: string[]): string;
  code: string;
  trace: string;
  refused(what: string, numbers: string[], advice: string): string;
  whatFailed: Record<PageStep, string>;
  advice: Record<Advice, string>;
}

const words: Record<OperatorLocale, ProblemWords> = {
  en: {
    otherPage: (pageId) =>
      `The token belongs to the page ${pageId}, not to the one that was named. Give the id and the token of the same page.`,
    tokenInvalid:
      "Meta says that the page's token is not valid. Make a new one in the app's dashboard, under Messenger, Settings, and connect with it.",
    scopesMissing: (scopes) =>
      `The page's token may not do all that is needed: ${scopes.join(", ")} ${scopes.length === 1 ? "is" : "are"} missing. Grant it in the app's dashboard, make a new token, and connect with that.`,
    fieldsMissing: (fields) =>
      `The app does not hear of all that happens on the page: it is not subscribed to ${fields.join(", ")}. Subscribe again; if that does not help, add them in the app's dashboard, under Messenger, Webhooks, and connect again.`,
    code: "code",
    trace: "trace",
    refused: (what, numbers, advice) =>
      `Meta ${what}${numbers.length > 0 ? ` (${numbers.join(", ")})` : ""}. ${advice}`,
    whatFailed: {
      page: "did not say whose token this is",
      app: "did not say which app the token was made for",
      token: "did not say what the token may do",
      subscribe: "did not subscribe the app to the page's events",
      profile: "did not take the page's greeting and menu",
      read_profile: "did not say which greeting and menu the page has",
      templates: "did not take the message templates",
      delete_template: "did not delete the message template",
      unsubscribe: "did not end the app's subscription to the page's events",
    },
    advice: {
      again:
        "It may not be reachable from here (MEETBOT_GRAPH_URL, if that is set), or is down for the moment. Try again soon.",
      rate: "It was called too often. Try again in ten minutes.",
      restricted: "It restricts this page: see the page's quality tab on Facebook.",
      secret:
        "The secret is not the one of the app that the token was made for: compare the app secret with the app's basic settings.",
      token:
        "The token is not valid, or lacks a permission: make a new one in the app's dashboard, under Messenger, Settings.",
      apps: "The token and the secret may be of two apps: compare both with the app's dashboard.",
      page: "Check the connection: it says what is wrong at Meta's side.",
      utility:
        "The page's token may not use message templates: pages_utility_messaging is missing. Add it to the app in the app's dashboard, make a new token, and connect the page with it. Meta offers it for pages of others only after one try to publish, and up to a day later; a page of another business than the app's is refused.",
      template:
        "It is not of a form that Meta takes, or a template of that name stands in its way. Look at the page's templates in Meta Business Suite, delete what has the same name there, and publish again.",
    },
  },
  zh: {
    otherPage: (pageId) =>
      `该令牌属于主页 ${pageId}，与填写的主页不一致。请填写同一个主页的 ID 和令牌。`,
    tokenInvalid:
      "Meta 表示主页令牌无效。请在应用后台的“Messenger → 设置”中重新生成令牌，再用它连接。",
    scopesMissing: (scopes) =>
      `主页令牌缺少权限：${scopes.join("、")}。请在应用后台授予权限，重新生成令牌后再连接。`,
    fieldsMissing: (fields) =>
      `应用没有订阅主页的全部事件，缺少：${fields.join("、")}。请重新订阅；如果仍然缺少，请在应用后台的“Messenger → Webhooks”中添加后重新连接。`,
    code: "代码",
    trace: "追踪号",
    refused: (what, numbers, advice) =>
      `Meta ${what}${numbers.length > 0 ? `（${numbers.join("，")}）` : ""}。${advice}`,
    whatFailed: {
      page: "没有说明令牌属于哪个主页",
      app: "没有说明令牌属于哪个应用",
      token: "没有说明令牌的权限",
      subscribe: "没有为应用订阅主页事件",
      profile: "没有接受主页的欢迎语和菜单",
      read_profile: "没有返回主页现有的欢迎语和菜单",
      templates: "没有接受消息模板",
      delete_template: "没有删除消息模板",
      unsubscribe: "没有取消应用对主页事件的订阅",
    },
    advice: {
      again:
        "可能是从本服务器无法访问（如果设置了 MEETBOT_GRAPH_URL，请检查），也可能是暂时故障，请稍后重试。",
      rate: "调用过于频繁，请十分钟后重试。",
      restricted: "Meta 限制了该主页，请在 Facebook 上查看主页质量页面。",
      secret: "应用密钥与令牌所属的应用不符，请与应用“基本设置”中的密钥核对。",
      token: "令牌无效或缺少权限，请在应用后台的“Messenger → 设置”中重新生成。",
      apps: "令牌和密钥可能属于两个不同的应用，请分别与应用后台核对。",
      page: "请检查连接，检查结果会说明 Meta 那边的问题。",
      utility:
        "主页令牌没有使用消息模板的权限，缺少 pages_utility_messaging。请在应用后台为应用添加该权限，重新生成令牌并用它连接主页。如果主页归他人所有，要先尝试发布一次，Meta 才会开放该权限的申请，最多需要一天；主页与应用不属于同一商家时会被拒绝。",
      template:
        "模板格式不被 Meta 接受，或已有同名模板。请在 Meta Business Suite 中查看主页的模板，删除同名模板后重新发布。",
    },
  },
};
