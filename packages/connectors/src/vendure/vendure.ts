import type { Connector, ConnectorField } from "../connector/connector.ts";
import { ConnectorError } from "../connector/connector-error.ts";
import { readFields } from "../connector/read-fields.ts";

const fields = [
  { name: "url", kind: "url", isRequired: true },
  { name: "apiKey", kind: "secret", isRequired: true },
] as const satisfies readonly ConnectorField[];

interface VendureConfig {
  url: string;
  apiKey: string;
}

/** Vendure, by its admin API and a key that may read orders and customers. */
export const vendure: Connector<VendureConfig> = {
  name: "vendure",
  title: "Vendure",
  fields,
  readConfig(value) {
    const { url = "", apiKey = "" } = readFields(value, fields);
    return { url, apiKey };
  },
  originOf: ({ url }) => new URL(url).origin,
  connect() {
    const fail = () => Promise.reject(new ConnectorError("unavailable", "It cannot be asked yet."));
    return {
      orders: fail,
      packages: fail,
      check: async () => ({
        isOk: false,
        problem: "unavailable",
        detail: "It cannot be asked yet.",
      }),
    };
  },
};
