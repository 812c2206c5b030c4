import { PasswordInput, TextInput } from "@mantine/core";
import { useWords } from "../../words/speaking.tsx";
import { type AlertKind, hasRobotSecret } from "./notifications-data.ts";

/** An address as it is typed. */
export interface TypedAddress {
  url: string;
  secret: string;
  email: string;
}

export const noAddress: TypedAddress = { url: "", secret: "", email: "" };

/** Returns the fields to send: only those that the operator filled in. */
export function givenOf(kind: AlertKind, { url, secret, email }: TypedAddress) {
  const isMail = kind === "email";
  return {
    ...(!isMail && url.trim() !== "" && { url: url.trim() }),
    ...(hasRobotSecret(kind) && secret.trim() !== "" && { secret: secret.trim() }),
    ...(isMail && email.trim() !== "" && { email: email.trim() }),
  };
}

/** The address fields of a destination. `isNew`: no address is set yet, so one is required. */
export function AddressFields(props: {
  kind: AlertKind;
  address: TypedAddress;
  isNew: boolean;
  isAsked: boolean;
  onChange(address: TypedAddress): void;
}) {
  const { kind, address, isNew, isAsked, onChange } = props;
  const words = useWords("notifications");
  const isMissing = (text: string) => isNew && isAsked && text.trim() === "" && words.noAddress;
  if (kind === "email") {
    return (
      <TextInput
        label={isNew ? words.email : words.newEmail}
        description={isNew ? undefined : words.keep}
        type="email"
        value={address.email}
        onChange={(event) => onChange({ ...address, email: event.currentTarget.value })}
        error={isMissing(address.email)}
        maxLength={254}
        autoComplete="off"
        required={isNew}
      />
    );
  }
  return (
    <>
      <TextInput
        label={isNew ? words.url : words.newUrl}
        description={isNew ? words.urlText : words.keep}
        type="url"
        value={address.url}
        onChange={(event) => onChange({ ...address, url: event.currentTarget.value })}
        error={isMissing(address.url)}
        maxLength={2_000}
        autoComplete="off"
        spellCheck={false}
        required={isNew}
      />
      {hasRobotSecret(kind) && (
        <PasswordInput
          label={words.secret}
          description={isNew ? words.secretText : words.keep}
          value={address.secret}
          onChange={(event) => onChange({ ...address, secret: event.currentTarget.value })}
          maxLength={200}
          autoComplete="new-password"
          spellCheck={false}
        />
      )}
    </>
  );
}
