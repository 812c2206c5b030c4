import { isIP } from "node:net";
import { homedir } from "node:os";
import { join, resolve } from "node:path";
import { z } from "zod";

/** The operator must change the environment; the message names the variable and an example. */
export class ConfigError extends Error {
  override name = "ConfigError";
  readonly code = "invalid_config";
}

const url = (protocols: string[], example: string) =>
  z.string().refine((value) => {
    const parsed = URL.parse(value);
    return parsed !== null && parsed.host !== "" && protocols.includes(parsed.protocol);
  }, `must be a URL such as ${example}`);

/** The URL of each server that a database URL names. Their names and ports are separated by commas, as libpq has it. */
function serversOf(databaseUrl: string): string[] {
  const [, before = "", hosts = "", behind = ""] =
    /^([a-z]+:\/\/(?:[^/?#]*@)?)([^/?#@]*)(.*)$/is.exec(databaseUrl) ?? [];
  return hosts.split(",").map((host) => `${before}${host}${behind}`);
}

/** With several servers, Meetbot uses the one that accepts writes; any other setting would be ignored. */
const writes = [null, "read-write", "primary"];

const databaseUrl = z
  .string()
  .refine((value) => {
    const servers = serversOf(value).map((server) => URL.parse(server));
    return servers.every(
      (server) => server?.host && ["postgres:", "postgresql:"].includes(server.protocol),
    );
  }, "must be a URL such as postgres://meetbot:password@db.example.com/meetbot")
  .refine(
    (value) =>
      writes.includes(
        URL.parse(serversOf(value)[0] ?? "")?.searchParams.get("target_session_attrs") ?? null,
      ),
    "may have no target_session_attrs but read-write: Meetbot always needs the server that can be written to",
  )
  .transform(serversOf);

/** Meetbot builds links from this URL, so a user name before the host would appear in all of them. */
const webUrl = (example: string) =>
  url(["http:", "https:"], example).refine(
    (value) => !/^[^/?#]*\/\/[^/?#]*[@\\]/.test(value),
    `must be a URL without a name and password in it, such as ${example}`,
  );

const list = z.string().transform((entries) => entries.split(",").map((entry) => entry.trim()));

const networks = (example: string) =>
  list.refine(
    (entries) => entries.every(isNetwork),
    `must be addresses or networks such as ${example}, separated by commas`,
  );

const printable = (what: string) =>
  z.string().regex(/^[\x21-\x7e]{1,4096}$/, `must be ${what}, without spaces`);

const yesOrNo = z
  .enum(["yes", "no"], { error: "must be yes or no" })
  .transform((value) => value === "yes")
  .default(false);

/** A claim's value, and the role that it grants. */
const roleRule =
  /^[^,]{1,256}=(?:administrator|operator|(?:owner|editor|viewer|agent)@[\w-]{1,64})$/;

/** Every known variable. Other variables named `MEETBOT_…` are typing mistakes. */
const variables = z.strictObject({
  MEETBOT_DATABASE_URL: databaseUrl.optional(),
  MEETBOT_DATABASE_LISTEN_URL: databaseUrl.optional(),
  MEETBOT_DATA_DIR: z.string().default(".meetbot"),
  MEETBOT_PORT: z
    .string()
    .regex(/^\d{1,5}$/, "must be a port number such as 4400")
    .transform(Number)
    .refine((port) => port <= 65_535, "must be a port number such as 4400")
    .default(4400),
  MEETBOT_HOST: z
    .string()
    .regex(/^[\w.:-]+$/, "must be a host name or address such as 127.0.0.1")
    .default("127.0.0.1"),
  MEETBOT_PUBLIC_URL: webUrl("https://chat.example.com").optional(),
  MEETBOT_MASTER_KEY: z.string().optional(),
  MEETBOT_ADMIN_TOKEN: z.string().optional(),
  MEETBOT_SMTP_URL: url(["smtp:", "smtps:"], "smtp://mail.example.com:587").optional(),
  MEETBOT_MAIL_FROM: z
    .string()
    .regex(
      /^(?:[^<>@\p{Cc}]{1,80} <[\w.%+-]+@[\w.-]+>|[\w.%+-]+@[\w.-]+)$/u,
      "must be an address such as orders@shop.example, or Shop <orders@shop.example>",
    )
    .optional(),
  MEETBOT_OUTBOUND_ALLOW: list
    .refine(
      (entries) => entries.every((entry) => isNetwork(entry) || isHost(entry)),
      "must be hosts, hosts with a port, or networks, such as shop.example.com, 10.0.0.5:8080, 10.0.0.0/8, separated by commas",
    )
    .default([]),
  MEETBOT_PUSH_SERVICES: list
    .refine(
      (entries) => entries.every(isHost),
      "must be hosts, or hosts with a port, such as push.example.com, separated by commas",
    )
    .default([]),
  MEETBOT_TRUSTED_PROXIES: networks("127.0.0.1, 10.42.7.0/24").default([]),
  MEETBOT_ADMIN_NETWORKS: networks("198.51.100.0/24, 2001:db8:5::/48").default([]),
  MEETBOT_PROOF_OF_WORK: z
    .enum(["on-pressure", "always", "off"], { error: "must be one of on-pressure, always, off" })
    .default("on-pressure"),
  MEETBOT_GRAPH_URL: webUrl("https://graph.facebook.com").optional(),
  MEETBOT_TELEGRAM_URL: webUrl("https://api.telegram.org").optional(),
  MEETBOT_LLM_URL: webUrl("http://127.0.0.1:11434/v1")
    .refine((value) => !/[?#]/.test(value), "must be a base URL such as http://127.0.0.1:11434/v1")
    .optional(),
  MEETBOT_LLM_MODEL: z
    .string()
    .regex(/^[\x21-\x7e]{1,200}$/, "must be a model's name such as qwen3:8b")
    .optional(),
  MEETBOT_LLM_KEY: z
    .string()
    .regex(/^[\x21-\x7e]{1,4096}$/, "must be a key as its server gave it, without spaces")
    .optional(),
  MEETBOT_OIDC_ISSUER: webUrl("https://login.example.com")
    .refine(
      (value) => value.startsWith("https:") || isOfThisMachine(value),
      "must be an https URL such as https://login.example.com",
    )
    .optional(),
  MEETBOT_OIDC_CLIENT_ID: printable("the client's id as the provider gave it").optional(),
  MEETBOT_OIDC_CLIENT_SECRET: printable("the client's secret as the provider gave it").optional(),
  MEETBOT_OIDC_SCOPES: z
    .string()
    .regex(/^openid(?: [\x21-\x7e]{1,100}){0,20}$/, "must begin with openid, such as openid email")
    .default("openid profile email"),
  MEETBOT_OIDC_ROLES_CLAIM: printable("a claim's name such as groups").default("groups"),
  MEETBOT_OIDC_ROLES: list
    .refine(
      (entries) => entries.every((entry) => roleRule.test(entry)),
      "must be values of the claim with what each gives, such as it=administrator, support=agent@bot_9f2c, *=operator, separated by commas",
    )
    .optional(),
  MEETBOT_OIDC_LINK_BY_EMAIL: yesOrNo,
  MEETBOT_OIDC_TRUST_EMAILS: yesOrNo,
  MEETBOT_OIDC_ONLY: yesOrNo,
  MEETBOT_OIDC_LABEL: z
    .string()
    .regex(/^\P{C}{1,40}$/u, "must be a name of 40 characters at most, such as Example Login")
    .optional(),
  MEETBOT_OIDC_SESSION_HOURS: z
    .string()
    .regex(/^\d{1,3}$/, "must be a number of hours from 1 to 168")
    .transform(Number)
    .refine((hours) => hours >= 1 && hours <= 168, "must be a number of hours from 1 to 168")
    .default(12),
  MEETBOT_SECOND_FACTOR: z
    .enum(["off", "administrators", "everybody"], {
      error: "must be one of off, administrators, everybody",
    })
    .default("off"),
  MEETBOT_CLAMD: z
    .string()
    .refine(
      (value) => isHost(value) && /:\d{1,5}$/.test(value),
      "must be a host with a port such as 127.0.0.1:3310",
    )
    .optional(),
  MEETBOT_LOG_LEVEL: z
    .enum(["debug", "info", "warn", "error", "silent"], {
      error: "must be one of debug, info, warn, error, silent",
    })
    .default("info"),
  MEETBOT_EVAL_DIR: z.string().optional(),
  // `channel telegram connect` reads it; a server does not.
  MEETBOT_TELEGRAM_TOKEN: z.string().optional(),
  // `backup` and `restore` read it.
  MEETBOT_BACKUP_PASSPHRASE: z.string().optional(),
  // A shop's own programs read these; they are allowed here for shells in which both are tried.
  MEETBOT_SIGNING_SECRET: z.string().optional(),
  MEETBOT_IDENTITY_SECRET: z.string().optional(),
  MEETBOT_PUSH_SECRET: z.string().optional(),
  MEETBOT_API_TOKEN: z.string().optional(),
  MEETBOT_WEBHOOK_URL: z.string().optional(),
  MEETBOT_BOT_ID: z.string().optional(),
});

/** The validated environment. */
export interface Config {
  /** The operator's own PostgreSQL, with one URL per server; `null` when Meetbot starts its own below `dataDir`. */
  databaseUrls: readonly string[] | null;
  /** The same servers without a pooler, for `LISTEN`; `null` to use `databaseUrls`. */
  listenUrls: readonly string[] | null;
  /** Absolute. */
  dataDir: string;
  port: number;
  host: string;
  publicUrl: string | null;
  /** The Graph API's address; `null` for Meta's own. */
  graphUrl: string | null;
  /** The Bot API's address; `null` for Telegram's own. */
  telegramUrl: string | null;
  /** The key as configured; required with `databaseUrl`. */
  masterKey: string | null;
  /** Opens the admin API as an administrator; `null`: none. */
  adminToken: string | null;
  /** The language model that bots may query: its URL, name and key; `null` if there is none. */
  languageModel: { url: string; model: string; key: string | null } | null;
  /** The mail server that sends codes, and from whom; `null`: no codes are offered. */
  mail: { url: string; from: string } | null;
  /** The company's identity provider that operators sign in by; `null`: none. */
  singleSignOn: {
    issuer: string;
    clientId: string;
    clientSecret: string | null;
    scopes: string;
    rolesClaim: string;
    /** Such as `admins=administrator`. */
    roles: readonly string[];
    linksByEmail: boolean;
    trustsEmails: boolean;
    isOnlyWay: boolean;
    label: string;
    sessionHours: number;
  } | null;
  /** Of whom a password or a link is not enough. */
  secondFactor: "off" | "administrators" | "everybody";
  /** The virus scanner that checks customers' files; `null` when there is none. */
  clamd: { host: string; port: number } | null;
  /** Hosts, hosts with a port and CIDR networks that are called although they are not public. */
  outboundAllow: string[];
  /** Hosts, with or without a port, of push services that browsers may name in addition to the known ones. */
  pushServices: string[];
  /** Addresses and CIDR networks whose `X-Forwarded-For` is trusted. */
  trustedProxies: string[];
  /** Addresses and CIDR networks that operators and their programs may connect from; any if empty. */
  adminNetworks: string[];
  /** When chat clients are asked for a small proof of work. */
  proofOfWork: "on-pressure" | "always" | "off";
  logLevel: "debug" | "info" | "warn" | "error" | "silent";
  /**
   * The share of traces started here that are sent to a collector, from 0 to 1; `null` if no collector is configured.
   * The variables have OpenTelemetry's own names; its library reads the others itself.
   */
  traceRatio: number | null;
}

/** Reads the environment, or throws a {@link ConfigError} naming the variable that is wrong. */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const given = Object.entries(environment).filter(
    ([name, value]) => name.startsWith("MEETBOT_") && value !== undefined && value !== "",
  );
  const read = variables.safeParse(Object.fromEntries(given));
  if (!read.success) throw new ConfigError(explain(read.error));
  const env = read.data;
  if (env.MEETBOT_DATABASE_URL && !env.MEETBOT_MASTER_KEY) {
    throw new ConfigError(
      "MEETBOT_MASTER_KEY is missing: with MEETBOT_DATABASE_URL every node needs the same key. Make one with: openssl rand -base64 32",
    );
  }
  const { MEETBOT_SMTP_URL: smtpUrl, MEETBOT_MAIL_FROM: from } = env;
  if (smtpUrl && !from) {
    throw new ConfigError(
      "MEETBOT_MAIL_FROM is missing: with MEETBOT_SMTP_URL, codes are sent from this address. Set it to one such as Shop <orders@shop.example>.",
    );
  }
  const { MEETBOT_LLM_URL: llmUrl, MEETBOT_LLM_MODEL: llmModel } = env;
  if (llmUrl && !llmModel) {
    throw new ConfigError(
      "MEETBOT_LLM_MODEL is missing: with MEETBOT_LLM_URL, it says which of the server's models is asked. Set it to one such as qwen3:8b.",
    );
  }
  return {
    databaseUrls: env.MEETBOT_DATABASE_URL ?? null,
    listenUrls: env.MEETBOT_DATABASE_LISTEN_URL ?? null,
    dataDir: resolve(env.MEETBOT_DATA_DIR.replace(/^~(?=\/|$)/, () => join(homedir()))),
    port: env.MEETBOT_PORT,
    host: env.MEETBOT_HOST,
    publicUrl: env.MEETBOT_PUBLIC_URL ?? null,
    graphUrl: env.MEETBOT_GRAPH_URL ?? null,
    telegramUrl: env.MEETBOT_TELEGRAM_URL ?? null,
    masterKey: env.MEETBOT_MASTER_KEY ?? null,
    adminToken: env.MEETBOT_ADMIN_TOKEN ?? null,
    languageModel:
      llmUrl && llmModel
        ? { url: llmUrl, model: llmModel, key: env.MEETBOT_LLM_KEY ?? null }
        : null,
    mail: smtpUrl && from ? { url: smtpUrl, from } : null,
    secondFactor: env.MEETBOT_SECOND_FACTOR,
    singleSignOn: readSingleSignOn(env),
    clamd: env.MEETBOT_CLAMD ? splitPort(env.MEETBOT_CLAMD) : null,
    outboundAllow: env.MEETBOT_OUTBOUND_ALLOW,
    pushServices: env.MEETBOT_PUSH_SERVICES,
    trustedProxies: env.MEETBOT_TRUSTED_PROXIES,
    adminNetworks: env.MEETBOT_ADMIN_NETWORKS,
    proofOfWork: env.MEETBOT_PROOF_OF_WORK,
    logLevel: env.MEETBOT_LOG_LEVEL,
    traceRatio: readTraceRatio(environment),
  };
}

function readTraceRatio(environment: Record<string, string | undefined>): number | null {
  const { OTEL_SDK_DISABLED: disabled, OTEL_TRACES_EXPORTER: exporter } = environment;
  const names = ["OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "OTEL_EXPORTER_OTLP_ENDPOINT"];
  const name = names.find((one) => environment[one]);
  if (!name || disabled === "true" || exporter === "none") return null;
  if (!/^https?:/.test(environment[name] ?? "") || !URL.canParse(environment[name] ?? "")) {
    throw new ConfigError(`${name} must be a URL such as http://127.0.0.1:4318.`);
  }
  const { OTEL_TRACES_SAMPLER: sampler = "", OTEL_TRACES_SAMPLER_ARG: ratio = "1" } = environment;
  if (!sampler.endsWith("traceidratio")) return sampler.endsWith("always_off") ? 0 : 1;
  if (!/^(?:0(?:\.\d{1,9})?|1(?:\.0{1,9})?)$/.test(ratio)) {
    throw new ConfigError("OTEL_TRACES_SAMPLER_ARG must be a number from 0 to 1 such as 0.1.");
  }
  return Number(ratio);
}

function readSingleSignOn(env: z.infer<typeof variables>): Config["singleSignOn"] {
  const { MEETBOT_OIDC_ISSUER: issuer, MEETBOT_OIDC_CLIENT_ID: clientId } = env;
  const { MEETBOT_OIDC_ROLES: roles } = env;
  if (!issuer) {
    if (!env.MEETBOT_OIDC_ONLY) return null;
    throw new ConfigError(
      "MEETBOT_OIDC_ISSUER is missing: with MEETBOT_OIDC_ONLY nobody could sign in without it. Set it to one such as https://login.example.com.",
    );
  }
  if (!clientId || !roles) {
    throw new ConfigError(
      `${clientId ? "MEETBOT_OIDC_ROLES" : "MEETBOT_OIDC_CLIENT_ID"} is missing: with MEETBOT_OIDC_ISSUER, the provider has to know this server by its client id, and roles say who may do what. See docs/sign-in.md.`,
    );
  }
  return {
    issuer,
    clientId,
    clientSecret: env.MEETBOT_OIDC_CLIENT_SECRET ?? null,
    scopes: env.MEETBOT_OIDC_SCOPES,
    rolesClaim: env.MEETBOT_OIDC_ROLES_CLAIM,
    roles,
    linksByEmail: env.MEETBOT_OIDC_LINK_BY_EMAIL,
    trustsEmails: env.MEETBOT_OIDC_TRUST_EMAILS,
    isOnlyWay: env.MEETBOT_OIDC_ONLY,
    label: env.MEETBOT_OIDC_LABEL ?? new URL(issuer).hostname,
    sessionHours: env.MEETBOT_OIDC_SESSION_HOURS,
  };
}

function isOfThisMachine(url: string): boolean {
  return /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/.test(URL.parse(url)?.hostname ?? "");
}

/** Checks whether an entry is a host name or an address, optionally with a port, that the endpoint guard accepts. */
function isHost(entry: string): boolean {
  const form = /^(?:[\p{L}\p{M}\p{N}._-]+|\[[\da-f:.]+\])(?::(\d{1,5}))?$/iu.exec(entry);
  return form !== null && Number(form[1] ?? 1) <= 65_535 && URL.canParse(`http://${entry}`);
}

/** Splits off the port. An IPv6 address is in brackets, as in URLs. */
function splitPort(entry: string): { host: string; port: number } {
  const at = entry.lastIndexOf(":");
  const host = entry.slice(0, at).replace(/^\[(.*)\]$/, "$1");
  return { host, port: Number(entry.slice(at + 1)) };
}

function isNetwork(entry: string): boolean {
  const [address = "", prefix, ...rest] = entry.split("/");
  const longest = { 0: -1, 4: 32, 6: 128 }[isIP(address)] ?? -1;
  const isPrefix = prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) <= longest);
  return longest > 0 && isPrefix && rest.length === 0;
}

function explain(error: z.ZodError): string {
  const [issue] = error.issues;
  if (issue?.code === "unrecognized_keys") {
    const known = Object.keys(variables.shape).join(", ");
    return `${issue.keys.join(", ")}: there is no such variable. Meetbot knows ${known}.`;
  }
  return `${issue?.path.join(".") ?? "The environment"} ${issue?.message ?? "is wrong"}.`;
}
