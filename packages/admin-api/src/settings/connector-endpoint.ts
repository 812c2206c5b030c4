/** A platform's name in an endpoint. The pattern excludes paths, hosts and other names. */
const form = /^connector:([a-z][a-z0-9-]{0,39})$/;

/** The connector that an endpoint names; `null`: it is a URL. */
export function connectorNameOf(endpoint: string): string | null {
  return form.exec(endpoint)?.[1] ?? null;
}

/** Returns the endpoint of a bot whose shop Meetbot queries through a connector. */
export function connectorEndpoint(name: string): string {
  return `connector:${name}`;
}
