import type { ApiProblem } from "../../api/api-problem.ts";
import type { OperatorLocale } from "../../words/locale.ts";

/** What the server refuses, in Chinese; it says all of it in English itself. */
const inChinese: Readonly<Record<string, string>> = {
  not_found: "找不到该内容，或者您没有相应的权限。",
  no_such_route: "服务器上没有这个地址。",
  not_signed_in: "您尚未登录，或登录已过期。请重新登录。",
  session_required: "此操作需要在浏览器中登录后进行，不能使用 API 令牌。",
  reauthentication_required: "您登录已有一段时间，请再次确认身份后重试。",
  origin_not_allowed: "该请求来自其他网站，已被拒绝。",
  role_too_low: "需要更高的角色才能进行此操作。",
  scope_missing: "该令牌没有此操作所需的权限。",
  invalid_request: "提交的内容有误，请检查后重试。",
  invalid_settings: "有设置不符合要求，请检查后重试。",
  invalid_field: "有字段不符合要求，请检查后重试。",
  invalid_answers: "问答内容不符合要求，请检查后重试。",
  invalid_range: "时间范围无效，请重新选择。",
  invalid_cursor: "列表已发生变化，请刷新页面。",
  changed_meanwhile: "内容已被其他人修改，请刷新后重试。",
  answers_changed_meanwhile: "问答内容已被其他人修改，请刷新后重试。",
  write_in_progress: "相同的操作正在进行，请稍候再试。",
  run_in_progress: "检测正在进行，请等待完成。",
  example_conflicts: "这句话会影响其他问题的识别，未保存。",
  nothing_to_replay: "这条记录没有可以重放的请求。",
  message_waits: "该消息尚未处理完，请稍后再试。",
  last_way_in: "这是您唯一的登录方式，不能移除。请先设置密码或另一个通行密钥。",
  held_by_other: "该会话已由其他同事接手。",
  window_closed: "已超过平台允许的回复时间。",
  label_exists: "已有同名标签。",
  name_taken: "该名称已被使用，请换一个。",
  too_many: "数量已达上限，请先删除一些。",
  too_many_labels: "标签数量已达上限，请先删除一些。",
  too_many_destinations: "通知对象已达上限，请先删除一些。",
  too_many_devices: "浏览器数量已达上限，请先移除一个。",
  too_many_passwords: "密码错误次数过多，请 15 分钟后再试。",
  password_too_easy: "该密码容易被猜到，请换一个更长、更少见的密码。",
  body_too_large: "提交的内容过大，请缩减后重试。",
  disk_low: "服务器磁盘空间不足，内容未保存。请联系管理员。",
  database_away: "数据库暂时没有响应，请稍后重试。",
  internal: "服务器内部出错。请重试；如仍不成功，请把请求编号告诉管理员。",
};

/** Where no sentence is known: what kind of refusal it is. The server's own words follow. */
const kinds: Readonly<Record<number, string>> = {
  404: "找不到该内容。",
  409: "当前状态下无法进行此操作。",
  422: "提交的内容不符合要求。",
  429: "请求过于频繁，请稍后再试。",
  503: "服务器暂时无法处理请求，请稍后重试。",
};

/** What the server said, in the reader's language as far as that is known; `aside`: its own words. */
export function sayProblem(
  { code, status, message }: Pick<ApiProblem, "code" | "status" | "message">,
  locale: OperatorLocale,
): { text: string; aside?: string } {
  if (locale === "en") return { text: message };
  const known = inChinese[code];
  if (known !== undefined) return { text: known };
  return { text: kinds[status] ?? "操作未成功。", aside: message };
}
