import type { SettingName } from "@meetbot/admin-api/settings/settings.ts";
import type { ReactNode } from "react";
import { mayChange } from "../../access/owners-settings.ts";
import type { Draft } from "../../parts/form/use-draft.ts";

/** What the field of a setting is given. */
export interface SettingFieldProps {
  draft: Draft;
  /** Whether the viewer may not change the setting. */
  isFixed: boolean;
}

/** Where one setting is shown and changed. */
export type SettingField = (props: SettingFieldProps) => ReactNode;

/** The fields of settings, one after the other. */
export function SettingFields(props: {
  draft: Draft;
  fields: Partial<Record<SettingName, SettingField>>;
}) {
  const { draft, fields } = props;
  return Object.entries(fields).map(([name, Field]) => (
    <Field key={name} draft={draft} isFixed={!mayChange(draft.shown.role, name as SettingName)} />
  ));
}

/** What each section of the settings is given. */
export interface SettingSectionProps {
  draft: Draft;
  /** An editor looks, who may change some settings and not those of an owner. */
  isEditor: boolean;
}
