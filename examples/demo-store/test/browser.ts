/** What a shop answered, with its whole body. */
export interface BrowserAnswer {
  status: number;
  headers: Headers;
  /** Where it sends the browser; empty when it does not. */
  location: string;
  text: string;
}

/** A browser as far as the shop can tell, at which a test decides each step: it follows nothing. */
export interface Browser {
  /** The session cookie as it goes with each request; a test may change it. */
  cookie: string;
  open(path: string): Promise<BrowserAnswer>;
  submit(
    path: string,
    fields: Record<string, string>,
    headers?: Record<string, string>,
  ): Promise<BrowserAnswer>;
}

export function createBrowser(shopUrl: string): Browser {
  async function request(path: string, init: RequestInit): Promise<BrowserAnswer> {
    const headers = { ...init.headers, cookie: browser.cookie };
    const response = await fetch(`${shopUrl}${path}`, { ...init, headers, redirect: "manual" });
    const [cookie] = response.headers.getSetCookie();
    if (cookie !== undefined) browser.cookie = cookie.split(";")[0] ?? "";
    return {
      status: response.status,
      headers: response.headers,
      location: response.headers.get("location") ?? "",
      text: await response.text(),
    };
  }

  const browser: Browser = {
    cookie: "",
    open: (path) => request(path, {}),
    submit: (path, fields, headers = {}) =>
      request(path, { method: "POST", headers, body: new URLSearchParams(fields) }),
  };
  return browser;
}

/** A browser in which a shopper has just signed in. */
export async function createSignedIn(shopUrl: string, email: string): Promise<Browser> {
  const browser = createBrowser(shopUrl);
  await browser.submit("/login", { email });
  return browser;
}
