import { choices, type PlatformWords } from "./words-shape.ts";

/** What an owner does at an EverShop, and finds there. */
export const evershopWords = {
  en: {
    steps: {
      secrets:
        "EverShop 2. Whoever runs it sets JWT_ADMIN_SECRET and JWT_ADMIN_REFRESH_SECRET in its environment once: without them it lets nobody in by its API.",
      user: 'There, a user of the admin is made for Meetbot alone, with an email that no other has: npm run user:create -- --name "Meetbot" --email "…" --password "…".',
      alone:
        "EverShop has no API keys, and no user that only reads: this one may do all that you may. Give it a long password that is used nowhere else, without spaces.",
    },
    link: "What EverShop says of signing in by its API",
    fields: {
      url: {
        label: "Address of the shop",
        text: "As customers open it, such as https://shop.example.",
        choices,
      },
      email: { label: "Email of the user", text: "Of the one that was made for Meetbot.", choices },
      password: { label: "Its password", text: "As it was given to the user.", choices },
    },
    further: {},
  },
  zh: {
    steps: {
      secrets:
        "需要 EverShop 2。请运维人员在环境变量中设置 JWT_ADMIN_SECRET 和 JWT_ADMIN_REFRESH_SECRET（只需一次），否则无法通过 API 登录。",
      user: '在服务器上为 Meetbot 单独新建一个后台用户，邮箱不要与其他用户相同：npm run user:create -- --name "Meetbot" --email "…" --password "…"。',
      alone:
        "EverShop 没有 API 密钥，也没有只读用户：这个用户的权限与您相同。请使用一个不在别处使用的长密码，不含空格。",
    },
    link: "查看 EverShop 关于 API 登录的说明",
    fields: {
      url: {
        label: "店铺地址",
        text: "顾客访问的地址，例如 https://shop.example。",
        choices,
      },
      email: { label: "用户邮箱", text: "为 Meetbot 新建的那个用户的邮箱。", choices },
      password: { label: "用户密码", text: "新建用户时设置的密码。", choices },
    },
    further: {},
  },
} satisfies Record<"en" | "zh", PlatformWords>;
