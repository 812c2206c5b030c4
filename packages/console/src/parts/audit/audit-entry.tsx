import { Group, Text } from "@mantine/core";
import { useFormats } from "../../words/formats.ts";
import { useActorName } from "../people/use-actor-name.ts";
import { formatDetail } from "./format-detail.ts";

/** Something that was recorded. */
export interface AuditRow {
  id: string;
  at: string;
  actor: string;
  action: string;
  detail: Record<string, unknown>;
}

/** Texts of an audit log: labels of what is recorded, by the server's names. */
export interface AuditTongue {
  by(places: { actor: string }): string;
  nothing: string;
  none: string;
  noneText: string;
  more: string;
  begin: string;
  actions: Record<string, string>;
  /** Labels used instead of `actions` when the detail names a channel. */
  actionsOn?: Record<string, Record<string, string>>;
  facts: Record<string, string>;
  values: Record<string, string>;
  actors: Record<string, string>;
  measures?: Record<string, (value: number) => string>;
  absent?: Record<string, string>;
}

/** One change: its kind, its author, its time, and its details. */
export function AuditEntry(props: {
  entry: AuditRow;
  words: AuditTongue;
  timeZone: string | undefined;
}) {
  const { at, actor, action, detail } = props.entry;
  const { words } = props;
  const formats = useFormats(props.timeZone);
  const nameOf = useActorName();
  const named = (names: Record<string, string>) => (one: string) => names[one] ?? one;
  const tongue = {
    nameOf: named(words.facts),
    wordFor: named(words.values),
    nothing: words.nothing,
    formatAuditMoment: formats.dateTime,
    ...(words.measures && { measures: words.measures }),
    ...(words.absent && { absent: words.absent }),
  };
  const lines = formatDetail(detail, tongue);
  return (
    <li>
      <Group justify="space-between" gap="xs">
        <Text fw={600}>{describeAction(action, detail, words)}</Text>
        <Text size="sm" c="dimmed">
          <time dateTime={at} title={formats.ago(at)}>
            {formats.dateTime(at)}
          </time>
        </Text>
      </Group>
      <Text size="sm" c="dimmed">
        {words.by({ actor: words.actors[actor] ?? nameOf(actor) })}
      </Text>
      {lines.length > 0 && (
        <dl className="audit-lines">
          {lines.map((line) => (
            <div key={line.name} style={{ display: "contents" }}>
              <dt>{line.name}</dt>
              {"value" in line ? (
                <dd>{line.value}</dd>
              ) : (
                <dd>
                  {line.before !== words.nothing && (
                    <>
                      <del>{line.before}</del> →{" "}
                    </>
                  )}
                  <ins>{line.after}</ins>
                </dd>
              )}
            </div>
          ))}
        </dl>
      )}
    </li>
  );
}

function describeAction(
  action: string,
  { channel }: AuditRow["detail"],
  { actions, actionsOn = {} }: AuditTongue,
): string {
  return actionsOn[String(channel)]?.[action] ?? actions[action] ?? action;
}
