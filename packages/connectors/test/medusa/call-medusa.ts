/** An API's answer. The caller knows its shape. */
// biome-ignore lint/suspicious/noExplicitAny: an answer of another program, which a test looks into
export type Data = any;

export type Body = Readonly<Record<string, unknown>>;

/** Asks one of Medusa's APIs as somebody. Rejects for what is refused. */
export interface Caller {
  get(path: string): Promise<Data>;
  post(path: string, body?: Body): Promise<Data>;
}

export function callerOf(url: string, headers: Record<string, string> = {}): Caller {
  async function call(path: string, init: RequestInit): Promise<Data> {
    const answer = await fetch(`${url}${path}`, {
      ...init,
      headers: { ...headers, "content-type": "application/json" },
    });
    if (answer.ok) return answer.json();
    throw new Error(`${path}: HTTP ${answer.status} ${await answer.text()}`);
  }
  return {
    get: (path) => call(path, {}),
    post: (path, body = {}) => call(path, { method: "POST", body: JSON.stringify(body) }),
  };
}

/** A storefront without an account. */
export function visit(url: string, publishableKey: string): Caller {
  return callerOf(url, { "x-publishable-api-key": publishableKey });
}

/** A storefront with a new account. */
export async function signUp(url: string, publishableKey: string, email: string): Promise<Caller> {
  const key = { "x-publishable-api-key": publishableKey };
  const credentials = { email, password: "a password" };
  const bearing = ({ token }: Data) => callerOf(url, { ...key, authorization: `Bearer ${token}` });
  const stranger = callerOf(url, key);
  const newcomer = bearing(await stranger.post("/auth/customer/emailpass/register", credentials));
  await newcomer.post("/store/customers", { email, first_name: "Otto", last_name: "Normal" });
  return bearing(await stranger.post("/auth/customer/emailpass", credentials));
}
