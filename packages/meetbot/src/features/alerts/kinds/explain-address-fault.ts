import type { AlertKind } from "@meetbot/model/alert/alert-kind.ts";
import { explainVerdict } from "@meetbot/network/addresses/explain-verdict.ts";
import type { AddressFault } from "./read-address.ts";

/** An example URL for each type. */
const examples: Record<AlertKind, string> = {
  webhook: "https://example.com/hooks/meetbot",
  slack: "https://hooks.slack.com/services/…",
  teams:
    "a Workflows URL on logic.azure.com, api.powerplatform.com or api.powerautomate.com, with its sig",
  feishu: "https://open.feishu.cn/open-apis/bot/v2/hook/…",
  dingtalk: "https://oapi.dingtalk.com/robot/send?access_token=…",
  wecom: "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=…",
  email: "anna@example.com",
};

/** Explains why an address was rejected and what to do. */
export function explainAddressFault(kind: AlertKind, fault: AddressFault): string {
  const wanted = `Expected: ${examples[kind]}`;
  switch (fault.fault) {
    case "address_refused":
      return `Not saved: ${explainVerdict(fault.reason)}.`;
    case "invalid_email":
      return `This is no email address. ${wanted}.`;
    case "invalid_secret":
      return "This is no secret of a robot: copy it again, without spaces.";
    case "invalid_url":
      return `This is no URL. ${wanted}.`;
    case "other_host":
    case "other_path":
      return `This URL is not of the product. ${wanted}. For a relay or a product of your own that speaks the same, list its host in MEETBOT_OUTBOUND_ALLOW.`;
  }
}
