import { longestSessionS } from "../../store/operators/sessions.ts";

/** Whether a session has lasted as long as one may, although it may have been used a moment ago. */
export function isSessionOver({ createdAt }: { createdAt: Date | string }): boolean {
  return Date.now() - new Date(createdAt).getTime() >= longestSessionS * 1000;
}
