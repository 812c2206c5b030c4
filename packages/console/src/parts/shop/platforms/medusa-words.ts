import { choices, type PlatformWords } from "./words-shape.ts";

/** What an owner does in Medusa's admin, and finds there. */
export const medusaWords = {
  en: {
    steps: {
      open: "Medusa 2. In its admin: Settings → Secret API Keys → Create. Any name will do, such as Meetbot.",
      copy: "Copy the key: it is shown once.",
      alone:
        "Medusa has no key that only reads: this one may do all that its owner may. Let nothing but Meetbot use it, so that you can revoke it at any time.",
    },
    link: "What Medusa says of secret keys",
    fields: {
      url: {
        label: "Address of the Medusa server",
        text: "Where its admin is, without /app, such as https://shop.example. It is not the storefront's.",
        choices,
      },
      secretKey: { label: "Secret key", text: "It begins with sk_.", choices },
    },
    further: {
      carrier: {
        label: "Carrier",
        text: "With whom your parcels go, such as DHL, where it is always the same: Medusa does not note it.",
        choices,
      },
      timeZone: {
        label: "Time zone of the shop",
        text: "Such as Europe/Berlin: its days are shown. UTC if empty.",
        choices,
      },
    },
  },
  zh: {
    steps: {
      open: "需要 Medusa 2。在后台：设置 → Secret API Keys（秘密 API 密钥）→ 创建。名称随意，例如 Meetbot。",
      copy: "复制密钥，它只显示一次。",
      alone:
        "Medusa 没有只读密钥：这把密钥的权限与创建它的用户相同。请只给 Meetbot 使用，以便随时撤销。",
    },
    link: "查看 Medusa 关于密钥的说明",
    fields: {
      url: {
        label: "Medusa 服务器地址",
        text: "后台所在的地址，不带 /app，例如 https://shop.example，不是店铺前台的地址。",
        choices,
      },
      secretKey: { label: "密钥（Secret key）", text: "以 sk_ 开头。", choices },
    },
    further: {
      carrier: {
        label: "快递公司",
        text: "包裹由哪家快递配送，例如 DHL，仅当始终是同一家时填写：Medusa 不记录是哪家快递。",
        choices,
      },
      timeZone: {
        label: "店铺所在时区",
        text: "例如 Asia/Shanghai，日期按此显示。留空则为 UTC。",
        choices,
      },
    },
  },
} satisfies Record<"en" | "zh", PlatformWords>;
