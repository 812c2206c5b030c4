import type { Page } from "./reading/page.ts";

/** Label of a page or a group in the sidebar, in both languages. */
interface Label {
  en: string;
  zh: string;
}

/** A part of the sidebar: its pages by their slugs. */
interface Group extends Label {
  pages: readonly (Label & { slug: string })[];
}

/** The sidebar, in reading order. Decisions are appended automatically. */
const groups: readonly Group[] = [
  {
    en: "Start",
    zh: "开始",
    pages: [
      { slug: "index", en: "Where to begin", zh: "从这里开始" },
      { slug: "faq", en: "Questions and answers", zh: "常见问题" },
      { slug: "coming-from", en: "Coming from …", zh: "从别的工具换过来" },
    ],
  },
  {
    en: "Connect a shop",
    zh: "对接店铺",
    pages: [
      { slug: "connectors", en: "A shop on a known platform", zh: "对接电商平台" },
      { slug: "merchant-guide", en: "Merchant guide", zh: "商家指南" },
      { slug: "protocol", en: "Protocol", zh: "接口文档" },
      { slug: "sdk", en: "SDK", zh: "SDK" },
    ],
  },
  {
    en: "Channels",
    zh: "渠道",
    pages: [
      { slug: "widget", en: "Chat on the shop's page", zh: "店铺网页上的聊天" },
      { slug: "track", en: "Tracking without a chat", zh: "不用聊天的查询页" },
      { slug: "embed", en: "Chat in your own code", zh: "用代码嵌入聊天" },
      { slug: "messenger", en: "Facebook Messenger", zh: "Facebook Messenger" },
      { slug: "telegram", en: "Telegram", zh: "Telegram" },
    ],
  },
  {
    en: "Answers",
    zh: "回答",
    pages: [
      { slug: "questions", en: "What customers can ask", zh: "顾客可以问什么" },
      { slug: "languages", en: "What is understood in which language", zh: "各种语言听得懂什么" },
      { slug: "answers", en: "The shop's own answers", zh: "店铺自己的回答" },
      { slug: "recognition", en: "Recognition", zh: "意图识别" },
      { slug: "language-model", en: "A language model", zh: "语言模型" },
    ],
  },
  {
    en: "People who answer",
    zh: "人工客服",
    pages: [
      { slug: "inbox", en: "The inbox", zh: "收件箱" },
      { slug: "handoff", en: "Your help desk", zh: "对接其他客服系统" },
    ],
  },
  {
    en: "Updates and alerts",
    zh: "更新和提醒",
    pages: [
      { slug: "carriers", en: "Carrier webhooks", zh: "物流更新" },
      { slug: "alerts", en: "Alerts to your team", zh: "团队通知" },
    ],
  },
  {
    en: "Operating",
    zh: "运维",
    pages: [
      { slug: "operator-guide", en: "Operator guide", zh: "管理员指南" },
      { slug: "install", en: "Install and start", zh: "安装和启动" },
      { slug: "console", en: "The console", zh: "控制台" },
      { slug: "sign-in", en: "Company sign-in and 2FA", zh: "公司账号登录、两步验证" },
      { slug: "channels", en: "Channels of a bot", zh: "机器人的渠道" },
      { slug: "config-as-code", en: "Settings in a file", zh: "用文件管理设置" },
      { slug: "bots", en: "Bots and their webhooks", zh: "机器人和 webhook" },
      { slug: "privacy", en: "Who may see what", zh: "谁能看到什么" },
      { slug: "gdpr", en: "Personal data (GDPR)", zh: "个人信息（GDPR）" },
      { slug: "secrets", en: "Secrets", zh: "密钥" },
      { slug: "logs", en: "Conversation and delivery logs", zh: "对话和投递记录" },
      { slug: "storage", en: "Where data lies", zh: "数据存在哪里" },
      {
        slug: "high-availability",
        en: "PostgreSQL with high availability",
        zh: "PostgreSQL 高可用",
      },
      { slug: "backup", en: "Backup and keys", zh: "备份和主密钥" },
      { slug: "upgrade", en: "Updating", zh: "更新版本" },
      { slug: "watching", en: "Watching it", zh: "监控" },
      { slug: "proxies", en: "Proxies and several nodes", zh: "反向代理和多节点" },
      { slug: "capacity", en: "Capacity", zh: "容量" },
      { slug: "limits", en: "Limits", zh: "限制" },
      { slug: "command-line", en: "Command line", zh: "命令行" },
      { slug: "api", en: "API", zh: "API" },
      { slug: "security", en: "Reporting a hole", zh: "报告安全漏洞" },
      { slug: "changelog", en: "Changelog", zh: "更新日志" },
      { slug: "versions", en: "Versions", zh: "版本" },
    ],
  },
  {
    en: "Reference",
    zh: "参考",
    pages: [
      { slug: "conformance", en: "Conformance rules", zh: "接口测试规则" },
      { slug: "threat-model", en: "Threat model", zh: "威胁模型" },
      { slug: "glossary", en: "Glossary", zh: "术语表" },
      { slug: "release", en: "Releases", zh: "版本发布" },
      { slug: "architecture", en: "Architecture", zh: "架构" },
    ],
  },
];

const decisions: Label = { en: "Decisions", zh: "设计决定" };

/**
 * Returns the sidebar in Starlight's format. Throws if the sidebar lacks a page, because no reader would find that
 * page.
 */
export function sidebarOf(pages: readonly Page[]) {
  const english = pages.filter(({ locale }) => locale === "en");
  const listed = groups.flatMap((group) => group.pages.map(({ slug }) => slug));
  const isDecision = ({ slug }: Page) => slug.startsWith("decisions/");
  const lost = english.filter((page) => !isDecision(page) && !listed.includes(page.slug));
  if (lost.length > 0) {
    const files = lost.map(({ file }) => file).join(", ");
    throw new Error(`Not in the sidebar: ${files}. Add a line to packages/docs/src/sidebar.ts.`);
  }
  return [
    ...groups.map((group) => ({
      ...inBoth(group),
      items: group.pages.map((page) => ({ ...inBoth(page), slug: page.slug })),
    })),
    {
      ...inBoth(decisions),
      collapsed: true,
      items: english.filter(isDecision).map(({ slug, title }) => ({ label: title, slug })),
    },
  ];
}

const inBoth = ({ en, zh }: Label) => ({ label: en, translations: { "zh-CN": zh } });
