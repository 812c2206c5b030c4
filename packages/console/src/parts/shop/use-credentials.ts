import { useMutation } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { ApiProblem } from "../../api/api-problem.ts";
import type { FieldFault } from "./credential-field.tsx";
import type { Checked, Connector, ShopConnection, Trouble } from "./shop-query.ts";

/** The value of each field. An omitted field keeps its stored value; an empty text removes it. */
export type Config = Readonly<Record<string, string>>;

/** The actions for the entered credentials; each queries the shop. */
export interface Connecting<Told> {
  /** Checks the credentials; aborted when the user types something else. */
  check(config: Config, signal: AbortSignal): Promise<Checked>;
  connect(config: Config): Promise<Told>;
  onConnected(told: Told, checked: Checked): void;
  /** Whether all other required input is there; the page shows what is missing. */
  isReady?(): boolean;
}

/**
 * Returns the credentials entered for a shop, and the result of checking them. Only values that passed a check
 * unchanged can be connected; nothing caches the secrets.
 */
export function useCredentials<Told>(
  { fields }: Connector,
  kept: ShopConnection["shown"],
  { check, connect, onConnected, isReady = () => true }: Connecting<Told>,
) {
  const [given, setGiven] = useState<Config>(() => firstOf(fields, kept));
  const [isTried, setTried] = useState(false);
  const calling = useRef<AbortController | null>(null);
  const checking = useMutation({
    mutationFn(config: Config) {
      calling.current = new AbortController();
      return check(config, calling.current.signal);
    },
    gcTime: 0,
  });
  const checked = checking.data?.ok ? checking.data : null;
  const connecting = useMutation({
    mutationFn: connect,
    gcTime: 0,
    onSuccess: (told) => checked && onConnected(told, checked),
  });
  const isKept = (name: string) => Boolean(kept[name]?.fingerprint);
  const missing = fields
    .filter(({ name, required }) => required && !given[name]?.trim() && !isKept(name))
    .map(({ name }) => name);
  const problem = connecting.error ?? checking.error;
  const wrong = isTried && missing.length === 0 ? wrongFields(problem) : {};
  return {
    given,
    checked,
    isBusy: checking.isPending || connecting.isPending,
    /** Whether the stored value of an optional secret will be removed. */
    isRemoved: (name: string) => given[name] === "" && isKept(name),
    /** `null` leaves the stored value unchanged. */
    give(name: string, value: string | null) {
      const { [name]: _, ...others } = given;
      setGiven(value === null ? others : { ...others, [name]: value });
      // The result belongs to other values.
      calling.current?.abort();
      checking.reset();
      connecting.reset();
    },
    faultOf(name: string): FieldFault | undefined {
      if (isTried && missing.includes(name)) return { kind: "missing" };
      const message = wrong[name];
      return message === undefined ? undefined : { kind: "wrong", message };
    },
    /** Why the query to the shop failed. */
    trouble: checking.data?.trouble ?? troubleIn(problem),
    /** Any other error. */
    problem: problem && Object.keys(wrong).length === 0 && !troubleIn(problem) ? problem : null,
    submit() {
      setTried(true);
      if (!isReady() || missing.length > 0) return;
      if (checked) connecting.mutate(given);
      else checking.mutate(given);
    },
  };
}

function firstOf(fields: Connector["fields"], kept: ShopConnection["shown"]): Config {
  const values = fields.flatMap(({ name, kind, choices }) => {
    if (kept[name]?.fingerprint) return [];
    const first = kind === "choice" ? (choices[0] ?? "") : "";
    return [[name, kept[name]?.value ?? first]];
  });
  return Object.fromEntries(values);
}

const inConfig = "/config/";

function wrongFields(problem: unknown): Readonly<Record<string, string>> {
  if (!(problem instanceof ApiProblem)) return {};
  const faults = problem.errors.filter(({ pointer }) => pointer.startsWith(inConfig));
  return Object.fromEntries(
    faults.map(({ pointer, message }) => [pointer.slice(inConfig.length), message]),
  );
}

/** Returns the trouble that the server attaches to the error when it refuses to connect. */
function troubleIn(problem: unknown): Trouble | null {
  if (!(problem instanceof ApiProblem)) return null;
  return (problem.said.trouble as Trouble | undefined) ?? null;
}
