import type { Draft } from "../../parts/form/use-draft.ts";

/** What each section of the settings is given. */
export interface SettingSection {
  draft: Draft;
  /** The operator may look, and not change. */
  isFixed: boolean;
  /** The same of what an owner changes, and an editor does not. */
  isOwners: boolean;
}
