import type { SettingFault } from "@meetbot/admin-api/settings/read-changes.ts";
import { ApiError } from "../http/api-error.ts";

/** Throws an {@link ApiError} that names each fault in the given settings of a bot, if there is any. */
export function refuseFaults(faults: SettingFault[]): void {
  const [first] = faults;
  if (!first) return;
  throw new ApiError(422, "invalid_settings", `Nothing is changed. ${first.message}`, faults);
}
