import assert from "node:assert/strict";
import { resolve } from "node:path";
import { test } from "node:test";
import { ConfigError, readConfig } from "./config.ts";

test("an empty environment has the documented defaults", () => {
  assert.partialDeepStrictEqual(readConfig({}), {
    databaseUrls: null,
    listenUrls: null,
    dataDir: resolve(".meetbot"),
    port: 4400,
    host: "127.0.0.1",
    publicUrl: null,
    masterKey: null,
    mail: null,
    outboundAllow: [],
    trustedProxies: [],
    proofOfWork: "on-pressure",
    logLevel: "info",
  });
});

test("what is set is read, and variables of others are passed over", () => {
  const environment = {
    PATH: "/usr/bin",
    MEETBOT_DATABASE_URL: "postgresql://meetbot@db.example.com/meetbot",
    MEETBOT_MASTER_KEY: "a key",
    MEETBOT_DATA_DIR: "/var/lib/meetbot",
    MEETBOT_PORT: "0",
    MEETBOT_HOST: "::",
    MEETBOT_PUBLIC_URL: "https://chat.example.com",
    MEETBOT_LOG_LEVEL: "silent",
  };
  assert.partialDeepStrictEqual(readConfig(environment), {
    databaseUrls: [environment.MEETBOT_DATABASE_URL],
    listenUrls: null,
    masterKey: "a key",
    dataDir: "/var/lib/meetbot",
    port: 0,
    host: "::",
    publicUrl: "https://chat.example.com",
    logLevel: "silent",
  });
});

test("an empty value is as good as none", () => {
  assert.equal(readConfig({ MEETBOT_PORT: "", MEETBOT_NO_SUCH: "" }).port, 4400);
});

test("a value that cannot be is refused, and the message names its variable and not its value", () => {
  const wrong = {
    MEETBOT_MAIL_FROM: "Shop secret-5@",
    MEETBOT_TRUSTED_PROXIES: "127.0.0.1, secret-6",
    MEETBOT_OUTBOUND_ALLOW: "https://secret-7",
    MEETBOT_PUSH_SERVICES: "10.0.0.0/8 secret-8",
    MEETBOT_NO_SUCH: "secret-1",
    MEETBOT_DATABASE_URL: "mysql://secret-2",
    MEETBOT_PORT: "65536",
    MEETBOT_HOST: "two words",
    MEETBOT_PUBLIC_URL: "www.example.org",
    MEETBOT_SMTP_URL: "https://secret-3",
    MEETBOT_GRAPH_URL: "secret-4",
    MEETBOT_TELEGRAM_URL: "secret-8",
    MEETBOT_LLM_URL: "http://models.example/v1?key=secret-9",
    MEETBOT_LLM_MODEL: "two words",
    MEETBOT_LLM_KEY: "line\nsecret-10",
    MEETBOT_CLAMD: "scanner.example:port-11",
    MEETBOT_LOG_LEVEL: "LOUD",
  };
  for (const [name, value] of Object.entries(wrong)) {
    assert.throws(
      () => readConfig({ [name]: value }),
      (error) =>
        error instanceof ConfigError &&
        error.code === "invalid_config" &&
        error.message.startsWith(name) &&
        !error.message.includes(value),
      name,
    );
  }
});

test("a database of one's own needs a master key, for every node has to have the same", () => {
  const MEETBOT_DATABASE_URL = "postgres://meetbot@db.example.com/meetbot";
  assert.throws(() => readConfig({ MEETBOT_DATABASE_URL }), /^ConfigError: MEETBOT_MASTER_KEY /);
});

test("a virus scanner is a host with a port", () => {
  const clamd = (MEETBOT_CLAMD: string) => readConfig({ MEETBOT_CLAMD }).clamd;
  assert.deepEqual(clamd("127.0.0.1:3310"), { host: "127.0.0.1", port: 3310 });
  assert.deepEqual(clamd("[::1]:3310"), { host: "::1", port: 3310 });
  assert.deepEqual(clamd(""), null);
  for (const wrong of ["clamd.example", "http://clamd.example:3310", "clamd.example:70000"]) {
    assert.throws(() => clamd(wrong), /^ConfigError: MEETBOT_CLAMD must be a host with a port/);
  }
});

test("a mail server needs a sender, and both are read together", () => {
  const MEETBOT_SMTP_URL = "smtp://name:password@mail.example.com:587";
  assert.throws(() => readConfig({ MEETBOT_SMTP_URL }), /^ConfigError: MEETBOT_MAIL_FROM /);
  assert.throws(
    () => readConfig({ MEETBOT_SMTP_URL: "smtp:mail.example.com" }),
    /MEETBOT_SMTP_URL/,
  );
  for (const from of ["orders@shop.example", "灯笼街 <orders@shop.example>"]) {
    const { mail } = readConfig({ MEETBOT_SMTP_URL, MEETBOT_MAIL_FROM: from });
    assert.deepEqual(mail, { url: MEETBOT_SMTP_URL, from });
  }
});

test("a language model needs a name beside its URL, and a key only where its server asks for one", () => {
  const MEETBOT_LLM_URL = "http://127.0.0.1:11434/v1";
  assert.throws(() => readConfig({ MEETBOT_LLM_URL }), /^ConfigError: MEETBOT_LLM_MODEL /);
  const withPassword = "https://name:password@models.example.com/v1";
  assert.throws(() => readConfig({ MEETBOT_LLM_URL: withPassword }), /without a name and password/);
  const named = { MEETBOT_LLM_URL, MEETBOT_LLM_MODEL: "qwen3:8b" };
  const languageModel = { url: MEETBOT_LLM_URL, model: "qwen3:8b", key: null };
  assert.deepEqual(readConfig(named).languageModel, languageModel);
  const keyed = readConfig({ ...named, MEETBOT_LLM_KEY: "sk-1" });
  assert.deepEqual(keyed.languageModel, { ...languageModel, key: "sk-1" });
  assert.equal(readConfig({}).languageModel, null);
});

test("trusted proxies are addresses and networks", () => {
  const read = (list: string) => readConfig({ MEETBOT_TRUSTED_PROXIES: list }).trustedProxies;
  assert.deepEqual(read("127.0.0.1, 10.0.0.0/8,::1"), ["127.0.0.1", "10.0.0.0/8", "::1"]);
  for (const wrong of [
    "10.0.0.0/33",
    "10.0.0.0/",
    "10.0.0/8",
    "*",
    "proxy.example.com",
    "::/129",
  ]) {
    assert.throws(() => read(wrong), /^ConfigError: MEETBOT_TRUSTED_PROXIES /, wrong);
  }
});

test("the networks that operators come from are addresses and networks, and any unless some are named", () => {
  const read = (list: string) => readConfig({ MEETBOT_ADMIN_NETWORKS: list }).adminNetworks;
  assert.deepEqual(read(""), []);
  const networks = ["198.51.100.7", "10.0.0.0/8", "2001:db8::/32"];
  assert.deepEqual(read(networks.join(", ")), networks);
  for (const wrong of ["office", "10.0.0.0/33", "10.0.0.0/8,", "2001:db8::/129", "1.2.3", "*"]) {
    assert.throws(() => read(wrong), /MEETBOT_ADMIN_NETWORKS must be addresses or networks/);
  }
});

test("the allow list takes hosts, hosts with a port, addresses and networks, and nothing else", () => {
  const entries = [
    "shop.example.com",
    "shop:8080",
    "订单.example",
    "10.0.0.5",
    "10.0.0.5:8080",
    "10.0.0.0/8",
    "fd00::1",
    "[fd00::1]:8080",
    "fd00::/8",
  ];
  const MEETBOT_OUTBOUND_ALLOW = entries.join(" , ");
  assert.deepEqual(readConfig({ MEETBOT_OUTBOUND_ALLOW }).outboundAllow, entries);
  for (const wrong of [
    "https://shop.example.com",
    "shop.example.com/path",
    "*.example.com",
    "10.0.0.0/33",
    "10.0.0.256",
    "shop:65536",
    "shop:",
    "name@shop",
    "shop.example.com,",
    "a b",
  ]) {
    assert.throws(
      () => readConfig({ MEETBOT_OUTBOUND_ALLOW: wrong }),
      /MEETBOT_OUTBOUND_ALLOW must be hosts/,
      wrong,
    );
  }
});

test("a database URL may name several servers, of which one can be written to", () => {
  const urls = (MEETBOT_DATABASE_URL: string) =>
    readConfig({ MEETBOT_DATABASE_URL, MEETBOT_MASTER_KEY: "a key" }).databaseUrls;
  const owner = "m:p%40";
  assert.deepEqual(urls(`postgresql://${owner}@a.example:5433,b.example/db?sslmode=verify-full`), [
    `postgresql://${owner}@a.example:5433/db?sslmode=verify-full`,
    `postgresql://${owner}@b.example/db?sslmode=verify-full`,
  ]);
  assert.equal(urls("postgres://a,[::1]:5433/db?target_session_attrs=read-write")?.length, 2);
  for (const wrong of ["postgres://a,/db", "postgres://a,b:x/db", "postgres:///db"]) {
    assert.throws(() => urls(wrong), /^ConfigError: MEETBOT_DATABASE_URL must be a URL/, wrong);
  }
  assert.throws(() => urls("postgres://a,b/db?target_session_attrs=any"), /read-write/);
});

test("traces are sent where OpenTelemetry's own variables name a collector, and by its ratio", () => {
  const named = { OTEL_EXPORTER_OTLP_ENDPOINT: "http://127.0.0.1:4318" };
  const ratio = (more: Record<string, string>) => readConfig({ ...named, ...more }).traceRatio;
  assert.equal(readConfig({}).traceRatio, null);
  assert.equal(ratio({}), 1);
  assert.equal(ratio({ OTEL_SDK_DISABLED: "true" }), null);
  assert.equal(ratio({ OTEL_TRACES_EXPORTER: "none" }), null);
  const sampler = { OTEL_TRACES_SAMPLER: "parentbased_traceidratio" };
  assert.equal(ratio({ ...sampler, OTEL_TRACES_SAMPLER_ARG: "0.25" }), 0.25);
  assert.throws(() => ratio({ ...sampler, OTEL_TRACES_SAMPLER_ARG: "many" }), /SAMPLER_ARG/);
  assert.throws(() => ratio({ OTEL_EXPORTER_OTLP_ENDPOINT: "collector:4317" }), /must be a URL/);
});

test("an identity provider is reached by https, and needs to know this server and who may do what", () => {
  const MEETBOT_OIDC_ISSUER = "https://login.example.com/realms/shop";
  const read = (more: Record<string, string>) =>
    readConfig({ MEETBOT_OIDC_ISSUER, MEETBOT_OIDC_CLIENT_ID: "meetbot", ...more }).singleSignOn;
  const MEETBOT_OIDC_ROLES = "cn=admins=administrator, support team=agent@bot_9f2c,*=operator";
  assert.partialDeepStrictEqual(read({ MEETBOT_OIDC_ROLES }), {
    issuer: MEETBOT_OIDC_ISSUER,
    clientSecret: null,
    roles: ["cn=admins=administrator", "support team=agent@bot_9f2c", "*=operator"],
    label: "login.example.com",
    isOnlyWay: false,
    sessionHours: 12,
  });
  assert.throws(() => read({}), /MEETBOT_OIDC_ROLES is missing/);
  for (const wrong of ["it", "it=boss", "it=owner", "=administrator", "it=owner@"]) {
    assert.throws(() => read({ MEETBOT_OIDC_ROLES: wrong }), /MEETBOT_OIDC_ROLES must be values/);
  }
  const at = (issuer: string) => read({ MEETBOT_OIDC_ROLES, MEETBOT_OIDC_ISSUER: issuer });
  assert.equal(at("http://127.0.0.1:8080")?.issuer, "http://127.0.0.1:8080");
  assert.throws(() => at("http://login.example.com"), /MEETBOT_OIDC_ISSUER must be an https URL/);
  assert.throws(() => readConfig({ MEETBOT_OIDC_ONLY: "yes" }), /MEETBOT_OIDC_ISSUER is missing/);
});
