import type { ConnectorName } from "../../../../connectors/src/connectors.ts";
import { defineWords } from "../../words/define-words.ts";
import { evershopWords } from "./platforms/evershop-words.ts";
import { medusaWords } from "./platforms/medusa-words.ts";
import { shoplazzaWords } from "./platforms/shoplazza-words.ts";
import { shoplineWords } from "./platforms/shopline-words.ts";
import { shopwareWords } from "./platforms/shopware-words.ts";
import { choices, type PlatformWords } from "./platforms/words-shape.ts";

/** Where the platforms themselves say more; as they are in every language. */
export const platformLinks: Readonly<Record<ConnectorName, string>> = {
  shopify: "https://dev.shopify.com/dashboard/",
  woocommerce: "https://woocommerce.com/document/woocommerce-rest-api/",
  shopware: "https://docs.shopware.com/en/shopware-6-en/settings/system/integrationen",
  shopline:
    "https://help.shopline.com/hc/en-001/articles/13091611056153-Creating-and-Managing-Your-Custom-Store-App",
  shoplazza: "https://www.shoplazza.dev/reference/quick-construction-of-private-apps",
  medusa: "https://docs.medusajs.com/user-guide/settings/developer/secret-api-keys",
  vendure: "https://docs.vendure.io/current/core/developer-guide/api-keys",
  evershop: "https://evershop.io/docs/api/authentication",
};

/** Words for each platform: one that has none does not compile; for each of its fields, a test looks. */
export const platformWords = defineWords({
  en: {
    shopify: {
      steps: {
        create:
          "Open the Dev Dashboard with an account that may develop apps for your shop: Apps → Create app → Start from Dev Dashboard. Any name will do, such as Meetbot.",
        scopes:
          "On Versions, choose the scopes read_orders and read_customers, and none that begins with write_. Without read_all_orders too, customers find orders of the last 60 days only; Shopify has to allow your app that one first. Then Release.",
        data: "On API access requests, ask for protected customer data with email, name and address: without the email, orders are found by their number alone.",
        install: "On Home: Install app, and choose your shop.",
        copy: "On Settings, copy the client ID and the secret.",
      },
      link: "Open Shopify's Dev Dashboard",
      fields: {
        shop: {
          label: "Shop",
          text: "Its name at Shopify, such as example.myshopify.com: Settings → Domains in the shop's admin, not your own domain.",
          choices,
        },
        clientId: {
          label: "Client ID",
          text: "Dev Dashboard → your app → Settings.",
          choices,
        },
        clientSecret: {
          label: "Client secret",
          text: "Beside the client ID; it begins with shpss_.",
          choices,
        },
      },
      further: {
        accessToken: {
          label: "Access token of an older app",
          text: "In place of client ID and secret, if an app of your admin was given a token for good; it begins with shpat_.",
          choices,
        },
        webhookSecret: {
          label: "Secret of the shop's webhooks",
          text: "Settings → Notifications → Webhooks shows it. Webhooks of the app itself are signed with its client secret.",
          choices,
        },
      },
    },
    woocommerce: {
      steps: {
        open: "In WordPress: WooCommerce → Settings → Advanced → REST API → Add key.",
        key: "Choose a user who may see orders, and the permissions Read, not Read/Write. Both parts of the key are shown once; copy them.",
        links: "Settings → Permalinks must be anything but Plain, and the shop needs https.",
      },
      link: "What WooCommerce says of keys",
      fields: {
        url: {
          label: "Address of the shop",
          text: "As customers open it, such as https://shop.example.",
          choices,
        },
        consumerKey: { label: "Consumer key", text: "It begins with ck_.", choices },
        consumerSecret: { label: "Consumer secret", text: "It begins with cs_.", choices },
      },
      further: {
        webhookSecret: {
          label: "Secret of the shop's webhooks",
          text: "As you set it in WooCommerce → Settings → Advanced → Webhooks.",
          choices,
        },
        completedMeans: {
          label: "What “completed” means in your shop",
          text: "Nothing in WooCommerce says whether a parcel came.",
          choices: { past: "The order is over", "on-its-way": "The parcel is on its way" },
        },
      },
    },
    shopware: shopwareWords.en,
    shopline: shoplineWords.en,
    shoplazza: shoplazzaWords.en,
    medusa: medusaWords.en,
    vendure: {
      steps: {
        enable:
          "Vendure 3.6 or newer. Your developer adds 'api-key' to tokenMethod in vendure-config.ts once: without it Vendure ignores every API key.",
        role: "Settings → Roles: create a role with the permissions Read Order and Read Customer, and no other.",
        key: "Settings → API Keys → New API Key: choose that role alone. The key is shown once; copy it.",
      },
      link: "What Vendure says of API keys",
      fields: {
        url: {
          label: "Address of the admin API",
          text: "Your Vendure server's address with /admin-api, such as https://shop.example/admin-api.",
          choices,
        },
        apiKey: { label: "API key", text: "As Vendure showed it when it was created.", choices },
      },
      further: {
        channelToken: {
          label: "Channel token",
          text: "Only if the shop is not the default channel: Settings → Channels.",
          choices,
        },
        payLaterMethods: {
          label: "Methods of paying later",
          text: "Codes with commas between, such as invoice: such an order counts as unpaid until the payment is settled. Settings → Payment methods.",
          choices,
        },
        timeZone: {
          label: "Time zone of the shop",
          text: "Such as Europe/Berlin: its days are shown. UTC if empty.",
          choices,
        },
      },
    },
    evershop: evershopWords.en,
  } satisfies Record<ConnectorName, PlatformWords>,
  zh: {
    shopify: {
      steps: {
        create:
          "用有权为店铺开发应用的账号打开 Dev Dashboard：Apps → Create app → Start from Dev Dashboard。名称随意，例如 Meetbot。",
        scopes:
          "在 Versions 中选择权限 read_orders 和 read_customers，不要选以 write_ 开头的权限。没有 read_all_orders 时，只能查到最近 60 天的订单；该权限需要先经 Shopify 批准。选好后点击 Release。",
        data: "在 API access requests 中申请 protected customer data，包括邮箱、姓名和地址；没有邮箱时，只能按订单号查询。",
        install: "在 Home 中点击 Install app，选择您的店铺。",
        copy: "在 Settings 中复制 Client ID 和 Secret。",
      },
      link: "打开 Shopify Dev Dashboard",
      fields: {
        shop: {
          label: "店铺",
          text: "店铺在 Shopify 的名称，例如 example.myshopify.com，见店铺后台的“设置 → 域名”，不是您自己的域名。",
          choices,
        },
        clientId: {
          label: "Client ID",
          text: "Dev Dashboard → 您的应用 → Settings。",
          choices,
        },
        clientSecret: {
          label: "Client secret",
          text: "就在 Client ID 旁边，以 shpss_ 开头。",
          choices,
        },
      },
      further: {
        accessToken: {
          label: "旧应用的访问令牌",
          text: "如果店铺后台的旧应用有长期有效的令牌，可以代替 Client ID 和 Secret，以 shpat_ 开头。",
          choices,
        },
        webhookSecret: {
          label: "店铺 Webhook 的密钥",
          text: "显示在“设置 → 通知 → Webhook”中。应用自己的 Webhook 用 Client secret 签名，无需填写。",
          choices,
        },
      },
    },
    woocommerce: {
      steps: {
        open: "在 WordPress 后台：WooCommerce → 设置 → 高级 → REST API → 添加密钥。",
        key: "选择有权查看订单的用户，权限选“读取”，不要选“读取/写入”。密钥的两部分只显示一次，请复制。",
        links: "“设置 → 固定链接”不能选“朴素”，并且店铺必须使用 https。",
      },
      link: "查看 WooCommerce 关于密钥的说明",
      fields: {
        url: {
          label: "店铺地址",
          text: "顾客访问的地址，例如 https://shop.example。",
          choices,
        },
        consumerKey: { label: "消费者密钥", text: "Consumer key，以 ck_ 开头。", choices },
        consumerSecret: { label: "消费者私钥", text: "Consumer secret，以 cs_ 开头。", choices },
      },
      further: {
        webhookSecret: {
          label: "店铺 Webhook 的密钥",
          text: "与“WooCommerce → 设置 → 高级 → Webhooks”中所填的相同。",
          choices,
        },
        completedMeans: {
          label: "“已完成”在您的店铺中表示",
          text: "WooCommerce 不记录包裹是否送达。",
          choices: { past: "订单已结束", "on-its-way": "包裹在途" },
        },
      },
    },
    shopware: shopwareWords.zh,
    shopline: shoplineWords.zh,
    shoplazza: shoplazzaWords.zh,
    medusa: medusaWords.zh,
    vendure: {
      steps: {
        enable:
          "需要 Vendure 3.6 或更高版本。请开发人员先在 vendure-config.ts 的 tokenMethod 中加入 'api-key'，否则 Vendure 会忽略所有 API 密钥。",
        role: "Settings → Roles：新建角色，只勾选 Read Order 和 Read Customer 两项权限。",
        key: "Settings → API Keys → New API Key：只选择这个角色。密钥只显示一次，请复制。",
      },
      link: "查看 Vendure 关于 API 密钥的说明",
      fields: {
        url: {
          label: "管理 API 地址",
          text: "Vendure 服务器地址加上 /admin-api，例如 https://shop.example/admin-api。",
          choices,
        },
        apiKey: { label: "API 密钥", text: "创建时 Vendure 显示的内容。", choices },
      },
      further: {
        channelToken: {
          label: "渠道令牌",
          text: "仅当店铺不是默认渠道时填写，见 Settings → Channels。",
          choices,
        },
        payLaterMethods: {
          label: "后付款方式",
          text: "填写支付方式代码，用逗号分隔，例如 invoice：这类订单在收到款项之前视为未付款。见 Settings → Payment methods。",
          choices,
        },
        timeZone: {
          label: "店铺所在时区",
          text: "例如 Asia/Shanghai，日期按此显示。留空则为 UTC。",
          choices,
        },
      },
    },
    evershop: evershopWords.zh,
  },
});
