import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { Registry } from "prom-client";
import { parse } from "yaml";
import { registry } from "../src/channels/registry.ts";
import { features } from "../src/features/features.ts";
import { createRoutes } from "../src/server/routes.ts";

// Whatever stands before Meetbot leads the world to the same paths: those of the table of routes, and to no other.

const read = (file: string) =>
  readFileSync(fileURLToPath(new URL(`../../../${file}`, import.meta.url)), "utf8");
const languages = ["docs/", "docs/zh/"];

/** Stays inside: no lock is on it, or it is the demo's. */
const isInside = (path: string) => /^\/(?:$|healthz|readyz|metrics|demo)/.test(path);
const never = ["/", "/metrics", "/healthz", "/readyz", "/demo", "/chatter", "/apis", "/consoles"];

/** As a request would have it. */
const pathOf = (route: string) => route.replace(/\{.*\}/, "").replace(/:\w+|\*/g, "x");

/** Stands in for all that routes need once somebody asks. */
const anything: unknown = new Proxy(() => {}, {
  get: (_, key) => (key === Symbol.iterator ? Array.prototype[Symbol.iterator] : anything),
  apply: () => anything,
});

let routes: string[] = [];
before(() => {
  const standIn = <Own extends object>(given: Own) =>
    new Proxy(given, {
      get: (own, key) => (key in own ? own[key as keyof typeof own] : anything),
    }) as never;
  const store = standIn({
    alerts: anything,
    bridges: anything,
    carriers: anything,
    webPush: anything,
  });
  const node = standIn({ store, registers: [new Registry()], publicUrl: null, ownOrigins: [] });
  const running = features.map((feature) => feature.start(node));
  const deps = {
    ...{ hosts: null, demoPages: null, trustedProxies: [], adminNetworks: [], ownOrigins: [] },
    webhooks: { channels: registry },
    features: running,
    // What the admin API takes apart before anybody asks.
    admin: { features: running, closing: anything, hints: anything },
  };
  const found = createRoutes(standIn(deps)).routes.map(({ path }) => path);
  routes = [...new Set(found)].filter((path) => path !== "/*" && !isInside(path));
});

/** Code of a page, by its language. */
const blocksOf = (page: string, language: string) =>
  [...read(page).matchAll(new RegExp(`^\`\`\`${language}\n([^]*?)^\`\`\`$`, "gm"))].map(
    ([, code = ""]) => code,
  );

type Leads = (path: string) => boolean;

const caddy = (text: string): Leads => {
  const globs = [...text.matchAll(/\bpath ((?:\/\S+ ?)+)/g)].flatMap(([, list = ""]) =>
    list.trim().split(" "),
  );
  return (path) =>
    globs.some((glob) => (glob.endsWith("*") ? path.startsWith(glob.slice(0, -1)) : path === glob));
};

const nginx = (text: string): Leads => {
  const places = [...text.matchAll(/location ~ (\S+) \{/g)].map(([, place = ""]) => place);
  return (path) => places.some((place) => new RegExp(place).test(path));
};

const traefik = (text: string): Leads => {
  const rules = [...text.matchAll(/(PathPrefix|Path)\(`([^`]+)`\)/g)];
  return (path) =>
    rules.some(([, kind, given = ""]) =>
      kind === "Path" ? path === given : path.startsWith(given),
    );
};

/** Its prefixes are of whole parts of a path. */
const ingress = (text: string): Leads => {
  type Rule = { http: { paths: { path: string; pathType: string }[] } };
  const { rules } = (parse(text) as { spec: { rules: Rule[] } }).spec;
  const paths = rules.flatMap(({ http }) => http.paths);
  return (asked) =>
    paths.some(({ path, pathType }) => {
      assert.equal(pathType, "Prefix");
      return asked === path || asked.startsWith(`${path}/`);
    });
};

/** What the page's table says, in the form of its first column. */
const table = (text: string): Leads => {
  const cells = [...text.matchAll(/^ {2}\| (`\/.*?) \|/gm)].map(([, cell = ""]) => cell);
  const given = cells.flatMap((cell) => [...cell.matchAll(/`(\/\w+\/?)`/g)].map(([, one]) => one!));
  return (path) =>
    given.some((one) =>
      one.endsWith("/") ? path.startsWith(one) : path === one || path.startsWith(`${one}/`),
    );
};

const files: [name: string, leads: Leads][] = [
  ["deploy/kubernetes/ingress.yaml", ingress(read("deploy/kubernetes/ingress.yaml"))],
  ["deploy/compose/Caddyfile", caddy(read("deploy/compose/Caddyfile"))],
  ...languages.flatMap((folder): [string, Leads][] => {
    const page = `${folder}proxies.md`;
    return [
      [`nginx in ${page}`, nginx(blocksOf(page, "nginx").join("\n"))],
      [`Caddy in ${page}`, caddy(blocksOf(page, "caddyfile").join("\n"))],
      [`Traefik in ${page}`, traefik(blocksOf(page, "yaml").join("\n"))],
      [`the table in ${page}`, table(read(page))],
    ];
  }),
];

for (const [name, leads] of files) {
  test(`${name} leads to every route that the world may ask, and to nothing else`, () => {
    assert(routes.length > 30);
    assert.deepEqual(
      routes.filter((route) => !leads(pathOf(route))),
      [],
    );
    assert.deepEqual(never.filter(leads), []);
  });
}

for (const folder of languages) {
  test(`a proxy that parts bots finds them by all the paths that ${folder}capacity.md names`, () => {
    const parts = (paths: string[]) => [...new Set(paths.map((path) => path.split("/")[1]))];
    // Of a bot in the console and its API its shard knows, by the host.
    const ofBots = routes.filter((path) => /:bot_id/.test(path) && !path.startsWith("/api/"));
    const named = [...read(`${folder}capacity.md`).matchAll(/`(\/[^` ]*<[^` ]*)`/g)];
    assert.deepEqual(
      parts(named.map(([, path = ""]) => path)).toSorted(),
      parts(ofBots).toSorted(),
    );
  });
}
