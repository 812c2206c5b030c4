import { once } from "node:events";
import { createServer, type IncomingHttpHeaders, type ServerResponse } from "node:http";
import { createServer as createHttpsServer } from "node:https";
import type { AddressInfo } from "node:net";
import type { TestContext } from "node:test";
import { facts, intents } from "@meetbot/model/conversation/recognition.ts";
import { parseAllowList } from "@meetbot/network/addresses/allow-list.ts";
import { createMerchantAgent } from "@meetbot/network/exchange/merchant-agent.ts";
import type { Certificate } from "../merchant/hostile/certificates.fixture.ts";
import { createModelGuard } from "./create-model-guard.ts";
import type { ModelEndpoint } from "./post-completion.ts";

export const standInKey = "sk-stand-in-0123456789";

/** A request that the stand-in took; all that it is strict about was right. */
export interface TakenRequest {
  headers: IncomingHttpHeaders;
  /** As it came, byte for byte. */
  text: string;
  system: string;
  /** The model's input about the utterance. */
  told: { utterance: string; language: string; bot_asked_for: string };
  topics: string[];
}

/** Answers a request that was right, well or badly. */
export type Answering = (response: ServerResponse, request: TakenRequest) => void;

/** An OpenAI-compatible server on this machine, with no model behind it. */
export interface StandIn {
  endpoint: ModelEndpoint;
  taken: TakenRequest[];
  /** What was wrong with requests that it refused. */
  faults: string[];
  /** Changes how it answers from now on. */
  answer(answering: Answering): void;
}

/** Answers with a completion whose text is this, or this object as JSON. */
export function completing(content: unknown, more: object = {}): Answering {
  const text = typeof content === "string" ? content : JSON.stringify(content);
  return (response) => sendJson(response, completionOf(text, more));
}

/** The body of a completion. */
export function completionOf(content: string | null, more: object = {}): object {
  return {
    id: "chatcmpl-1",
    object: "chat.completion",
    created: 1_795_000_000,
    model: "stand-in",
    choices: [{ index: 0, message: { role: "assistant", content }, finish_reason: "stop" }],
    usage: { prompt_tokens: 700, completion_tokens: 40, total_tokens: 740 },
    ...more,
  };
}

export function sendJson(response: ServerResponse, body: object): void {
  response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(body));
}

/** A command that says nothing but what is given. */
export function commandOf(more: object): object {
  const slots = { order_number: "none", package_number: "none" };
  return { intent: "other", about: [], topic: "none", slots, ...more };
}

/** Starts one; it ends with the test, with all that still hangs on it. */
export async function startModelStandIn(
  t: TestContext,
  answering: Answering = completing(commandOf({})),
  certificate?: Certificate,
): Promise<StandIn> {
  const taken: TakenRequest[] = [];
  const faults: string[] = [];
  let answers = answering;
  const listen = async (request: import("node:http").IncomingMessage, response: ServerResponse) => {
    let text = "";
    for await (const chunk of request.setEncoding("utf8")) text += chunk;
    const { method, url, headers } = request;
    const read = readRequest({ method, url, headers, text });
    if (typeof read === "string") {
      faults.push(read);
      response.writeHead(400, { "content-type": "application/json" });
      response.end(JSON.stringify({ error: { message: read } }));
      return;
    }
    taken.push(read);
    answers(response, read);
  };
  const server = certificate ? createHttpsServer(certificate, listen) : createServer(listen);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  t.after(() => {
    server.close();
    server.closeAllConnections();
  });
  const { port } = server.address() as AddressInfo;
  const url = `${certificate ? "https" : "http"}://127.0.0.1:${port}/v1`;
  return {
    endpoint: { url, model: "stand-in", key: standInKey },
    taken,
    faults,
    answer(next) {
      answers = next;
    },
  };
}

/** The way out to a stand-in, as a server makes it; it ends with the test. */
export function agentTo(t: TestContext, { url }: ModelEndpoint) {
  const guard = createModelGuard({ url, allow: () => parseAllowList([]), ownPort: 0 });
  const agent = createMerchantAgent(guard);
  t.after(() => agent.close());
  return agent;
}

/** A command has 300 bytes; a request has the lists, and nothing of a shop's. */
const maxRequestBytes = 12 * 1024;

const bodyKeys = ["model", "messages", "temperature", "max_tokens", "stream", "response_format"];

/** Parses a request as the strictest server would; returns a text that names the fault, if there is one. */
function readRequest(came: {
  method: string | undefined;
  url: string | undefined;
  headers: IncomingHttpHeaders;
  text: string;
}): TakenRequest | string {
  const { method, url, headers, text } = came;
  if (method !== "POST" || url !== "/v1/chat/completions") return `${method} ${url}`;
  if (headers.authorization !== `Bearer ${standInKey}`) return "the key is wrong";
  if (headers["content-type"] !== "application/json") return "the content type is wrong";
  if (text.length > maxRequestBytes) return `the request has ${text.length} characters`;
  const body = JSON.parse(text);
  if (Object.keys(body).join() !== bodyKeys.join()) return `keys: ${Object.keys(body)}`;
  if (body.model !== "stand-in" || body.temperature !== 0 || body.stream !== false)
    return "options";
  const [system, user, ...others] = body.messages;
  if (system?.role !== "system" || user?.role !== "user" || others.length > 0) return "messages";
  const schema = checkFormat(body.response_format);
  if (typeof schema === "string") return schema;
  const told = JSON.parse(user.content);
  if (Object.keys(told).join() !== "utterance,language,bot_asked_for") return "what is told";
  return { headers, text, system: system.content, told, topics: schema };
}

/** What strict structured outputs ask of a schema: every key required, none besides. */
// biome-ignore lint/suspicious/noExplicitAny: what came is anything.
function checkFormat({ type, json_schema: format }: any): string[] | string {
  if (type !== "json_schema" || format?.strict !== true) return "response_format";
  if (!/^[\w-]{1,64}$/.test(format.name)) return "the schema's name";
  for (const object of [format.schema, format.schema.properties.slots]) {
    const keys = Object.keys(object.properties).join();
    if (object.additionalProperties !== false || object.required.join() !== keys) return "strict";
  }
  const { intent, about, topic, slots } = format.schema.properties;
  if (intent.enum.join() !== intents.join()) return "intents";
  if (about.items.enum.join() !== facts.join()) return "facts";
  if (slots.properties.order_number.enum.join() !== "none,<NUMBER_1>,<NUMBER_2>,<NUMBER_3>") {
    return "slots";
  }
  return topic.enum;
}
