import { choices, type PlatformWords } from "./words-shape.ts";

/** What an owner does in SHOPLINE's admin, and finds there. */
export const shoplineWords = {
  en: {
    steps: {
      create: "In the admin of your shop: Apps → Develop Apps → Create an App. Any name will do.",
      scopes:
        "Edit → Permission configuration → Integrate Admin API: choose what reads orders, customers and store information, and nothing that writes.",
      install: "API credentials → Install App, and copy the access token.",
    },
    link: "What SHOPLINE says of apps of your own",
    fields: {
      shop: {
        label: "Shop",
        text: "Its name at SHOPLINE, such as example.myshopline.com, not your own domain. Shops of shoplineapp.com cannot be connected.",
        choices,
      },
      accessToken: { label: "Access token", text: "Of the app; it begins with eyJ.", choices },
    },
    further: {},
  },
  zh: {
    steps: {
      create: "在店铺后台：应用市场 → 开发应用 → 创建应用。名称随意。",
      scopes:
        "编辑 → 权限配置 → 后台 API：只勾选查看订单、客户和店铺信息的权限，不要勾选写入权限。",
      install: "在 API 凭据中点击“安装应用”，复制访问令牌。",
    },
    link: "查看 SHOPLINE 关于私有应用的说明",
    fields: {
      shop: {
        label: "店铺",
        text: "店铺在 SHOPLINE 的名称，例如 example.myshopline.com，不是您自己的域名。shoplineapp.com 上的店铺不能连接。",
        choices,
      },
      accessToken: { label: "访问令牌", text: "来自应用，以 eyJ 开头。", choices },
    },
    further: {},
  },
} satisfies Record<"en" | "zh", PlatformWords>;
