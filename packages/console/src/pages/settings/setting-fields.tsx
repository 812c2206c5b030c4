import type { SettingName } from "@meetbot/admin-api/settings/settings.ts";
import type { ReactNode } from "react";
import { mayChange } from "../../access/owners-settings.ts";
import type { Draft } from "../../parts/form/use-draft.ts";

/** Props of a setting's field. */
export interface SettingFieldProps {
  draft: Draft;
  /** Whether the viewer may not change the setting. */
  isFixed: boolean;
}

/** A component that shows and changes one setting. */
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

/** Props of a section of the settings. */
export interface SettingSectionProps {
  draft: Draft;
  /** Whether the operator is an editor, who may change some settings but not the owner's. */
  isEditor: boolean;
}
