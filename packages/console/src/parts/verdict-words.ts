import { defineWords } from "../words/define-words.ts";

/** What the guard says of an endpoint, by its reasons. */
export const verdictWords = defineWords({
  en: {
    public: "https to the public internet: Meetbot calls it.",
    allow_list: "Opened by MEETBOT_OUTBOUND_ALLOW: Meetbot calls it.",
    invalid_url: "This is no http or https URL in plain spelling.",
    credentials_in_url: "A URL with a name or password in it is not called. Leave them out.",
    internal_name:
      "The host name belongs to an internal network. If it is your own, list it in MEETBOT_OUTBOUND_ALLOW on the server.",
    special_address:
      "The host's address is not on the public internet. If it is your own, list the host in MEETBOT_OUTBOUND_ALLOW on the server.",
    metadata_address:
      "At this address clouds keep their machines' keys. If it is meant, list this very address in MEETBOT_OUTBOUND_ALLOW.",
    own_port: "This is Meetbot's own port. The webhook is another program.",
    refused_port:
      "The port belongs to another protocol than the web's. If it is your own, list host:port in MEETBOT_OUTBOUND_ALLOW.",
    plain_http:
      "Over plain http, customers' emails and orders would travel in the open. Use https, or list the host in MEETBOT_OUTBOUND_ALLOW.",
    name_not_found:
      "The host name cannot be looked up yet. You may go on: queries fail until it exists.",
  },
  zh: {
    public: "公网 https 地址，可以调用。",
    allow_list: "已由 MEETBOT_OUTBOUND_ALLOW 放行，可以调用。",
    invalid_url: "这不是一个规范的 http 或 https 地址。",
    credentials_in_url: "地址中带有用户名或密码，不会被调用，请去掉。",
    internal_name:
      "该主机名属于内部网络。如果是您自己的主机，请在服务器的 MEETBOT_OUTBOUND_ALLOW 中列出。",
    special_address:
      "该主机的地址不在公网上。如果是您自己的主机，请在服务器的 MEETBOT_OUTBOUND_ALLOW 中列出。",
    metadata_address:
      "云厂商在此地址存放机器密钥。如确需调用，请在 MEETBOT_OUTBOUND_ALLOW 中列出这个具体地址。",
    own_port: "这是 Meetbot 自己的端口，Webhook 应是另一个程序。",
    refused_port:
      "该端口属于网页以外的协议。如果是您自己的主机，请在 MEETBOT_OUTBOUND_ALLOW 中列出“主机:端口”。",
    plain_http:
      "使用 http 会让顾客的邮箱和订单明文传输。请改用 https，或在 MEETBOT_OUTBOUND_ALLOW 中列出该主机。",
    name_not_found: "该主机名暂时无法解析。可以继续，但在域名生效之前查询都会失败。",
  },
});

export type VerdictReason = keyof typeof verdictWords.en;
