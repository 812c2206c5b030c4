import { createHmac } from "node:crypto";
import { cutBytes } from "../form/cut.ts";
import { overHttp } from "../form/over-http.ts";
import { plainText } from "../form/plain-text.ts";
import { inWords, jsonFields } from "../form/read-error.ts";
import { readUrl } from "../form/read-url.ts";
import { withSecret } from "../form/with-secret.ts";

/** A message may have 20,000 bytes. */
const maxBytes = 15_000;

/** "send too fast, exceed 20 times per minute": DingTalk then accepts nothing for ten minutes. */
const tooFast = 130101;
const restMs = 600_000;

/**
 * A custom robot of 钉钉. If it requires signatures, they are an HMAC whose key is the secret, and whose *message* is the
 * timestamp in milliseconds, a line feed and the secret: the reverse of 飞书. The robot responds with 200 and an
 * `errcode` in the body; the limit is 20 a minute. Alerts are sent as text, which has no markup.
 * https://open.dingtalk.com/document/robots/custom-robot-access
 */
export const dingtalk = overHttp({
  kind: "dingtalk",
  perMinute: 20,
  read: (given, isOwn) =>
    withSecret(
      given,
      readUrl(
        given,
        { hosts: ["oapi.dingtalk.com"], path: /^\/robot\/send\?access_token=\w+$/ },
        isOwn,
      ),
    ),
  compose(alert, { url: address = "", secret }, nowMs) {
    const url = new URL(address);
    if (secret !== undefined) {
      const timestamp = String(nowMs);
      url.searchParams.set("timestamp", timestamp);
      url.searchParams.set("sign", signDingTalk(timestamp, secret));
    }
    const content = cutBytes(plainText(alert), maxBytes);
    return { url: url.href, body: { msgtype: "text", text: { content } } };
  },
  readError(body) {
    const { errcode, errmsg } = jsonFields(body);
    if (errcode === 0) return null;
    return { problem: inWords(errcode, errmsg), isRate: errcode === tooFast, restMs };
  },
});

function signDingTalk(timestamp: string, secret: string): string {
  return createHmac("sha256", secret).update(`${timestamp}\n${secret}`).digest("base64");
}
