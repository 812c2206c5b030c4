import { createHmac, timingSafeEqual } from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { parseAllowList } from "@meetbot/network/addresses/allow-list.ts";
import { createEndpointGuard } from "@meetbot/network/addresses/endpoint-guard.ts";
import { createMerchantAgent } from "@meetbot/network/exchange/merchant-agent.ts";
import type { CgroupScope } from "../../../../test/fixtures/machine.ts";

// The platforms on this machine, as strict as they describe themselves. What they refuse they refuse in
// their own words, 飞书, 钉钉 and 企业微信 with the status 200.

/** A request as it came. */
export interface Came {
  url: URL;
  headers: IncomingMessage["headers"];
  text: string;
}

/** What a platform says to a request. */
export interface SentAlert {
  status: number;
  body: string;
  headers?: Record<string, string>;
}

const say = (status: number, body: string | object): SentAlert => ({
  status,
  body: typeof body === "string" ? body : JSON.stringify(body),
});

type Fields = Record<string, unknown>;

/** Throws where it is no JSON, as none of them takes anything else. */
const read = ({ text, headers }: Came): Fields => {
  if (!String(headers["content-type"]).startsWith("application/json")) throw new Error("no JSON");
  return JSON.parse(text) as Fields;
};

const at = (value: unknown, ...keys: (string | number)[]): unknown =>
  keys.reduce<unknown>((one, key) => (one as Fields | undefined)?.[key], value);

const isSame = (a: string, b: unknown) =>
  typeof b === "string" && a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));

const isNear = (seconds: number, withinS: number) =>
  Number.isSafeInteger(seconds) && Math.abs(Date.now() / 1_000 - seconds) < withinS;

export const robotSecrets = { feishu: "qY4uX0sIS7CWzjYgJ5d2Lg", dingtalk: `SEC${"5a".repeat(32)}` };

/** open.feishu.cn: "自定义机器人使用指南". */
export function feishuPlatform(secret: string | null) {
  return (came: Came): SentAlert => {
    const { msg_type: type, content, timestamp, sign } = read(came);
    if (!came.url.pathname.startsWith("/open-apis/bot/v2/hook/"))
      return say(404, "404 page not found");
    if (secret !== null) {
      const key = `${String(timestamp)}\n${secret}`;
      const wanted = createHmac("sha256", key).update("").digest("base64");
      const isSigned = typeof timestamp === "string" && isNear(Number(timestamp), 3_600);
      if (!isSigned || !isSame(wanted, sign)) {
        const msg = "sign match fail or timestamp is not within one hour from current time";
        return say(200, { code: 19021, msg, data: {} });
      }
    }
    if (type !== "text" || typeof at(content, "text") !== "string") {
      return say(200, { code: 9499, msg: "Bad Request", data: {} });
    }
    return say(200, { StatusCode: 0, StatusMessage: "success", code: 0, data: {}, msg: "success" });
  };
}

/** oapi.dingtalk.com: "自定义机器人接入". */
export function dingtalkPlatform(secret: string | null) {
  return (came: Came): SentAlert => {
    const { msgtype, text } = read(came);
    const query = came.url.searchParams;
    if (came.url.pathname !== "/robot/send" || !query.get("access_token")) {
      return say(200, { errcode: 300005, errmsg: "token is not exist" });
    }
    if (secret !== null) {
      const timestamp = query.get("timestamp") ?? "";
      const wanted = createHmac("sha256", secret)
        .update(`${timestamp}\n${secret}`)
        .digest("base64");
      const isInTime =
        /^\d{13}$/.test(timestamp) && isNear(Math.floor(Number(timestamp) / 1_000), 3_600);
      if (!isInTime || !isSame(wanted, query.get("sign"))) {
        const errmsg =
          "description:机器人发送签名不匹配;solution:请确认签名和生成签名的时间戳必须都放在调用的网址中";
        return say(200, { errcode: 310000, errmsg });
      }
    }
    if (msgtype !== "text" || typeof at(text, "content") !== "string") {
      return say(200, { errcode: 400101, errmsg: "message content is empty" });
    }
    return say(200, { errcode: 0, errmsg: "ok" });
  };
}

/** qyapi.weixin.qq.com: "消息推送配置说明". */
export function wecomPlatform(key: string) {
  return (came: Came): SentAlert => {
    const { msgtype, text } = read(came);
    if (came.url.searchParams.get("key") !== key) {
      return say(200, { errcode: 93000, errmsg: "invalid webhook url, hint: [1732]" });
    }
    const content = at(text, "content");
    if (msgtype !== "text" || typeof content !== "string") {
      return say(200, { errcode: 40008, errmsg: "invalid message type" });
    }
    if (Buffer.byteLength(content) > 2_048) {
      return say(200, { errcode: 40058, errmsg: "text.content exceed max length 2048" });
    }
    return say(200, { errcode: 0, errmsg: "ok" });
  };
}

/** hooks.slack.com: "Sending messages using incoming webhooks", and its blocks. */
export function slackPlatform(came: Came): SentAlert {
  const { text, blocks } = read(came);
  if (!came.url.pathname.startsWith("/services/")) return say(404, "no_service");
  if (typeof text !== "string" || text === "") return say(400, "no_text");
  const isFine = (blocks as unknown[]).every((block) => {
    const said = at(block, "text", "text");
    const isSection = at(block, "type") === "section" && at(block, "text", "type") === "mrkdwn";
    return isSection && typeof said === "string" && said.length > 0 && said.length <= 3_000;
  });
  return isFine ? say(200, "ok") : say(400, "invalid_blocks");
}

/** A flow "Post to a channel when a webhook request is received". */
export function teamsPlatform(sig: string) {
  return (came: Came): SentAlert => {
    if (came.url.searchParams.get("sig") !== sig) {
      const message = "The authentication credentials are not valid.";
      return say(401, { error: { code: "DirectApiAuthorizationRequired", message } });
    }
    const body = read(came);
    const card = at(body, "attachments", 0);
    const isCard =
      body.type === "message" &&
      at(card, "contentType") === "application/vnd.microsoft.card.adaptive" &&
      at(card, "content", "type") === "AdaptiveCard" &&
      /^1\.[0-5]$/.test(String(at(card, "content", "version"))) &&
      Array.isArray(at(card, "content", "body"));
    if (isCard) return say(202, "");
    const message = "The template language expression 'triggerBody()?['attachments']' is null.";
    return say(400, { error: { code: "InvalidTemplate", message } });
  };
}

/**
 * A receiver of Standard Webhooks: the signature is of `id.timestamp.payload`, the key what the secret is
 * behind its prefix, and the timestamp may be five minutes off. One that is not signed is answered 401.
 */
export function webhookPlatform(secret: () => string) {
  return ({ text, headers }: Came): SentAlert => {
    const { "webhook-id": id, "webhook-timestamp": timestamp, "webhook-signature": all } = headers;
    if (typeof id !== "string" || id === "" || id.includes(".")) return say(400, "no id");
    if (!isNear(Number(timestamp), 300)) return say(401, "too old or too new");
    const key = Buffer.from(secret().replace(/^whsec_/, ""), "base64");
    const hmac = createHmac("sha256", key).update(`${id}.${String(timestamp)}.${text}`);
    const wanted = `v1,${hmac.digest("base64")}`;
    const isSigned = String(all)
      .split(" ")
      .some((one) => isSame(wanted, one));
    return isSigned ? say(204, "") : say(401, "wrong signature");
  };
}

/** A platform on a port of this machine, and all that came to it. */
export async function startPlatform(scope: CgroupScope, platform: (came: Came) => SentAlert) {
  const came: Came[] = [];
  const waiting = new Set<() => void>();
  const server = createServer(async (request, response) => {
    let text = "";
    for await (const chunk of request.setEncoding("utf8")) text += chunk;
    const one = {
      url: new URL(request.url ?? "", "http://localhost"),
      headers: request.headers,
      text,
    };
    let said: SentAlert;
    try {
      said = platform(one);
    } catch {
      said = say(400, "not JSON");
    }
    came.push(one);
    response.writeHead(said.status, said.headers).end(said.body);
    for (const look of waiting) look();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  scope.after(async () => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    came,
    /** Resolves once so many requests came. */
    async until(count: number): Promise<void> {
      while (came.length < count) {
        const { promise, resolve } = Promise.withResolvers<void>();
        waiting.add(resolve);
        await promise;
        waiting.delete(resolve);
      }
    },
  };
}

/** The way out of a test: to this machine and to the public internet. */
export const localAgent = createMerchantAgent(
  createEndpointGuard({ allow: () => parseAllowList(["127.0.0.1"]), ownPort: 0 }),
);
