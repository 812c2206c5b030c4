/** A browser without a script: it keeps cookies, sends the forms that it was shown, and follows where they lead. */
export function openFormBrowser(page: string, headers: Record<string, string> = {}) {
  const cookies = new Map<string, string>();
  let shown = "";
  let last: Response | undefined;

  async function ask(url: string, init: RequestInit): Promise<Response> {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const response = await fetch(url, {
      ...init,
      redirect: "manual",
      headers: {
        ...{ accept: "text/html", "accept-language": "en" },
        ...(cookie && { cookie }),
        ...headers,
        ...init.headers,
      },
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      cookies.set(name, value);
    }
    last = response;
    return response;
  }

  const browser = {
    cookies,
    text: () => shown,
    /** The page as it is read: without markup. */
    read: () => decode(shown.replace(/<style>[^<]*<\/style>/, "").replace(/<[^>]*>/g, " ")),
    response: () => last,
    async open(url = page): Promise<Response> {
      const response = await ask(url, {});
      shown = await response.text();
      return response;
    },
    field: (name: string) =>
      decode(new RegExp(`name="${name}" value="([^"]*)"`).exec(shown)?.[1] ?? ""),
    /** Sends a form of the page with these fields; what it answers, before any redirect is followed. */
    async post(fields: Record<string, string>, more: RequestInit = {}): Promise<Response> {
      const body = new URLSearchParams({
        ...{ key: browser.field("key"), id: browser.field("id") },
        ...fields,
      });
      return ask(page, { method: "POST", body, ...more });
    },
    /** The same, and then what it leads to. */
    async send(fields: Record<string, string>): Promise<Response> {
      const response = await browser.post(fields);
      const to = response.headers.get("location");
      if (response.status === 303 && to) return browser.open(new URL(to, page).href);
      shown = await response.text();
      return response;
    },
    /** Looks again as long as the page says so. */
    async settle(): Promise<void> {
      for (let tries = 0; last?.headers.get("refresh") && tries < 20; tries++) await browser.open();
    },
    look: async (number: string, email = "") => {
      await browser.send({ number, account: email });
      await browser.settle();
    },
    /** Presses the button with this title. */
    async press(title: string): Promise<void> {
      const found = new RegExp(`name="payload" value="([^"]*)">${title}`).exec(shown)?.[1];
      if (!found) throw new Error(`${title} is no button of: ${shown}`);
      await browser.send({ payload: decode(found) });
      await browser.settle();
    },
    async answer(text: string): Promise<void> {
      await browser.send({ text });
      await browser.settle();
    },
  };
  return browser;
}

const decode = (text: string) =>
  text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&");
