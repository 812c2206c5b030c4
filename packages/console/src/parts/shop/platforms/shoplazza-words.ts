import { choices, type PlatformWords } from "./words-shape.ts";

/** What an owner does in Shoplazza's admin, and finds there. */
export const shoplazzaWords = {
  en: {
    steps: {
      create:
        "In the admin of your shop: Apps → Manage Private Apps → Create App. Any name will do.",
      scopes:
        "Choose the permissions for orders, customers and the shop: to read them, and nothing else. Then Save.",
      copy: "Open the app, and copy its access token.",
    },
    link: "What Shoplazza says of private apps",
    fields: {
      shop: {
        label: "Shop",
        text: "Its name at Shoplazza, such as example.myshoplaza.com, not your own domain.",
        choices,
      },
      accessToken: { label: "Access token", text: "On the page of the private app.", choices },
    },
    further: {},
  },
  zh: {
    steps: {
      create: "在店匠后台：应用 → 管理私有应用 → 创建应用。名称随意。",
      scopes: "权限只选订单、客户和店铺的读取，然后保存。",
      copy: "打开应用，复制 Access Token。",
    },
    link: "查看店匠关于私有应用的说明",
    fields: {
      shop: {
        label: "店铺",
        text: "店铺在店匠的名称，例如 example.myshoplaza.com，不是您自己的域名。",
        choices,
      },
      accessToken: { label: "Access Token", text: "在私有应用的详情页里。", choices },
    },
    further: {},
  },
} satisfies Record<"en" | "zh", PlatformWords>;
