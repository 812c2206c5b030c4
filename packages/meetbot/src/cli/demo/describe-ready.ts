import { print, printJson } from "@meetbot/conformance/terminal/print.ts";
import type { Mail } from "../../model/mail.ts";
import type { RunningServer } from "../../server/start-server.ts";
import { version } from "../../version.ts";
import { demoBotId } from "./demo-bot.ts";
import { visitUrl } from "./demo-pages.ts";
import type { Shop } from "./shop/start-shop.ts";

/** Where there is something to look at. */
interface DemoUrls {
  url: string;
  shopUrl: string;
  consoleUrl: string;
  messengerUrl: string | null;
}

/** What `--json` prints when all is there; a public contract. */
export function readyLine(
  { url }: RunningServer,
  shop: Shop,
  { consoleUrl, messengerUrl }: Pick<DemoUrls, "consoleUrl" | "messengerUrl">,
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
  };
}

/** A mail as the terminal tells it: whoever tries the demo need not open the mailbox. */
export function describeMail({ to, text }: Mail, { json }: { json?: boolean }): void {
  const code = /\d{6}/.exec(text)?.[0];
  if (json) printJson({ mail: { to, code } });
  else print(`  Mail to ${to}: the code is ${code}`);
}

/** What a person reads when all is there. */
export function introduction(
  { url, shopUrl, consoleUrl, messengerUrl }: DemoUrls,
  dataDir: string,
  { created, isFirst }: { created: boolean; isFirst: boolean },
): string {
  const elsewhere = url.endsWith(":4400") ? "" : ` --url ${url}`;
  return `
  Meetbot ${version}   demo, on this machine only

  Console    ${consoleUrl}
             what the operator sees; this link signs in once
  Demo shop  ${url}/demo   with the chat, signed in as Yilia Chen
  As a guest ${visitUrl(shopUrl, "guest")}
  Mailbox    ${url}/demo/mailbox   mails with codes, also shown here
  Chat       ${url}/chat/${demoBotId}   as a page of its own
  Messenger  ${messengerUrl ?? "start it with --messenger to see the bot there, without a Facebook account"}
  Bot        ${url}   ${demoBotId}
  Data       ${dataDir}${created ? " (new)" : ""}

  Open the demo shop in a browser, or talk to the bot in another terminal:

      npx meetbot chat${elsewhere}

  and write, for example:

      where is my order? my email is yilia@meetbot.biz
      我的订单 MBHG4N75RBTE 到哪了？
      show order 1042, my email is yilia@meetbot.biz

  Choose “Get a code by email” to see everything, or come as a signed-in shopper, to whom everything of theirs is shown:

      npx meetbot chat${elsewhere} --identity "$(curl -s ${shopUrl}/demo/identity/yilia@meetbot.biz)"

${isFirst ? samplesTold : ""}  Ctrl-C stops the demo. Its data stays.
`;
}

/** Told once: later starts find what is there. */
const samplesTold = `  Some sample customers are asking the bot at this moment, so that there is something to look at. One
  of them finds that the shop does not answer.

      npx meetbot bot deliveries ${demoBotId}

`;
