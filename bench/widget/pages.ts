/** One page that is measured. */
export interface MeasuredPage {
  name: string;
  state: "" | "closed" | "open";
  /** What a shop writes into its page to have the chat. */
  body: string;
  /** What is on the page when the chat is there, as Playwright finds it. */
  shows: string;
}

/** Without a chat. */
export const blankPage: MeasuredPage = { name: "blank page", state: "", body: "", shows: "css=h1" };

/** Meetbot as its guide puts it on a page: it greets, and is asked for an order and for a package. */
export function meetbotPages(serverUrl: string, botId: string): MeasuredPage[] {
  const tag = (more: string) =>
    `<script async src="${serverUrl}/widget/loader.js" data-bot="${botId}"${more}></script>`;
  const ask = `<script>
window.Meetbot = window.Meetbot || function () { (Meetbot.q = Meetbot.q || []).push(arguments); };
Meetbot("send", "where is my order MBWXS75S9878?");
Meetbot("send", "where is package PK2NGKU254?");
</script>`;
  return [
    { name: "Meetbot", state: "closed", body: tag(""), shows: "css=meetbot-chat .launcher" },
    { name: "Meetbot", state: "open", body: tag(" data-open"), shows: "css=meetbot-chat .bot" },
    {
      name: "Meetbot with two cards",
      state: "open",
      body: ask + tag(" data-open"),
      shows: "css=meetbot-chat article >> nth=1",
    },
  ];
}

/** A page whole: one that has something to read, so that its paint can be measured. */
export const toHtml = ({ body }: MeasuredPage) => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<link rel="icon" href="data:,">
<title>Lantern Street</title>
<main><h1>Lantern Street</h1><p>Things for the home.</p></main>
${body}
</html>
`;
