import { GraphFault } from "./graph-fault.ts";

/** A Facebook Page and its data. */
export interface SimulatedPage {
  id: string;
  name: string;
  token: string;
  profile: Record<string, unknown>;
  profileCallsAtMs: number[];
  sentAtMs: number[];
  subscribedFields: string[];
  /** The permissions of the page's token. */
  scopes: string[];
  /** To which app idle threads are routed; `null`: nothing was set, and every app may answer in them. */
  defaultApp: string | null;
  /** Whether Meta has restricted the page for breaking its rules. */
  isRestricted: boolean;
  templates: SimulatedTemplate[];
}

/** A utility template, identified by page, name and language. */
export interface SimulatedTemplate {
  id: string;
  name: string;
  language: string;
  components: unknown[];
  status: "PENDING" | "APPROVED" | "REJECTED" | "PAUSED" | "DELETED";
  rejectedReason: string;
}

/** Someone who talks with a page; the id means something to this page only. */
export interface SimulatedUser {
  id: string;
  /** When the user last did something: from then on the window is open for 24 hours. */
  lastActAtMs: number | null;
  hasBlockedPage: boolean;
  /** Another app holds the conversation, whatever is routed. */
  isHeldByOther: boolean;
  /** The app that controls the thread, until the user has done nothing for 24 hours; `null`: it is idle. */
  owner: string | null;
  receipts: Set<string>;
}

/** A message that the simulator took. */
export interface SentMessage {
  mid: string;
  page: string;
  user: string;
  message: Record<string, unknown>;
  messagingType: string;
  atMs: number;
  /** When its answer was out; `null`: it is not, or never will be. */
  answeredAtMs: number | null;
  /** When the connection that carried the call ended. */
  leftAtMs: number | null;
}

/** A simulated failure of one call of any kind. */
export interface Mishap {
  /** Refused with this error, as if by Meta. */
  error?: { code: number; subcode?: number; status?: number; headers?: Record<string, string> };
  /** The status that a proxy in between returns, without a Graph error; 3xx redirects elsewhere. */
  proxySays?: number;
  /** How long to wait before anything happens. */
  delayMs?: number;
  /** The connection breaks, and nothing was done. */
  vanishes?: boolean;
  /** Done, and then the connection breaks. */
  breaks?: boolean;
  /** Whether the call is carried out but never answered. */
  hangs?: boolean;
}

/** A call and its answer, for observers. It contains no token and no proof. */
export interface AnsweredCall {
  method: string;
  path: string;
  params: Record<string, unknown>;
  /** `null` if the connection broke or no response came. */
  status: number | null;
  answer: object | null;
  /** The accepted message, whether the call was answered or not. */
  sent: SentMessage | null;
}

export interface SimulatedApp {
  id: string;
  secret: string;
}

/** The entire state of the simulated Graph. */
export interface GraphState {
  app: SimulatedApp;
  now: () => number;
  /** Whether calls without `appsecret_proof` are refused. */
  requiresProof: boolean;
  pages: SimulatedPage[];
  users: Map<string, SimulatedUser>;
  sent: SentMessage[];
  actions: { page: string; user: string; action: string }[];
  mishaps: Mishap[];
  /** Of all pages; by it the next one has its id. */
  templatesMade: number;
  /** Returns the mishap for a call if none is queued. */
  mishapOf(call: { method: string; path: string; params: Record<string, unknown> }): Mishap;
}

export function newPage({
  id,
  name,
  token,
}: Pick<SimulatedPage, "id" | "name" | "token">): SimulatedPage {
  const nothing = { profile: {}, profileCallsAtMs: [], sentAtMs: [], subscribedFields: [] };
  const pageScopes = ["pages_messaging", "pages_manage_metadata", "pages_utility_messaging"];
  const scopes = [...pageScopes, "public_profile"];
  const isFree = { defaultApp: null, isRestricted: false };
  return { id, name, token, ...nothing, scopes, ...isFree, templates: [] };
}

/** Returns the page's user with this id; creates the user if there is none yet. */
export function userOf({ users }: GraphState, page: string, id: string): SimulatedUser {
  const key = `${page}/${id}`;
  const known = users.get(key);
  if (known) return known;
  const isNobody = {
    ...{ lastActAtMs: null, hasBlockedPage: false, isHeldByOther: false, owner: null },
  };
  const user: SimulatedUser = { id, ...isNobody, receipts: new Set() };
  users.set(key, user);
  return user;
}

/** Counts a call. Throws a {@link GraphFault} with Meta's code if there were too many in the window. */
export function countCall(
  callsAtMs: number[],
  nowMs: number,
  { max, windowMs }: { max: number; windowMs: number },
): void {
  while ((callsAtMs[0] ?? nowMs) < nowMs - windowMs) callsAtMs.shift();
  if (callsAtMs.length >= max) {
    throw new GraphFault(613, "Calls to this api have exceeded the rate limit.", {
      subcode: 2534040,
    });
  }
  callsAtMs.push(nowMs);
}
