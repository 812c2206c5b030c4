import type { Mailer, MailOutcome } from "@meetbot/model/mail.ts";
import type { HttpAnswer } from "@meetbot/network/exchange/http-call.ts";
import type { MerchantAgent } from "@meetbot/network/exchange/merchant-agent.ts";
import { type Clamd, scan } from "../../features/pictures/files/clamd.ts";
import type { PlatformApis } from "../../operations/channels/senders.ts";
import { inSpan } from "../../tracing/tracer.ts";
import { type CalledSystem, type CallStatus, classOf, type WayMetrics } from "./way-metrics.ts";

type OnCall = WayMetrics["onCall"];

/** The guarded agents for outgoing requests, one for each kind of receiver. */
export type Agents = Readonly<Record<"web_push" | "alert" | "bridge" | "picture", MerchantAgent>>;

/** Creates the agents from the general one and from the one for push services, whose addresses strangers provide. */
export const createAgents = (
  agent: MerchantAgent,
  pushAgent: MerchantAgent,
  onCall: OnCall,
): Agents => ({
  web_push: watchAgent(pushAgent, "web_push", onCall),
  alert: watchAgent(agent, "alert", onCall),
  bridge: watchAgent(agent, "bridge", onCall),
  picture: watchAgent(agent, "picture", onCall),
});

/** Wraps an agent so that its calls are timed under the name of the called system. */
export const watchAgent = (
  agent: MerchantAgent,
  to: CalledSystem,
  onCall: OnCall,
): MerchantAgent => ({
  ...agent,
  post: (url, post) => watch({ to, onCall, read: statusOf }, () => agent.post(url, post)),
});

/** Watches the calls to the platforms' APIs. */
export const watchApis = (apis: PlatformApis, onCall: OnCall): PlatformApis =>
  new Map(
    Array.from(apis, ([to, api]) => [
      to,
      {
        ...api,
        call: (call) => watch({ to, onCall, read: statusOf }, () => api.call(call)),
      },
    ]),
  );

const mailStatuses = {
  sent: "done",
  address_refused: "refused",
  failed: "failed",
} as const satisfies Record<MailOutcome, CallStatus>;

/** Watches the sending of mails. */
export const watchMails = (mailer: Mailer, onCall: OnCall): Mailer => ({
  send: (mail) =>
    watch({ to: "mail", onCall, read: (outcome) => mailStatuses[outcome] }, () =>
      mailer.send(mail),
    ),
});

/** Watches the scanning of files. */
export const watchScan =
  (clamd: Clamd, onCall: OnCall) =>
  (bytes: Uint8Array): ReturnType<typeof scan> =>
    watch({ to: "clamd", onCall, read: () => "done" }, () => scan(bytes, clamd));

interface Watched<Answer> {
  to: CalledSystem;
  onCall: OnCall;
  read(answer: Answer): CallStatus;
}

const statusOf = ({ statusCode, fault }: HttpAnswer): CallStatus =>
  fault?.kind === "broken" ? "failed" : classOf(statusCode);

function watch<Answer>(
  { to, onCall, read }: Watched<Answer>,
  call: () => Promise<Answer>,
): Promise<Answer> {
  return inSpan(
    { name: `call ${to}`, kind: "client", facts: { "peer.service": to } },
    async (span) => {
      const startedAt = performance.now();
      let status: CallStatus = "failed";
      try {
        const answer = await call();
        status = read(answer);
        return answer;
      } finally {
        onCall({ to, status, seconds: (performance.now() - startedAt) / 1000 });
        span.set({ "meetbot.status": status });
        if (status === "failed" || status === "5xx") span.fail();
      }
    },
  );
}
