import { maxSessionS } from "../../store/operators/sessions.ts";

interface SessionTimes {
  createdAt: Date | string;
  /** Set when a company's identity provider vouches for the session. */
  endsAt?: Date | string | null | undefined;
}

/** Whether a session has lasted as long as one may, although it may have been used a moment ago. */
export function isSessionOver({ createdAt, endsAt }: SessionTimes): boolean {
  if (endsAt && Date.now() >= new Date(endsAt).getTime()) return true;
  return Date.now() - new Date(createdAt).getTime() >= maxSessionS * 1000;
}
