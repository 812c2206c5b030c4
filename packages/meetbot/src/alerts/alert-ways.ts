import type { AlertKind } from "../model/alert/alert-kind.ts";
import type { AlertWay } from "./form/alert.ts";
import { dingtalk } from "./kinds/dingtalk.ts";
import { email } from "./kinds/email.ts";
import { feishu } from "./kinds/feishu.ts";
import { slack } from "./kinds/slack.ts";
import { teams } from "./kinds/teams.ts";
import { webhook } from "./kinds/webhook.ts";
import { wecom } from "./kinds/wecom.ts";

/** All ways by which people are told; one more is a file and a line. */
export const alertWays: Readonly<Record<AlertKind, AlertWay>> = {
  webhook,
  slack,
  teams,
  feishu,
  dingtalk,
  wecom,
  email,
};
