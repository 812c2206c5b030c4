import { useCallback, useState } from "react";

/** The account, order and package that test queries to the shop use. */
export interface Subject {
  account: string;
  otherAccount: string;
  order: string;
  package: string;
}

const nothing: Subject = { account: "", otherAccount: "", order: "", package: "" };

/** Remembers it in this tab, bot by bot: it is customers' data, and belongs in no address. */
export function useSubject(botId: string): [Subject, (changes: Partial<Subject>) => void] {
  const [subject, setSubject] = useState(() => read(botId));
  const change = useCallback(
    (changes: Partial<Subject>) =>
      setSubject((before) => {
        const after = { ...before, ...changes };
        keep(botId, after);
        return after;
      }),
    [botId],
  );
  return [subject, change];
}

const keyOf = (botId: string) => `meetbot-subject-${botId}`;

function read(botId: string): Subject {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(keyOf(botId)) ?? "{}");
    const known = (kept ?? {}) as Partial<Record<keyof Subject, unknown>>;
    const text = (value: unknown) => (typeof value === "string" ? value : "");
    return {
      ...{ account: text(known.account), otherAccount: text(known.otherAccount) },
      ...{ order: text(known.order), package: text(known.package) },
    };
  } catch {
    return nothing;
  }
}

function keep(botId: string, subject: Subject): void {
  try {
    sessionStorage.setItem(keyOf(botId), JSON.stringify(subject));
  } catch {
    // Without browser storage, the value is lost when the page closes.
  }
}
