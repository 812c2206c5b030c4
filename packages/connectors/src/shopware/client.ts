import type { ConnectorDeps } from "../connector/connector.ts";
import { ConnectorError } from "../connector/connector-error.ts";
import { fieldOf } from "../http/field-of.ts";
import type { ShopAnswer } from "../http/read-answer.ts";
import { readToken } from "../http/read-token.ts";
import { createShopHttp } from "../http/shop-http.ts";
import { createTokenBucket } from "../http/token-bucket.ts";
import { askWithToken, createTokenKeeper } from "../http/token-keeper.ts";
import type { ShopwareConfig } from "./config.ts";
import type { Criteria } from "./criteria.ts";

/** Shopware limits only sign-ins, not searches; a shop's hosting often limits requests. */
const allowance = { capacity: 20, perSecond: 5 };

/** The entities that the connector searches. */
export type ShopwareEntity =
  | "order"
  | "customer"
  | "integration"
  | "order-transaction-capture-refund";

/** Queries Shopware's admin API. Throws a `ConnectorError` if it gets no answer. */
export interface ShopwareClient {
  search<Row>(entity: ShopwareEntity, criteria: Criteria): Promise<Row[]>;
}

/**
 * Creates a client for an integration, whose tokens are valid for ten minutes
 * (https://developer.shopware.com/docs/guides/integrations-api/general-concepts/authentication-authorisation).
 */
export function createShopwareClient(config: ShopwareConfig, deps: ConnectorDeps): ShopwareClient {
  const bucket = createTokenBucket(allowance, deps.now);
  const http = createShopHttp({ origin: new URL(config.site).origin, bucket }, deps);
  const post = (path: string, body: object, headers: Record<string, string> = {}) =>
    http({
      method: "POST",
      path: `${config.site}/api/${path}`,
      headers: { "content-type": "application/json", ...headers },
      body: JSON.stringify(body),
      expected: [400, 401, 403, 404],
    });

  const tokens = createTokenKeeper(async () => {
    const answer = await post("oauth/token", {
      grant_type: "client_credentials",
      client_id: config.accessKeyId,
      client_secret: config.secretAccessKey,
    });
    const token = readToken(answer, deps.now());
    if (token === null) throw explainNoToken(answer);
    return token;
  }, deps.now);

  return {
    search: <Row>(entity: ShopwareEntity, criteria: Criteria) =>
      askWithToken(tokens, async (token) => {
        const answer = await post(`search/${entity}`, criteria, {
          authorization: `Bearer ${token}`,
        });
        if (answer.status !== 200) throw explain(answer);
        const data = fieldOf(answer.json, "data");
        if (!Array.isArray(data)) {
          throw new ConnectorError("not_this_platform", "What answers there is no admin API.");
        }
        return data as Row[];
      }),
  };
}

function explainNoToken({ status }: ShopAnswer): ConnectorError {
  if (status === 400 || status === 401) {
    return new ConnectorError(
      "unauthorized",
      "Shopware does not know this access key with this secret, or the integration was removed.",
    );
  }
  return new ConnectorError(
    status === 403 ? "missing_scope" : "not_this_platform",
    `Shopware gives no token (HTTP ${status}). Is this the address of the shop itself?`,
  );
}

function explain({ status, json }: ShopAnswer): ConnectorError {
  if (status === 401) return new ConnectorError("unauthorized", "Shopware refuses its own token.");
  if (status === 403) {
    const lacks = missingPrivileges(json);
    return new ConnectorError(
      "missing_scope",
      `The integration lacks ${lacks || "a permission"}. Give it a role that may view orders and customers.`,
    );
  }
  if (status === 404) {
    return new ConnectorError("not_this_platform", "The shop has no admin API of Shopware 6.");
  }
  return new ConnectorError("broken_answer", `Shopware answers with an error (HTTP ${status}).`);
}

/** `{"errors":[{"code":"FRAMEWORK__MISSING_PRIVILEGE_ERROR","detail":"{\"missingPrivileges\":[\"order:read\"]}"}]}`. */
function missingPrivileges(json: unknown): string {
  const errors = fieldOf(json, "errors");
  const detail = fieldOf(Array.isArray(errors) ? errors[0] : null, "detail");
  const words = typeof detail === "string" ? detail.split(/[^a-z_:]/) : [];
  return words.filter((word) => word.endsWith(":read")).join(", ");
}
