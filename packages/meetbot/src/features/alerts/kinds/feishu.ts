import { createHmac } from "node:crypto";
import { cutBytes } from "../form/cut.ts";
import { overHttp } from "../form/over-http.ts";
import { plainText } from "../form/plain-text.ts";
import { inWords, jsonFields } from "../form/read-error.ts";
import { readUrl } from "../form/read-url.ts";
import { withSecret } from "../form/with-secret.ts";

/** "请求体大小不能超过 20 K". */
const maxBytes = 15_000;

/** Too many requests at once or per minute: the codes of the API gateway and of the robot. */
const tooMany: readonly unknown[] = [9499, 11232];

/**
 * A custom robot of 飞书, or of Lark. Its settings decide whether it requires signatures: an HMAC whose *key* is the
 * timestamp in seconds, a line feed and the secret, and whose message is empty. The robot responds with 200 and a
 * `code` in the body; the limits are 100 a minute and 5 a second.
 * https://open.feishu.cn/document/client-docs/bot-v3/add-custom-bot
 */
export const feishu = overHttp({
  kind: "feishu",
  perMinute: 100,
  read: (given, isOwn) =>
    withSecret(
      given,
      readUrl(
        given,
        {
          hosts: ["open.feishu.cn", "open.larksuite.com"],
          path: /^\/open-apis\/bot\/v2\/hook\/[\w-]+$/,
        },
        isOwn,
      ),
    ),
  compose(alert, { url = "", secret }, nowMs) {
    const timestamp = String(Math.floor(nowMs / 1_000));
    const text = cutBytes(withoutTags(plainText(alert)), maxBytes);
    return {
      url,
      body: {
        ...(secret !== undefined && { timestamp, sign: signFeishu(timestamp, secret) }),
        msg_type: "text",
        content: { text },
      },
    };
  },
  readError(body) {
    const { code, msg, StatusCode: oldCode } = jsonFields(body);
    const said = code ?? oldCode;
    if (said === 0) return null;
    return { problem: inWords(said, msg), isRate: tooMany.includes(said) };
  },
});

function signFeishu(timestamp: string, secret: string): string {
  return createHmac("sha256", `${timestamp}\n${secret}`).digest("base64");
}

/** Replaces `<`: `<at user_id="all">` in a text notifies everybody, and the format has no escape. */
function withoutTags(text: string): string {
  return text.replaceAll("<", "＜");
}
