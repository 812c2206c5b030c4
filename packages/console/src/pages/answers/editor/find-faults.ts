import type { Answers } from "../../../parts/topics/answers-query.ts";
import { type AnswerDraft, sentencesOf } from "./answer-draft.ts";

/** A fault in one field. */
export type Fault =
  | { kind: "noText" | "noTitle" | "url" | "days" | "noName" | "noExamples" }
  | { kind: "long" | "manyExamples"; max: number }
  | { kind: "variable"; name: string }
  | { kind: "longExample"; line: number; max: number };

/** Faults by the place that the server would report: the end of its JSON Pointer. */
export type Faults = Record<string, Fault>;

type Rules = Pick<Answers, "limits" | "variables">;

/** Returns the faults for which the server would reject a draft. */
export function findFaults(draft: AnswerDraft, rules: Rules, isOwnTopic: boolean): Faults {
  const faults: [place: string, fault: Fault | null][] = [
    ...Object.entries(draft.texts).flatMap(([locale, said]) => textFaults(locale, said, rules)),
    [
      "/valid_until",
      draft.from && draft.until && draft.from > draft.until ? { kind: "days" } : null,
    ],
    ...(isOwnTopic ? topicFaults(draft, rules) : []),
  ];
  return Object.fromEntries(faults.filter((one): one is [string, Fault] => one[1] !== null));
}

type Placed = [place: string, fault: Fault | null];

function textFaults(
  locale: string,
  { text, buttons }: NonNullable<AnswerDraft["texts"]["en"]>,
  rules: Rules,
): Placed[] {
  if (text.trim() === "" && buttons.length === 0) return [];
  const place = `/texts/${locale}`;
  return [
    [`${place}/text`, faultOfText(text, rules)],
    ...buttons.flatMap((button, nth): Placed[] => [
      [
        `${place}/buttons/${nth}/title`,
        "title" in button ? faultOfTitle(button.title, rules) : null,
      ],
      [
        `${place}/buttons/${nth}/url`,
        "url" in button && !isPage(button.url) ? { kind: "url" } : null,
      ],
    ]),
  ];
}

function faultOfText(text: string, { limits, variables }: Rules): Fault | null {
  if (text.trim() === "") return { kind: "noText" };
  if (text.trim().length > limits.text_length) return { kind: "long", max: limits.text_length };
  const names = [...text.matchAll(/\{([^{}]*)\}/g)].map(([, name = ""]) => name.trim());
  const unknown = names.find((name) => !variables.some((known) => known === name));
  return unknown === undefined ? null : { kind: "variable", name: unknown };
}

function faultOfTitle(title: string, { limits }: Rules): Fault | null {
  if (title.trim() === "") return { kind: "noTitle" };
  return title.trim().length > limits.title_length
    ? { kind: "long", max: limits.title_length }
    : null;
}

function isPage(text: string): boolean {
  const url = URL.parse(text.trim());
  return url?.protocol === "https:" || url?.protocol === "http:";
}

function topicFaults({ name, examples }: AnswerDraft, { limits }: Rules): Placed[] {
  const sentences = sentencesOf(examples);
  const longAt = sentences.findIndex((one) => one.length > limits.example_length);
  const fault: Fault | null =
    sentences.length === 0
      ? { kind: "noExamples" }
      : sentences.length > limits.examples
        ? { kind: "manyExamples", max: limits.examples }
        : longAt >= 0
          ? { kind: "longExample", line: longAt + 1, max: limits.example_length }
          : null;
  return [
    ["/name", name.trim() === "" ? { kind: "noName" } : null],
    ["/examples", fault],
  ];
}
