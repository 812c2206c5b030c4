import type { AlertKind } from "@meetbot/model/alert/alert-kind.ts";
import type { AlertWay } from "../form/alert.ts";
import { dingtalk } from "./dingtalk.ts";
import { email } from "./email.ts";
import { feishu } from "./feishu.ts";
import { slack } from "./slack.ts";
import { teams } from "./teams.ts";
import { webhook } from "./webhook.ts";
import { wecom } from "./wecom.ts";

/** All ways to send alerts; another one takes a file and a line. */
export const alertWays: Readonly<Record<AlertKind, AlertWay>> = {
  webhook,
  slack,
  teams,
  feishu,
  dingtalk,
  wecom,
  email,
};
