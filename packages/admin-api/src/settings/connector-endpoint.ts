/** A platform's name as it stands in an endpoint: nothing that could be a path, a host or another name. */
const form = /^connector:([a-z][a-z0-9-]{0,39})$/;

/** The connector that an endpoint names; `null`: it is a URL. */
export function connectorNameOf(endpoint: string): string | null {
  return form.exec(endpoint)?.[1] ?? null;
}

/** Returns the endpoint of a bot whose shop Meetbot queries through a connector. */
export function connectorEndpoint(name: string): string {
  return `connector:${name}`;
}
