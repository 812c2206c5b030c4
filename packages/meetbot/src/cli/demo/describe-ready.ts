import { print, printJson } from "@meetbot/conformance/terminal/print.ts";
import type { Mail } from "@meetbot/model/mail.ts";
import { isBuilt } from "../../server/pages/docs-files.ts";
import { version } from "../../version.ts";
import { demoBotId } from "./demo-bot.ts";
import { visitUrl } from "./demo-pages.ts";
import type { DemoPlace } from "./demo-place.ts";
import type { DemoShop } from "./shop/start-shop.ts";
import { vendureBotId } from "./vendure/connect-vendure.ts";
import type { VendureShop } from "./vendure/start-vendure.ts";

/** The addresses of the demo's pages. */
interface DemoUrls {
  url: string;
  shopUrl: string;
  consoleUrl: string;
  messengerUrl: string | null;
  vendure: VendureShop | null;
}

/** Returns what `--json` prints when everything has started; a public contract. */
export function readyLine(
  shop: DemoShop,
  { url, consoleUrl, messengerUrl, vendure }: Omit<DemoUrls, "shopUrl">,
) {
  return {
    ready: true,
    url,
    bot_id: demoBotId,
    merchant_url: shop.webhookUrl,
    demo_url: `${url}/demo`,
    guest_url: visitUrl(shop.url, "guest"),
    console_url: consoleUrl,
    ...(messengerUrl && { messenger_url: messengerUrl }),
    ...(vendure && {
      vendure: {
        ...{ bot_id: vendureBotId, chat_url: `${url}/chat/${vendureBotId}` },
        ...{ url: vendure.url, api_key: vendure.apiKey },
        ...{ account: vendure.account, order_number: vendure.orderNumber },
      },
    }),
  };
}

/** Prints a mail in the terminal, so that the person who tries the demo need not open the mailbox. */
export function describeMail({ to, text }: Mail, { json }: { json?: boolean }): void {
  const code = /\d{6}/.exec(text)?.[0];
  if (json) printJson({ mail: { to, code } });
  else print(`  Mail to ${to}: the code is ${code}`);
}

/** A shop that is a program of others, and how to connect it oneself. */
const vendureLines = (url: string, { url: shopUrl, apiKey, account, orderNumber }: VendureShop) => `
  Vendure    ${url}/chat/${vendureBotId}   a real shop; ask for ${orderNumber}, or with ${account}
             connect it yourself, console › New bot: ${shopUrl}
             its API key: ${apiKey}`;

/** Printed when other machines in the network can open the demo. */
export const openToAll =
  "Everybody in this network can open the demo, its console link apart, and read the mails in it: try it, and give it nothing of your own.";

/**
 * Returns what a person reads when the demo is ready: it fits a terminal screen, with what to open first at the end.
 */
export function introduction(
  { url, shopUrl, consoleUrl, messengerUrl, vendure }: DemoUrls,
  { isOpen }: Pick<DemoPlace, "isOpen">,
  { dataDir, isFirst }: { dataDir: string; isFirst: boolean },
): string {
  const elsewhere = url === "http://localhost:4400" ? "" : ` --url ${url}`;
  const customers = isFirst ? "; some customers are asking already" : "";
  return `
  Meetbot ${version}, the demo. Ctrl-C stops it. Its data stays in ${dataDir}

  Console    ${consoleUrl}
             what the operator sees${customers}. This link signs in once
  As a guest ${visitUrl(shopUrl, "guest")}
  Mailbox    ${url}/demo/mailbox   where mails with codes arrive
  Messenger  ${messengerUrl ?? "start it with --messenger to see the bot there, without a Facebook account"}
  Bot        ${url}   ${demoBotId}${vendure ? vendureLines(url, vendure) : ""}
  Docs       ${isBuilt() ? `${url}/docs` : `run npm run docs once, then open ${url}/docs`}
  Terminal   npx meetbot chat${elsewhere}

  Open the shop, where you are signed in as Yilia Chen, and ask in the chat:
  where is my order?  我的订单 MBHG4N75RBTE 到哪了？
${isOpen ? `\n  ${openToAll}\n` : ""}
  Demo shop  ${url}/demo
`;
}
