import type { RouterRoute } from "hono/types";

/** The entry point of a request. */
export type Door =
  | "chat"
  | "stream"
  | "admin"
  | "sign_in"
  | "webhook"
  | "push"
  | "track"
  | "platform"
  | "page"
  | "probe"
  | "other";

/** Route prefixes of each door, longest first; `/metrics` uses this table for its door labels. */
const doors: readonly (readonly [beginning: string, door: Door])[] = [
  ["/chat/:bot_id/events", "stream"],
  ["/chat/:bot_id/", "chat"],
  ["/api/auth/", "sign_in"],
  ["/api/v1/", "admin"],
  ["/api/openapi.json", "page"],
  ["/channels/", "webhook"],
  ["/connectors/", "platform"],
  ["/push/", "push"],
  ["/track/", "track"],
  ["/console/", "page"],
  ["/docs/", "page"],
  ["/widget/", "page"],
  ["/demo/", "page"],
];

const alone: Readonly<Record<string, Door>> = {
  "/": "page",
  "/chat/:bot_id": "page",
  "/console": "page",
  "/docs": "page",
  "/demo": "page",
  "/widget": "page",
  "/api": "push",
  "/healthz": "probe",
  "/readyz": "probe",
  "/metrics": "probe",
};

/** Whether the path is a console stream; only the time to its first response is measured. */
const isStream = (path: string) => path.startsWith("/api/v1/") && path.endsWith("/live");

/** The labels under which a route is counted. */
export interface DoorOf {
  door: Door | (string & {});
  /** The route's pattern from the table of URLs, never the requested path. */
  route: string;
}

/** No route of ours: a scanner, or a mistyped address. */
export const noDoor: DoorOf = { door: "other", route: "none" };

/**
 * Creates the doors of all routes, by their paths. Throws if a route has none, since it would go unmonitored. `hooks`:
 * URLs of features, which name their own doors.
 */
export function createDoors(
  routes: readonly RouterRoute[],
  hooks: readonly { path: string; door: string }[] = [],
): ReadonlyMap<string, DoorOf> {
  const found = new Map<string, DoorOf>();
  const own = new Map(hooks.map(({ path, door }) => [path, door]));
  for (const { path } of routes) {
    if (path === "/*") continue;
    const door = own.get(path) ?? doorOf(path);
    if (!door) throw new TypeError(`The route ${path} has no door: add it to doors.ts.`);
    found.set(path, { door, route: path.split("{", 1)[0] ?? path });
  }
  return found;
}

function doorOf(path: string): Door | undefined {
  if (isStream(path)) return "stream";
  return alone[path] ?? doors.find(([beginning]) => path.startsWith(beginning))?.[1];
}
