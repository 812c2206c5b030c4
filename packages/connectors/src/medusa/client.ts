import type { ConnectorDeps } from "../connector/connector.ts";
import { ConnectorError } from "../connector/connector-error.ts";
import { fieldOf } from "../http/field-of.ts";
import type { ShopAnswer } from "../http/read-answer.ts";
import { createRest, type Parameters } from "../http/rest.ts";
import type { MedusaConfig } from "./config.ts";

/** Medusa itself has no rate limit, but its hosting often does. A list takes four requests. */
const allowance = { capacity: 40, perSecond: 10 };

/** Queries Medusa's admin API. Throws a `ConnectorError` if it gets no answer. */
export interface MedusaClient {
  /** The rows of a list, by its name: `orders`. */
  list<Row>(name: "orders" | "customers" | "stores", parameters: Parameters): Promise<Row[]>;
}

/**
 * Creates a client that sends a secret key as the user name of a sign-in without a password
 * (https://docs.medusajs.com/api/admin#authentication). Its methods throw a `ConnectorError`.
 */
export function createMedusaClient(
  { site, secretKey }: MedusaConfig,
  deps: ConnectorDeps,
): MedusaClient {
  const { origin, pathname } = new URL(site);
  const base = `${pathname.replace(/\/$/, "")}/admin/`;
  const headers = { authorization: `Basic ${btoa(`${secretKey}:`)}` };
  const rest = createRest({ origin, base, headers, allowance, explain }, deps);
  return {
    async list<Row>(name: string, parameters: Parameters) {
      const rows = fieldOf((await rest(name, parameters))?.json, name);
      if (Array.isArray(rows)) return rows as Row[];
      throw new ConnectorError(
        "not_this_platform",
        "What answers there is no admin API of Medusa 2. Give the address of its server, not of the storefront.",
      );
    },
  };
}

function explain({ status }: ShopAnswer): ConnectorError | null {
  if (status === 401) {
    return new ConnectorError(
      "unauthorized",
      "Medusa does not know this secret key, or it was revoked.",
    );
  }
  if (status === 403) {
    return new ConnectorError(
      "missing_scope",
      "The secret key may not read orders, customers or the store.",
    );
  }
  return null;
}
