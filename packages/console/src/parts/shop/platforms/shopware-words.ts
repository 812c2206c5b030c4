import { choices, type PlatformWords } from "./words-shape.ts";

/** What an owner does in Shopware's administration, and finds there. */
export const shopwareWords = {
  en: {
    steps: {
      role: "Settings → System → Users & permissions → Roles: create a role that may view orders and customers, and nothing else.",
      integration:
        "Settings → System → Integrations → Add integration: choose that role, and leave Administrator off.",
      copy: "Copy the access key ID and the secret access key. The secret is shown once.",
    },
    link: "What Shopware says of integrations",
    fields: {
      url: {
        label: "Address of the shop",
        text: "Where its administration is, without /admin, such as https://shop.example.",
        choices,
      },
      accessKeyId: {
        label: "Access key ID",
        text: "Of the integration; it begins with SWIA.",
        choices,
      },
      secretAccessKey: {
        label: "Secret access key",
        text: "As Shopware showed it when the integration was created.",
        choices,
      },
    },
    further: {
      completedMeans: {
        label: "What “Done” means in your shop",
        text: "Nothing in Shopware says whether a parcel came.",
        choices: { past: "The order is over", "on-its-way": "The parcel is on its way" },
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
      role: "Settings → System → Users & permissions → Roles：新建角色，只允许查看订单和客户。",
      integration:
        "Settings → System → Integrations → Add integration：选择这个角色，不要勾选 Administrator。",
      copy: "复制 Access key ID 和 Secret access key。密钥只显示一次。",
    },
    link: "查看 Shopware 关于 integration 的说明",
    fields: {
      url: {
        label: "店铺地址",
        text: "店铺后台所在的地址，不带 /admin，例如 https://shop.example。",
        choices,
      },
      accessKeyId: { label: "Access key ID", text: "来自 integration，以 SWIA 开头。", choices },
      secretAccessKey: {
        label: "Secret access key",
        text: "创建 integration 时 Shopware 显示的内容。",
        choices,
      },
    },
    further: {
      completedMeans: {
        label: "“已完成”在您的店铺中表示",
        text: "Shopware 不记录包裹是否送达。",
        choices: { past: "订单已结束", "on-its-way": "包裹在途" },
      },
      timeZone: {
        label: "店铺所在时区",
        text: "例如 Europe/Berlin，日期按此显示。留空则为 UTC。",
        choices,
      },
    },
  },
} satisfies Record<"en" | "zh", PlatformWords>;
