import { defineWords } from "../../words/define-words.ts";

/** What the guard says of an endpoint, by its reasons. */
export const verdictWords = defineWords({
  en: {
    public: "On the public internet over https: Meetbot may call it.",
    allow_list: "Allowed by MEETBOT_OUTBOUND_ALLOW: Meetbot may call it.",
    invalid_url: "This is not an http or https URL in plain spelling.",
    credentials_in_url: "Leave the name and password out of the URL: queries are signed instead.",
    internal_name: "The host's name belongs to an internal network, so Meetbot does not call it.",
    special_address:
      "The host's address is not on the public internet, so Meetbot does not call it.",
    metadata_address:
      "Clouds keep their machines' keys at this address, so Meetbot does not call it.",
    own_port: "This is Meetbot's own port. Your webhook is another program, on another port.",
    refused_port: "The port belongs to another protocol than the web's.",
    plain_http: "Use https: over plain http, customers' emails and orders travel in the open.",
    name_not_found:
      "The host's name cannot be looked up yet. You can save it; queries fail until it exists.",
  },
  zh: {
    public: "公网 https 地址，Meetbot 可以调用。",
    allow_list: "已由 MEETBOT_OUTBOUND_ALLOW 放行，Meetbot 可以调用。",
    invalid_url: "这不是规范的 http 或 https 地址。",
    credentials_in_url: "请去掉地址中的用户名和密码：查询本身带有签名。",
    internal_name: "该主机名属于内部网络，Meetbot 不会调用。",
    special_address: "该主机的地址不在公网上，Meetbot 不会调用。",
    metadata_address: "云平台在此地址存放机器密钥，Meetbot 不会调用。",
    own_port: "这是 Meetbot 自己的端口，Webhook 应是另一个程序，使用另一个端口。",
    refused_port: "该端口属于网页以外的协议。",
    plain_http: "请使用 https：http 会明文传输顾客的邮箱和订单。",
    name_not_found: "暂时无法解析该主机名。可以先保存，但在域名生效之前查询都会失败。",
  },
});

export type VerdictReason = keyof typeof verdictWords.en;

/** How an endpoint of one's own is opened that the guard refuses. */
export const openingWords = defineWords({
  en: {
    text: "Is it your own, such as a webhook you try on the same machine? Then stop the server, and start it again in Meetbot's folder with:",
    several: "If the variable is set already, add the new entry to it, after a comma.",
    name: "command that allows this URL",
  },
  zh: {
    text: "是您自己的地址（例如在同一台机器上试用 Webhook）？请停止服务器，在 Meetbot 文件夹中用以下命令重新启动：",
    several: "如果该变量已有内容，请用逗号分隔，把新的一项加在后面。",
    name: "放行此地址的命令",
  },
});
