import type { VisibleReply } from "../../model/reply.ts";

export function render(_reply: VisibleReply): object {
  return {};
}
