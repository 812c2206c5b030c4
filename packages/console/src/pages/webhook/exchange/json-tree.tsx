import { useState } from "react";
import { useWords } from "../../../words/speaking.tsx";
import { type Json, RawNumber } from "./parse-tree.ts";

/** Number of levels that are open at first. */
const openLevels = 3;

/** Renders more children than this in steps. */
const childrenAtOnce = 100;

/** JSON as a collapsible tree; places with a flaw are expanded and marked. */
export function JsonTree({ value, flawed }: { value: Json; flawed: readonly string[] }) {
  return (
    <ul className="json-tree">
      <Node name={null} value={value} pointer="" depth={0} flawed={flawed} />
    </ul>
  );
}

interface NodeProps {
  name: string | null;
  value: Json;
  pointer: string;
  depth: number;
  flawed: readonly string[];
}

function Node({ name, value, pointer, depth, flawed }: NodeProps) {
  const mark = pointer !== "" && flawed.includes(pointer) ? " flawed" : "";
  const label = name === null ? null : <span className="name">{name}: </span>;
  if (typeof value !== "object" || value === null || value instanceof RawNumber) {
    return (
      <li>
        <span className={mark}>
          {label}
          <Leaf value={value} />
        </span>
      </li>
    );
  }
  return <Branch {...{ name, value, pointer, depth, flawed, mark, label }} />;
}

function Branch(
  props: NodeProps & {
    value: Json[] | { [name: string]: Json };
    mark: string;
    label: React.ReactNode;
  },
) {
  const { value, pointer, depth, flawed, mark, label } = props;
  const words = useWords("webhook.query");
  const leadsToFlaw = flawed.some((one) => one.startsWith(`${pointer}/`));
  const [isOpen, setOpen] = useState(depth < openLevels || leadsToFlaw);
  const [shown, setShown] = useState(childrenAtOnce);
  const entries = Object.entries(value);
  const isList = Array.isArray(value);
  return (
    <li>
      <details open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>
          <span className={mark}>
            {label}
            {isList ? "[…] " : "{…} "}
            <span className="other">
              {isList
                ? words.items({ count: entries.length })
                : words.fields({ count: entries.length })}
            </span>
          </span>
        </summary>
        {isOpen && (
          <ul>
            {entries.slice(0, shown).map(([key, child]) => (
              <Node
                key={key}
                name={key}
                value={child}
                pointer={`${pointer}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`}
                depth={depth + 1}
                flawed={flawed}
              />
            ))}
            {entries.length > shown && (
              <li>
                <button type="button" onClick={() => setShown(shown + childrenAtOnce)}>
                  {words.show} {shown + 1}–{Math.min(entries.length, shown + childrenAtOnce)}
                </button>
              </li>
            )}
          </ul>
        )}
      </details>
    </li>
  );
}

function Leaf({ value }: { value: null | boolean | number | string | RawNumber }) {
  if (typeof value === "string") return <span className="string">{JSON.stringify(value)}</span>;
  return <span className="other">{value instanceof RawNumber ? value.source : String(value)}</span>;
}
