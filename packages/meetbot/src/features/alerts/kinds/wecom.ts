import { cutBytes } from "../form/cut.ts";
import { overHttp } from "../form/over-http.ts";
import { plainText } from "../form/plain-text.ts";
import { inWords, jsonFields } from "../form/read-error.ts";
import { readUrl } from "../form/read-url.ts";

/** "文本内容，最长不超过2048个字节". */
const maxBytes = 2_048;

/** "api freq out of limit". */
const tooMany = 45009;

/**
 * A message push (a group robot) of 企业微信. Nothing is signed: the key in the URL is the secret. It answers
 * 200 with `errcode` in the body; 20 a minute. As text, in which nothing is markup.
 * https://developer.work.weixin.qq.com/document/path/91770
 */
export const wecom = overHttp({
  kind: "wecom",
  perMinute: 20,
  read: (given, isOwn) =>
    readUrl(
      given,
      { hosts: ["qyapi.weixin.qq.com"], path: /^\/cgi-bin\/webhook\/send\?key=[\w-]+$/ },
      isOwn,
    ),
  compose(alert, { url = "" }) {
    const content = cutBytes(plainText(alert), maxBytes);
    return { url, body: { msgtype: "text", text: { content } } };
  },
  readError(body) {
    const { errcode, errmsg } = jsonFields(body);
    if (errcode === 0) return null;
    return { problem: inWords(errcode, errmsg), isRate: errcode === tooMany };
  },
});
