import { GraphFault } from "./graph-fault.ts";
import { fieldsOf, matching, object, oneOf, text } from "./shape.ts";
import { type GraphState, type SimulatedPage, type SimulatedUser, userOf } from "./state.ts";

// Decides which app may answer in a thread, following "Conversation Routing" of the Messenger Platform (2025-09-24).

const idleAfterMs = 86_400_000;

const appId = matching(/^\d{1,20}$/, "an app id");

/** `thread_control` of a message. */
export const threadControl = object({ control_type: oneOf("pass", "release") }, { app_id: appId });

const passing = object(
  { recipient: object({ id: text() }), target_app_id: appId },
  { metadata: text({ max: 1000 }) },
);
const taking = object({ recipient: object({ id: text() }) }, { metadata: text({ max: 1000 }) });

/** Returns the app that controls a thread; `null` when the thread is idle and no default app is set. */
function controllerOf(
  { now }: GraphState,
  { defaultApp }: SimulatedPage,
  { owner, lastActAtMs }: SimulatedUser,
): string | null {
  const isIdle = lastActAtMs === null || now() - lastActAtMs > idleAfterMs;
  return (isIdle ? null : owner) ?? defaultApp;
}

/** Throws a {@link GraphFault} if another app controls the thread. */
export function refuseWithoutControl(
  state: GraphState,
  page: SimulatedPage,
  user: SimulatedUser,
): void {
  const controller = controllerOf(state, page, user);
  if (!user.isHeldByOther && (controller === null || controller === state.app.id)) return;
  const why = "Message failed to send because another app is controlling this thread now.";
  throw new GraphFault(10, why, { subcode: 2018300 });
}

/**
 * Passes the thread on or releases it (the default), as a message requests. Throws a {@link GraphFault} if the page has
 * no routing.
 */
export function controlBySending(page: SimulatedPage, user: SimulatedUser, control: unknown): void {
  if (control === undefined) {
    user.owner = null;
    return;
  }
  if (page.defaultApp === null) {
    throw new GraphFault(100, "param thread_control takes a default app for Conversation Routing.");
  }
  const { control_type: type, app_id: app } = fieldsOf(control, "thread_control");
  user.owner = type === "pass" ? String(app ?? page.defaultApp) : null;
}

/** `POST /{page}/pass_thread_control`. Throws a {@link GraphFault} if Meta would refuse the call. */
export function passThreadControl(state: GraphState, page: SimulatedPage, params: object): object {
  passing(params, "request");
  const { recipient, target_app_id: target } = fieldsOf(params, "request");
  const user = userOf(state, page.id, String(fieldsOf(recipient, "recipient").id));
  refuseWithoutControl(state, page, user);
  user.owner = String(target);
  return { success: true };
}

/**
 * `POST /{page}/take_thread_control`: moves control to the default app, from the app that has it. Throws a {@link
 * GraphFault} for all other apps.
 */
export function takeThreadControl(state: GraphState, page: SimulatedPage, params: object): object {
  taking(params, "request");
  const { recipient } = fieldsOf(params, "request");
  const user = userOf(state, page.id, String(fieldsOf(recipient, "recipient").id));
  if (page.defaultApp !== state.app.id) {
    throw new GraphFault(10, "Only the default app takes control of a thread.", {
      subcode: 2018300,
    });
  }
  user.owner = state.app.id;
  return { success: true };
}
